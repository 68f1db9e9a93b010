import { byteAt } from '#kernel';
import type { ChunkBuffer } from './buffer.ts';
import type { EdifactLimits } from './limits.ts';
import { findOpening, type Opening, otherFormat } from './opening.ts';
import type { Report } from './report.ts';
import type { SegmentCursor } from './segment-cursor.ts';
import type { Tape } from './tape.ts';

/** Enough for a UNA that stands across two chunks. */
const longestOpening = 256;

interface Between {
  readonly offset: number;
  readonly blank: boolean;
}

/** Looks for interchanges among the headers and footers of their transport. */
export class Openings {
  readonly #tape: Tape;
  readonly #buffer: ChunkBuffer;
  readonly #report: Report;
  readonly #headerBytes: number;
  #found = 0;
  /** What was passed over already of the text between two interchanges: where in the lodgement it begins, whether it is blank. */
  #passed: Between | undefined;

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
    this.#between('EDI-0104', opening.at);
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

  /** The text from where the last interchange ended to `end`. */
  #textUntil(end: number): Between {
    const { bytes, at } = this.#tape;
    const { offset, blank } = this.#passed ?? { offset: this.#buffer.base + at, blank: true };
    return { offset, blank: blank && isBlank(bytes, at, end) };
  }

  /** Tells what stood before `end`, a header or a footer, unless it is blank. */
  #between(code: 'EDI-0104' | 'EDI-0105', end: number): void {
    const { offset, blank } = this.#textUntil(end);
    this.#passed = undefined;
    if (!blank) this.#report.add(code, { bytes: this.#buffer.base + end - offset }, { offset });
  }

  /** Nothing begins in the bytes at hand: a header so far, a footer, or no EDIFACT at all. */
  #passOver(final: boolean, segments: SegmentCursor): 'none' | 'never' {
    const tape = this.#tape;
    const { length } = this.#buffer;
    if (this.#found > 0) {
      const next = final ? length : Math.max(tape.at, length - longestOpening);
      if (final) this.#between('EDI-0105', length);
      else this.#passed = this.#textUntil(next);
      tape.at = next;
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
