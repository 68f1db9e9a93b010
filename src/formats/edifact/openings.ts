import { byteAt } from '#kernel';
import type { ChunkBuffer } from './buffer.ts';
import type { EdifactLimits } from './limits.ts';
import { findOpening, type Opening, otherFormat } from './opening.ts';
import type { Report } from './report.ts';
import type { SegmentCursor } from './segment-cursor.ts';
import type { Tape } from './tape.ts';

/** Enough for a UNA that stands across two chunks. */
const longestOpening = 256;

/** Looks for interchanges among the headers and footers of their transport. */
export class Openings {
  readonly #tape: Tape;
  readonly #buffer: ChunkBuffer;
  readonly #report: Report;
  readonly #headerBytes: number;
  #found = 0;

  constructor(tape: Tape, buffer: ChunkBuffer, report: Report, limits: EdifactLimits) {
    this.#tape = tape;
    this.#buffer = buffer;
    this.#report = report;
    this.#headerBytes = limits.headerBytes;
  }

  /** Goes to the next interchange. `none`: not in the bytes at hand; `never`: this is no EDIFACT. */
  next(final: boolean, segments: SegmentCursor): Opening | 'none' | 'never' {
    const tape = this.#tape;
    const opening = findOpening(tape.bytes, tape.at, this.#buffer.length);
    if (opening === undefined) return this.#passOver(final, segments);
    if (!isBlank(tape.bytes, tape.at, opening.at)) {
      this.#report.add('EDI-0104', { bytes: opening.at - tape.at }, { offset: this.#buffer.base + tape.at });
    }
    if (opening.fault !== undefined) {
      const code = opening.fault === 'short' ? 'EDI-0106' : 'EDI-0107';
      const advice = String.fromCharCode(...(opening.advice ?? []));
      this.#report.add(code, { advice }, { tag: 'UNA', offset: this.#buffer.base + opening.at });
    }
    tape.use(opening.characters, true);
    tape.at = opening.segments;
    this.#found += 1;
    return opening;
  }

  /** Nothing begins in the bytes at hand: a header so far, a footer, or no EDIFACT at all. */
  #passOver(final: boolean, segments: SegmentCursor): 'none' | 'never' {
    const tape = this.#tape;
    const { base, length } = this.#buffer;
    if (this.#found > 0) {
      if (final && !isBlank(tape.bytes, tape.at, length)) {
        this.#report.add('EDI-0105', { bytes: length - tape.at }, { offset: base + tape.at });
      }
      tape.at = final ? length : Math.max(tape.at, length - longestOpening);
      return 'none';
    }
    if (!final && length <= this.#headerBytes) return 'none';
    if (length === 0) return 'never';
    const format = otherFormat(tape.bytes.subarray(0, length));
    if (format !== undefined) this.#report.add('EDI-0103', { format }, { offset: 0 });
    else this.#report.add('EDI-0102', { beginning: segments.textBetween(0, Math.min(24, length)) }, { offset: 0 });
    return 'never';
  }
}

/** True when nothing but blanks, line breaks and control characters stand between two offsets. */
function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (byteAt(bytes, at) > 0x20) return false;
  return true;
}
