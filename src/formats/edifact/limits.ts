import table from '../../../data/edifact/limits.json' with { type: 'json' };

/** What one lodgement may hold. Defaults stand in `data/edifact/limits.json`. */
export interface EdifactLimits {
  /** Bytes before the first UNA or UNB: Type B and e-mail headers. */
  readonly headerBytes: number;
  readonly segmentBytes: number;
  /** Elements and components of one segment together. */
  readonly segmentElements: number;
  readonly messageSegments: number;
  readonly messageBytes: number;
  readonly interchangeBytes: number;
  /** Findings kept of one message; of those over it only the number is told. */
  readonly findings: number;
}

/** The limits of the table. */
export const defaultLimits: EdifactLimits = table;
