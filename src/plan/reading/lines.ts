import { decodeStrictUtf8 } from '#kernel';
import type { Told } from './tell.ts';

/** The longest report that is read, bytes; the founding one has 29,000. */
export const mostBytes = 8 * 1024 * 1024;
/** The most lines that are read. */
export const mostLines = 100_000;

/**
 * The lines of a report as they stand; joined by line feeds they are the input again, byte for byte (a byte order mark and
 * carriage returns included). None at all, and a finding, for what is no UTF-8 (PLN-0101), too long (PLN-0102) or has too
 * many lines (PLN-0103).
 */
export function linesOf(input: Uint8Array | string, told: Told): readonly string[] {
  // No UTF-16 unit is shorter than a byte in UTF-8, so the length of a text bounds its bytes from below.
  if (input.length > mostBytes) {
    told.whole('PLN-0102', { bytes: mostBytes });
    return [];
  }
  const text = typeof input === 'string' ? input : decodeStrictUtf8(input);
  if (text === undefined) {
    told.whole('PLN-0101');
    return [];
  }
  const lines = text.split('\n');
  if (lines.length <= mostLines) return lines;
  told.whole('PLN-0103', { lines: mostLines });
  return [];
}
