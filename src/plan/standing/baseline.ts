import { type Instant, instant } from '#kernel';
import { type Fact, type FactOf, factsOf } from '../facts/fact.ts';
import type { Month } from '../months.ts';
import { countriesOf, type Pair } from '../pairs.ts';
import { type Commitment, dueMonth } from '../register/register.ts';

/** By when a promise has to be kept, for one pair. Baselines are numbered from 0, the founding one; none is ever taken away. */
export interface Baseline {
  readonly number: number;
  /** Undefined where the plan states no month: then nothing is ever late by it. */
  readonly month?: Month;
  /** The first of several months, where the plan states more than one. */
  readonly first?: Month;
  readonly reason?: string;
  /** When the second country signed; the founding baseline was there before. */
  readonly since?: Instant;
  readonly approvers: readonly { readonly nation: string; readonly person: string; readonly signature: string }[];
}

/** How far a proposal has come. */
export interface Proposal {
  readonly fact: FactOf<'proposed'>;
  readonly state: 'open' | 'agreed' | 'refused' | 'withdrawn';
  readonly approvals: readonly FactOf<'approved'>[];
  readonly refusal?: FactOf<'refused'> | FactOf<'withdrawn'>;
}

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  [...one].sort().join() === [...other].sort().join();

/** An approval counts when it repeats the very terms: another text under the same name is another proposal. */
const agrees = (approval: FactOf<'approved'>, proposal: FactOf<'proposed'>): boolean =>
  approval.body.proposal === proposal.name &&
  approval.body.month === proposal.body.month &&
  isSame(approval.body.pairs, proposal.body.pairs);

const needed = ({ body }: FactOf<'proposed'>): readonly string[] =>
  [...new Set(body.pairs.flatMap(countriesOf))].sort();

function approvalsOf(proposal: FactOf<'proposed'>, facts: readonly Fact[]): readonly FactOf<'approved'>[] {
  const all = factsOf(facts, 'approved').filter((approval) => agrees(approval, proposal));
  return needed(proposal).flatMap((nation) => all.find(({ by }) => by.nation === nation) ?? []);
}

/** Every proposal to move a promise, in the order in which they were heard. One refusal by a country that is asked ends it. */
export function proposalsOf(facts: readonly Fact[]): readonly Proposal[] {
  return factsOf(facts, 'proposed').map((fact) => {
    const approvals = approvalsOf(fact, facts);
    const agreed = approvals.length === needed(fact).length;
    const end = [...factsOf(facts, 'refused'), ...factsOf(facts, 'withdrawn')].find(
      ({ body, by, what }) =>
        body.proposal === fact.name &&
        (what === 'refused' ? needed(fact).includes(by.nation) : by.nation === fact.by.nation),
    );
    if (end === undefined) return { fact, approvals, state: agreed ? 'agreed' : 'open' };
    // Two approvals make a baseline at once: what comes after them is another proposal's business.
    const last = Math.max(...approvals.map(({ madeAt }) => madeAt));
    if (agreed && last <= end.madeAt) return { fact, approvals, state: 'agreed' };
    return { fact, approvals, state: end.what, refusal: end };
  });
}

/** Both countries of the pair have signed; the third need not, where a proposal names more pairs than one. */
function signedFor(pair: Pair, { fact, approvals, state }: Proposal): readonly FactOf<'approved'>[] | undefined {
  if (state === 'refused' || state === 'withdrawn' || !fact.body.pairs.includes(pair)) return undefined;
  const both = countriesOf(pair).flatMap((nation) => approvals.find(({ by }) => by.nation === nation) ?? []);
  return both.length === 2 ? both : undefined;
}

/** All baselines of one pair, the founding one first; the last one is in force. */
export function baselinesOf({ due }: Commitment, proposals: readonly Proposal[], pair: Pair): readonly Baseline[] {
  const months = due.map(dueMonth).sort();
  const [first, last] = [months[0], months.at(-1)];
  const founding: Baseline = {
    number: 0,
    approvers: [],
    ...(last === undefined ? {} : { month: last }),
    ...(first === last || first === undefined ? {} : { first }),
  };
  const later = proposals
    .flatMap((proposal) => {
      const both = signedFor(pair, proposal);
      if (both === undefined) return [];
      const since = instant(Math.max(...both.map(({ madeAt }) => madeAt)));
      return [{ body: proposal.fact.body, both, since }];
    })
    .toSorted((a, b) => a.since - b.since);
  return [
    founding,
    ...later.map(
      ({ body, both, since }, at): Baseline => ({
        ...{ number: at + 1, month: body.month, reason: body.reason, since },
        approvers: both.map(({ by, signature }) => ({ ...by, signature })),
      }),
    ),
  ];
}
