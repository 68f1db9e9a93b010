import type { Instant } from '#kernel';
import { type Fact, factsOf } from '../facts/fact.ts';
import type { Said } from '../facts/records.ts';
import { type Pair, pairs } from '../pairs.ts';
import { adoptedOf, type Commitment, type Register } from '../register/register.ts';
import type { Target } from '../register/schema.ts';
import { isDone } from './account.ts';
import { type Proposal, proposalsOf } from './baseline.ts';
import { type Flag, flagNames } from './flags.ts';
import { knownFacts, type Moment } from './moment.ts';
import { accountIn, type PairStanding, pairStanding } from './pair.ts';
import { type Gauge, type Measured, measuredBy } from './verdict.ts';

/** How a promise stands, with everything that it follows from. */
export interface Standing {
  readonly commitment: Commitment;
  /** What had been said of it by the moment. */
  readonly facts: readonly Fact[];
  readonly pairs: readonly PairStanding[];
  readonly proposals: readonly Proposal[];
  /** The flags of any pair; "contradicts" is told of a promise only when every pair that has reported says so. */
  readonly flags: readonly Flag[];
  readonly blockedBy: readonly string[];
  /** Absent where the promise is tied to no measure. */
  readonly measured?: Measured;
  /** When something was last said of it here. */
  readonly changedAt?: Instant;
}

/** What a register is folded from. */
export interface Folded {
  readonly register: Register;
  readonly said: Iterable<Said>;
  readonly moment: Moment;
  /** A measure by its name; undefined where there is none of that name. */
  readonly gauge: (name: string) => Gauge | undefined;
}

/** The target in force: the last one that was set, or the shipped one. */
function targetOf({ target }: Commitment, facts: readonly Fact[]): Target | undefined {
  const last = factsOf(facts, 'targeted').at(-1);
  return last === undefined ? target : last.body.target;
}

/** Every promise, shipped or adopted, with what was said of it by the moment; shipped ones first, in the plan's order. */
function commitmentsOf({
  register,
  said,
  moment,
}: Folded): ReadonlyMap<string, readonly [Commitment, readonly Fact[]]> {
  const heard = new Map([...said].map(({ milestone, facts }) => [milestone, knownFacts(facts, moment)]));
  const shipped = [...register.commitments.values()].map((one) => [one.key, [one, heard.get(one.key) ?? []]] as const);
  const adopted = [...heard].flatMap(([key, facts]) => {
    const one = register.commitments.has(key) ? undefined : adoptedOf(facts, register);
    return one === undefined ? [] : [[key, [one, facts]] as const];
  });
  return new Map([...shipped, ...adopted.toSorted(([a], [b]) => (a < b ? -1 : 1))]);
}

/** Where only one of two pairs contradicts its month, its own line says so; 13 rows of the founding report do for every pair. */
function isRaised(name: Flag, each: readonly PairStanding[]): boolean {
  const raised = each.filter((one) => one.flags.includes(name));
  if (name !== 'contradicts') return raised.length > 0;
  return (
    raised.length > 0 &&
    raised.length === each.filter(({ account, cell }) => account !== undefined && cell !== 'not-applicable').length
  );
}

/** Folds the whole register: every promise as it stands at the moment. Order: the plan's, then what was adopted, by key. */
export function standingsOf(folded: Folded): readonly Standing[] {
  const { register, moment } = folded;
  const all = commitmentsOf(folded);
  const founded = register.plan.observed.month;
  const isDoneIn = (key: string, pair: Pair): boolean => {
    const [commitment, facts] = all.get(key) ?? [];
    const account = commitment && facts && accountIn(commitment, pair, { facts, moment, founded });
    return account !== undefined && isDone(account.report.said);
  };
  return [...all.values()].map(([commitment, facts]) => {
    const proposals = proposalsOf(facts);
    const blockedBy = (pair: Pair) => commitment.after.filter((key) => !isDoneIn(key, pair));
    const each = pairs.map((pair) => pairStanding(commitment, pair, { facts, proposals, moment, founded, blockedBy }));
    const flags = flagNames.filter((name) => isRaised(name, each));
    const target = targetOf(commitment, facts);
    const changedAt = facts.at(-1)?.madeAt;
    return {
      ...{ commitment, facts, pairs: each, proposals, flags },
      blockedBy: [
        ...new Set(each.filter((one) => one.flags.includes('blocked')).flatMap(({ pair }) => blockedBy(pair))),
      ],
      ...(target === undefined ? {} : { measured: measuredBy(target, folded.gauge(target.name), moment.asOf) }),
      ...(changedAt === undefined ? {} : { changedAt }),
    };
  });
}
