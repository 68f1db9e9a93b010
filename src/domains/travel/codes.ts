import { z } from 'zod';
import type { CountryCode, Disposition, PlainDate } from '#kernel';
import { invariant, textAs } from '#kernel';
import ca from '../../../data/travel/codes/ca.json' with { type: 'json' };
import cn from '../../../data/travel/codes/cn.json' with { type: 'json' };
import mx from '../../../data/travel/codes/mx.json' with { type: 'json' };
import uk from '../../../data/travel/codes/uk.json' with { type: 'json' };
import us from '../../../data/travel/codes/us.json' with { type: 'json' };
import { dispositions, stricterOf } from './dispositions.ts';

const named = textAs((name) => dispositions.find((one) => one === name));
const codeAndText = z.object({ code: z.string().min(1).max(17), text: z.string().max(512) });

const versionSchema = z.object({
  from: z.string(),
  answers: z.array(codeAndText.extend({ disposition: named })).min(1),
  reading: z.array(z.object({ code: z.string(), disposition: named })).min(1),
  marks: z.object({ late: z.string(), error: z.string(), 'not-forwarded': z.string() }),
  received: codeAndText,
  refused: codeAndText,
});

/** What an authority writes in ERC 9321 and FTX for each disposition, and how it is read back; dated. */
export const codeTableSchema = z.object({
  authority: z.string().regex(/^[A-Z]{2}$/),
  source: z.string(),
  date: z.string(),
  verified: z.boolean(),
  versions: z.array(versionSchema).min(1),
});

export type CodeTable = z.infer<typeof codeTableSchema>;
export type CodeVersion = CodeTable['versions'][number];

/** The code tables of data/travel/codes. The wire code is not the meaning: `0Z` lets one board in one country only. */
export const codeTables: readonly CodeTable[] = [us, ca, mx, uk, cn].map((table) => codeTableSchema.parse(table));

/** The table of an authority; undefined when there is none. */
export const codeTableOf = (authority: CountryCode | string): CodeTable | undefined =>
  codeTables.find((table) => table.authority === authority);

/** The version in force on a day, the latest of all when no day is known; before the first one began, the first. */
export function versionOn(table: CodeTable, on: PlainDate | undefined): CodeVersion {
  const version =
    table.versions
      .filter((one) => on === undefined || one.from <= on)
      .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0] ?? table.versions[0];
  invariant(version !== undefined, 'a code table has at least one version');
  return version;
}

/** The code and text for a disposition; for one that the table does not know, the refusal's. */
export function codeFor(version: CodeVersion, what: Disposition): { readonly code: string; readonly text: string } {
  const answer =
    version.answers.find((one) => one.disposition === what) ??
    version.answers.find((one) => one.disposition === 'refuse');
  return answer ?? version.refused;
}

/** What codes mean to this authority: the strictest of them. Undefined when it does not know one of them: the caller denies. */
export function readCodes(version: CodeVersion, codes: readonly string[]): Disposition | undefined {
  const meanings = codes.map((code) => version.reading.find((one) => one.code === code)?.disposition);
  const known = meanings.filter((meaning) => meaning !== undefined);
  const [first, ...rest] = known;
  return first === undefined || known.length < meanings.length ? undefined : rest.reduce(stricterOf, first);
}
