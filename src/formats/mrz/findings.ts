import { defineFindings } from '#kernel';

const origin = 'sender';

/** All that can be wrong with a machine-readable zone. `at.segment` is the line, `at.element` the position, both from 1. */
export const mrzFindings = defineFindings({
  /** Nothing was read. */
  'MRZ-0101': { origin, severity: 'error' },
  /** Lines whose number and width are those of no size. */
  'MRZ-0102': { origin, severity: 'error', parameters: ['lines', 'widths'] },
  /** A character that no zone has, or that this field cannot have. */
  'MRZ-0103': { origin, severity: 'error', parameters: ['field', 'character'] },
  /** A check digit that does not fit its field. */
  'MRZ-0104': { origin, severity: 'error', parameters: ['field', 'printed', 'computed'] },
  /** A date that does not exist. */
  'MRZ-0105': { origin, severity: 'error', parameters: ['field', 'text'] },
  /** A date of which a part is unknown. */
  'MRZ-0106': { origin, severity: 'note', parameters: ['field', 'text'] },
  /** A sex that is not M, F or `<`. */
  'MRZ-0107': { origin, severity: 'error', parameters: ['character'] },
  /** A document code that its size does not have. */
  'MRZ-0108': { origin, severity: 'warning', parameters: ['code', 'format'] },
  /** No family name. */
  'MRZ-0109': { origin, severity: 'warning' },
  /** Names that fill their field to the last position, and may have been cut. */
  'MRZ-0110': { origin, severity: 'note' },
  /** Fillers at the end of a line that are too many or too few. */
  'MRZ-0111': { origin, severity: 'warning', parameters: ['line', 'width'] },
  /** A field that is too long to be printed. */
  'MRZ-0112': { origin, severity: 'error', parameters: ['field', 'most'] },
});

export type MrzCode = keyof typeof mrzFindings.specs;
