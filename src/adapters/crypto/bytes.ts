/** A Buffer as the plain array that it stands on: a Buffer's `slice` shares memory where a plain one's copies. */
export const plainBytes = (buffer: Buffer): Uint8Array =>
  new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.length);
