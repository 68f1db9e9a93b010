import table from '../../../data/plan/report-form.json' with { type: 'json' };
import type { Month } from '../months.ts';

/** What has to be known of the reports of a plan before one is read: a dated table, not code. */
export interface ReportForm {
  /** The month from which "within 12 months" counts. */
  readonly begins: Month;
  /** The three words above every table, in lower case. */
  readonly head: readonly string[];
  /** The chapters by their titles, with the codes that keys are made of. */
  readonly chapters: readonly { readonly code: string; readonly name: string }[];
}

/** The form of the founding report, and of the reports after it (data/plan/report-form.json). */
export const reportForm: ReportForm = table;
