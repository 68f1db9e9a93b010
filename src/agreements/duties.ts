import { z } from 'zod';
import { type CountryCode, countryCode, err, type Finding, ok, type PlainDate, type Result, textAs } from '#kernel';
import { daySchema, holdsOn, holdTogether, inForce, memberOf } from './dated.ts';
import { agreementsFindings } from './findings.ts';

const country = textAs(countryCode);

const dutySchema = z.strictObject({
  /** The row's own name, by which a Forwarding cites it; the same in every country's table. */
  row: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
  from: country,
  to: country,
  record: z.string().min(1).max(64),
  purpose: z.string().regex(/^[a-z-]{1,40}$/),
  /** The law, as a lawyer would cite it. */
  citation: z.string().min(1),
  ...inForce,
  /** False where only general knowledge says so: the table's page shows it, and the operator confirms it before going live. */
  verified: z.boolean(),
});

const fileSchema = z.strictObject({
  table: z.string(),
  source: z.string(),
  date: daySchema,
  verified: z.boolean(),
  rows: z.array(dutySchema),
});

/** One row: a party that lodged a record in `from` owes it by law to the authority of `to` as well. */
export type Duty = z.infer<typeof dutySchema>;

/** What a Forwarding is allowed by. */
export interface DutyKey {
  readonly from: CountryCode;
  readonly to: CountryCode;
  readonly record: string;
  readonly purpose: string;
}

const sameKey = (a: DutyKey, b: DutyKey): boolean =>
  a.from === b.from && a.to === b.to && a.record === b.record && a.purpose === b.purpose;

/** The dated table of forwarding duties per country pair. What it does not name is not forwarded. */
export class Duties {
  readonly #rows: readonly Duty[];
  /** The date of the newest file, kept with every Forwarding that the table allowed. */
  readonly version: PlainDate | '';

  private constructor(rows: readonly Duty[], version: PlainDate | '') {
    this.#rows = rows;
    this.version = version;
  }

  get rows(): readonly Duty[] {
    return this.#rows;
  }

  /** The one row in force that day, or undefined: absence denies. */
  on(day: PlainDate, key: DutyKey): Duty | undefined {
    return this.#rows.find((row) => sameKey(row, key) && holdsOn(row, day));
  }

  /** Reads the files of `data/agreements/forwarding`. Fails with AGR-0301 for a wrong shape, AGR-0302 where two rows speak on one day. */
  static read(files: readonly unknown[]): Result<Duties> {
    const rows: Duty[] = [];
    let version: PlainDate | '' = '';
    for (const [index, file] of files.entries()) {
      const parsed = fileSchema.safeParse(file);
      if (!parsed.success) return err(notATable(`forwarding ${index + 1}`, parsed.error));
      rows.push(...parsed.data.rows);
      if (parsed.data.date > version) version = parsed.data.date;
    }
    const conflict = conflictOf(rows);
    return conflict === undefined ? ok(new Duties(rows, version)) : err(conflict);
  }
}

/** The finding for a table that has not the shape of one. */
export const notATable = (table: string, error: z.ZodError): Finding =>
  agreementsFindings.find('AGR-0301', { table, member: memberOf(error) });

function conflictOf(rows: readonly Duty[]): Finding | undefined {
  for (const [index, row] of rows.entries()) {
    const other = rows
      .slice(index + 1)
      .find((later) => row.row === later.row || (sameKey(row, later) && holdTogether(row, later)));
    if (other !== undefined) return agreementsFindings.find('AGR-0302', { row: row.row, other: other.row });
  }
  return undefined;
}
