/** Three bytes of a tag as one number, so that a tag costs no string. */
export const packTag = (tag: string): number =>
  (tag.charCodeAt(0) << 16) | (tag.charCodeAt(1) << 8) | tag.charCodeAt(2);

/** The text of a packed tag. */
export const unpackTag = (packed: number): string =>
  String.fromCharCode((packed >> 16) & 255, (packed >> 8) & 255, packed & 255);

const servicePrefix = packTag('UN\0') >> 8;

/** True for UNA, UNB, UNG, UNH, UNS, UNT, UNE, UNZ and all others of the envelope. */
export const isServiceTag = (packed: number): boolean => packed >> 8 === servicePrefix;
