/**
 * The byte at `index`, which the caller knows to be inside: the type system cannot know it, and a check for each byte of a
 * gigabyte would cost what the byte itself costs. Outside it is undefined, as JavaScript has it; only scanners of bytes use this.
 */
export const byteAt = (bytes: Uint8Array, index: number): number => bytes[index] as number;

/** The same for words of 32 bits: offsets, lengths, postings. */
export const wordAt = (words: Int32Array | Uint32Array, index: number): number => words[index] as number;
