import { type Access, type Finding, ok, type Result } from '#kernel';
import { planFindings } from '../findings.ts';
import type { Month } from '../months.ts';
import { type Pair, pairsOf } from '../pairs.ts';
import { type ReadMilestone, type ReportedState, readReport, type When } from '../reading/index.ts';
import type { Commitment, Register } from '../register/register.ts';
import type { Said, Span } from '../register/schema.ts';
import type { Utterance } from './allow.ts';
import { say } from './say.ts';

/** The first and last month of a season in this continent's use; the report of 2006 writes "Fall 2006". */
const seasons: Readonly<Record<string, readonly [string, string]>> = {
  Spring: ['03', '06'],
  Summer: ['06', '09'],
  Fall: ['09', '12'],
};

/** A time that a report gives, as the months from and to which it reaches. */
function spanOf({ iso, text }: When): Span {
  const [year = '', part = ''] = iso.split('-');
  const months = seasons[part];
  return months === undefined
    ? { from: iso, to: iso, text }
    : { from: `${year}-${months[0]}`, to: `${year}-${months[1]}`, text };
}

const qualifiers = ['full-implementation', 'negotiations', 'visits'] as const;

function saidBy({ status, forecast, qualifier }: ReportedState): Said {
  const known = qualifiers.find((one) => one === qualifier);
  return {
    state: status,
    ...(known === undefined ? {} : { qualifier: known }),
    ...(forecast === undefined ? {} : { forecast: spanOf(forecast) }),
  };
}

/** A report that is read in: of which month it speaks, what it is called, and who reads it in. */
export interface Observation {
  readonly asOf: Month;
  readonly source: string;
  readonly person: string;
}

/** What came of it. */
export interface Observed {
  readonly milestones: number;
  readonly recorded: number;
  readonly findings: readonly Finding[];
}

/** What the report says of each pair that the promise binds, as utterances. */
function utterancesOf(
  { said }: ReadMilestone,
  { scope }: Commitment,
  { asOf, source }: Observation,
): readonly Utterance[] {
  if (said === undefined) return [];
  const of = (pair: Pair): ReportedState | undefined => (said.scope === 'all' ? said.all : said[pair]);
  return pairsOf(scope).flatMap((pair) => {
    const state = of(pair);
    return state === undefined
      ? []
      : [{ what: 'self-reported', body: { pair, said: saidBy(state), asOf, source } } as const];
  });
}

/**
 * Reads a report to the leaders in as a new observation: what it says of each promise is recorded beside everything that
 * was said before, and moves no baseline. A promise that the register does not know is a finding (PLN-0401): it has to be
 * adopted first. What the report's text has wrong is told as `plan import` tells it. PLN-0208 for a month that lies ahead.
 */
export async function observe(
  access: Access,
  register: Register,
  { bytes, ...observation }: Observation & { readonly bytes: Uint8Array },
): Promise<Result<Observed>> {
  const { milestones, findings } = readReport(bytes);
  const told: Finding[] = findings.filter(({ severity }) => severity !== 'note');
  let recorded = 0;
  for (const milestone of milestones) {
    const commitment = register.commitments.get(milestone.key);
    if (commitment === undefined) {
      told.push(planFindings.find('PLN-0401', { milestone: milestone.key, line: milestone.line }));
      continue;
    }
    const utterances = utterancesOf(milestone, commitment, observation);
    const said = await say(access, register, { milestone: milestone.key, person: observation.person, utterances });
    if (!said.ok) return said;
    recorded += said.value.length;
  }
  return ok({ milestones: milestones.length, recorded, findings: told });
}
