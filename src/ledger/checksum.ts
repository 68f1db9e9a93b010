/** A checksum against torn and rotten bytes, not against people: CRC-32 of ISO-HDLC, as zlib has it. */
export type Checksum = (bytes: Uint8Array) => number;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 without a platform; an adapter may hand in a faster one. */
export const crc32: Checksum = (bytes) => {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (table[(value ^ byte) & 255] ?? 0);
  return ~value >>> 0;
};
