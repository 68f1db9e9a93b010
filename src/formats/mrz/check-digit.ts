import { byteAt } from '#kernel';

/** Values of the characters of a machine-readable zone by char code; -1 for those that it does not know (ICAO 9303-3 section 4.9). */
const values = Int8Array.from({ length: 128 }, (_, code) => {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0x41 && code <= 0x5a) return code - 0x41 + 10;
  return code === 0x3c ? 0 : -1;
});

const weights = Uint8Array.of(7, 3, 1);

/** The check digit of a text: its characters weighted 7, 3, 1, summed modulo 10; characters that the zone does not know count 0. */
export function checkDigit(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = values[text.charCodeAt(at)] ?? -1;
    if (value > 0) sum += value * byteAt(weights, at % 3);
  }
  return sum % 10;
}

/** True for A to Z, 0 to 9 and the filler `<`. */
export const isZoneCharacter = (code: number): boolean => (values[code] ?? -1) >= 0;
