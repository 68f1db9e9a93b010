import type { Position } from '#kernel';
import { seen } from './classes.ts';
import type { MessageHeader } from './envelope.ts';
import { statesCount } from './envelope-check.ts';
import type { EdifactLimits } from './limits.ts';
import type { Report } from './report.ts';
import type { SegmentCursor } from './segment-cursor.ts';
import { packTag } from './tag.ts';
import type { Tape } from './tape.ts';

const unt = packTag('UNT');

/** What is known of the message that is checked. */
export interface Checked {
  readonly number: number;
  readonly header: MessageHeader;
  readonly base: number;
  /** Segments before those on the tape, which were given up. */
  readonly earlier: number;
  /** Where what was lodged of it ends. */
  readonly end: number;
  readonly limits: EdifactLimits;
}

/** Checks what holds for a message of any type: UNT, its count and reference, tags, characters, limits (ISO 9735-1 clauses 8 to 11). */
export function checkMessage(tape: Tape, segments: SegmentCursor, report: Report, message: Checked): void {
  const { count } = tape;
  if (count === 0 || tape.tag(count - 1) !== unt) {
    const offset = Math.min(message.end, message.base + (count === 0 ? tape.at : tape.end(count - 1)));
    const { reference } = message.header;
    report.add('EDI-0303', { reference }, { message: message.number, segment: message.earlier + count, offset });
  } else checkTrailer(segments, report, message, count);
  if (count === 0) return;
  if ((tape.seen & ~seen.release) !== 0) checkFlags(tape, segments, report, message);
}

function checkTrailer(segments: SegmentCursor, report: Report, message: Checked, count: number): void {
  segments.seek(count - 1);
  const counted = message.earlier + count;
  const opened = message.header.reference;
  // What is right is told from the bytes; texts are made of what may be wrong.
  if (segments.digits(1) !== counted) {
    const stated = segments.trimmed(1);
    if (!statesCount(stated, counted)) report.add('EDI-0301', { stated, counted }, placeOf(segments, message, 1));
  }
  if (!segments.is(opened, 2)) {
    const closed = segments.trimmed(2);
    if (closed !== opened) report.add('EDI-0302', { opened, closed }, placeOf(segments, message, 2));
  }
}

/** The position of an element of the cursor's segment; of the segment itself when `element` is 0. */
function placeOf(segments: SegmentCursor, message: Checked, element: number): Position {
  const at = {
    message: message.number,
    segment: message.earlier + segments.index + 1,
    tag: segments.tagText(),
    offset: message.base + segments.offset(element),
  };
  return element === 0 ? at : { ...at, element };
}

/** What is told once a message, at the first segment where it was seen. */
const toldOnce = [
  [seen.lineBreak, 'EDI-0121'],
  [seen.control, 'EDI-0116'],
] as const;

function checkFlags(tape: Tape, segments: SegmentCursor, report: Report, message: Checked): void {
  let told = 0;
  for (let index = 0; index < tape.count; index += 1) {
    const flags = tape.flags(index);
    if ((flags & ~seen.release) === 0) continue;
    segments.seek(index);
    for (const [sign, code] of toldOnce) {
      if ((flags & ~told & sign) !== 0) report.add(code, {}, placeOf(segments, message, 0));
    }
    // UNOA knows capital letters only.
    if ((flags & ~told & seen.lowerCase) !== 0) {
      report.add('EDI-0115', { text: segments.raw().slice(0, 60) }, placeOf(segments, message, 0));
    }
    checkEach(segments, report, message);
    told |= flags;
  }
}

/** What costs data, and is told of each segment. */
function checkEach(segments: SegmentCursor, report: Report, message: Checked): void {
  const { flags } = segments;
  if ((flags & seen.oddTag) !== 0) checkTag(segments, report, message, (flags & seen.lineBreak) !== 0);
  if ((flags & seen.high) !== 0) checkCharacters(segments, report, message);
  if ((flags & seen.tooManyElements) !== 0) {
    report.add('EDI-0120', { limit: message.limits.segmentElements }, placeOf(segments, message, 0));
  }
}

function checkTag(segments: SegmentCursor, report: Report, message: Checked, wrapped: boolean): void {
  const tag = segments.tagText();
  if (segments.tag === 0) report.add('EDI-0123', { tag }, placeOf(segments, message, 0));
  else if (!wrapped) report.add('EDI-0122', { tag }, placeOf(segments, message, 0));
}

function checkCharacters(segments: SegmentCursor, report: Report, message: Checked): void {
  const { charset } = segments;
  if (segments.isAllowed()) return;
  const text = segments.raw().slice(0, 60);
  report.add('EDI-0114', { charset: charset.name, text }, placeOf(segments, message, 0));
}
