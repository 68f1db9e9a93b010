import type { Finding } from '#kernel';
import type { Envelope, MessageHeader } from './envelope.ts';
import type { EdifactLimits } from './limits.ts';
import type { Grades } from './report.ts';
import type { SegmentCursor } from './segment-cursor.ts';

/** How a lodgement is read. */
export interface ScanOptions extends Grades {
  readonly limits?: Partial<EdifactLimits>;
}

/** One message as segments. The cursor is the reader's own: it holds this message until the next is asked for. */
export interface ScannedMessage {
  /** Its number in the lodgement, from 1. */
  readonly number: number;
  readonly header: MessageHeader;
  readonly envelope: Envelope;
  readonly segments: SegmentCursor;
  /** Its segments are those of the cursor from 0, UNH and UNT included. */
  readonly count: number;
  /** Where byte 0 of the cursor's bytes stands in the lodgement. */
  readonly base: number;
  readonly offset: number;
  readonly length: number;
  readonly findings: readonly Finding[];
  /** False when it exceeds a limit: its segments were given up. */
  readonly held: boolean;
}
