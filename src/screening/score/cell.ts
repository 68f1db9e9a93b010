// One reader per kind of array: the engine makes fast code of a function that always sees the same kind.

/** A number of an array of floats; 0 where there is none. */
export const realAt = (cells: Float64Array, at: number): number => cells[at] ?? 0;
/** A number of an array of bytes; 0 where there is none. */
export const byteAt = (cells: Uint8Array, at: number): number => cells[at] ?? 0;
/** A number of an array of small costs; 0 where there is none. */
export const costAt = (cells: Uint16Array, at: number): number => cells[at] ?? 0;
/** A place of an array of places; 0 where there is none. */
export const placeAt = (cells: Int8Array, at: number): number => cells[at] ?? 0;
