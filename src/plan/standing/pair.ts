import { type Fact, type FactOf, factsOf } from '../facts/fact.ts';
import { type Month, monthAt } from '../months.ts';
import { type Pair, pairsOf } from '../pairs.ts';
import type { Commitment } from '../register/register.ts';
import type { Span } from '../register/schema.ts';
import { type Account, accountOf, isDone, type Report, reportsOf } from './account.ts';
import { type Baseline, baselinesOf, type Proposal } from './baseline.ts';
import { type Flag, flagsOf } from './flags.ts';
import { type Moment, monthOfMoment } from './moment.ts';

/** How a pair stands with a promise, in one word for the matrix; flags and accounts say more. */
export const cells = ['done', 'partly', 'moving', 'late', 'unknown', 'not-applicable'] as const;
export type Cell = (typeof cells)[number];

/** By when somebody expects it, and whose word that is. */
export interface Expected {
  readonly span: Span;
  readonly by: string;
  readonly saidIn: Month;
}

/** How one pair stands with one promise. */
export interface PairStanding {
  readonly pair: Pair;
  readonly cell: Cell;
  readonly baseline: Baseline;
  readonly baselines: readonly Baseline[];
  readonly reports: readonly Report[];
  readonly flags: readonly Flag[];
  readonly account?: Account;
  readonly expected?: Expected;
  /** The last verdict of an independent assessor. */
  readonly assessed?: FactOf<'assessed'>;
}

/** What is known around one pair. */
export interface Around {
  readonly facts: readonly Fact[];
  readonly proposals: readonly Proposal[];
  readonly moment: Moment;
  /** The month of which the founding report speaks. */
  readonly founded: Month;
  /** Promises that this one waits for and that are not done in this pair. */
  readonly blockedBy: (pair: Pair) => readonly string[];
}

/** The newest word on when it will be: a forecast, or what the last report says. */
function expectedOf(facts: readonly Fact[], pair: Pair, account: Account | undefined): Expected | undefined {
  const last = factsOf(facts, 'forecast').findLast(({ body }) => body.pair === pair);
  const told = account?.report.said.forecast;
  if (
    last !== undefined &&
    (account === undefined || told === undefined || monthAt(last.madeAt) >= account.report.asOf)
  ) {
    return { span: last.body.span, by: last.by.nation, saidIn: monthAt(last.madeAt) };
  }
  return told === undefined || account === undefined
    ? undefined
    : { span: told, by: account.report.by, saidIn: account.report.asOf };
}

function cellOf(account: Account | undefined, flags: readonly Flag[]): Cell {
  if (account === undefined) return 'unknown';
  const { said } = account.report;
  if (isDone(said)) return 'done';
  if (said.state === 'delayed' || flags.includes('overdue')) return 'late';
  return said.state === 'partially-completed' ? 'partly' : 'moving';
}

/** The account of a pair at the moment, which needs to know of no other promise. */
export const accountIn = (
  commitment: Commitment,
  pair: Pair,
  around: Omit<Around, 'blockedBy' | 'proposals'>,
): Account | undefined =>
  accountOf(reportsOf(commitment, around.facts, { pair, founded: around.founded, moment: around.moment }), pair);

/** How a pair stands with a promise at the moment. */
export function pairStanding(commitment: Commitment, pair: Pair, around: Around): PairStanding {
  const { facts, proposals, moment, founded } = around;
  const reports = reportsOf(commitment, facts, { pair, founded, moment });
  const account = accountOf(reports, pair);
  const baselines = baselinesOf(commitment, proposals, pair);
  const baseline = baselines.at(-1) ?? { number: 0, approvers: [] };
  if (!pairsOf(commitment.scope).includes(pair)) {
    return { pair, cell: 'not-applicable', baseline, baselines, reports, flags: [] };
  }
  const expected = expectedOf(facts, pair, account);
  const isProposed = proposals.some(({ state, fact }) => state === 'open' && fact.body.pairs.includes(pair));
  const blockedBy = account !== undefined && isDone(account.report.said) ? [] : around.blockedBy(pair);
  const flags = flagsOf({ account, baseline, expected: expected?.span.from, isProposed, blockedBy, moment });
  const assessed = factsOf(facts, 'assessed').findLast(
    ({ body }) => body.pair === pair && body.asOf <= monthOfMoment(moment),
  );
  return {
    ...{ pair, cell: cellOf(account, flags), baseline, baselines, reports, flags },
    ...(account === undefined ? {} : { account }),
    ...(expected === undefined ? {} : { expected }),
    ...(assessed === undefined ? {} : { assessed }),
  };
}
