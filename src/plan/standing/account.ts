import { type Fact, type FactOf, factsOf } from '../facts/fact.ts';
import type { Month } from '../months.ts';
import { countriesOf, type Pair } from '../pairs.ts';
import type { Commitment } from '../register/register.ts';
import type { Said, State } from '../register/schema.ts';
import { type Moment, monthOfMoment } from './moment.ts';

/** What one side says of a promise towards the other, and of which month. `by` is a country, or `report` for what the leaders said together. */
export interface Report {
  readonly by: string;
  readonly said: Said;
  readonly asOf: Month;
  readonly source?: string;
  readonly fact?: string;
}

/** From the least advanced to the most: of two accounts the lesser one is shown. */
const advance: Readonly<Record<State, number>> = {
  delayed: 0,
  initiated: 1,
  'on-track': 2,
  'partially-completed': 3,
  'completed-ongoing': 4,
  completed: 5,
};

const heard = ({ by, body, name }: FactOf<'self-reported'>): Report => {
  const { said, asOf, source } = body;
  // What was read from a report was said by the leaders together, whoever read it in.
  return {
    by: source === undefined ? by.nation : 'report',
    said,
    asOf,
    fact: name,
    ...(source === undefined ? {} : { source }),
  };
};

/** Everything that was reported about one pair up to the moment, the oldest month first. */
export function reportsOf(
  { founding }: Commitment,
  facts: readonly Fact[],
  { pair, founded, moment }: { readonly pair: Pair; readonly founded: Month; readonly moment: Moment },
): readonly Report[] {
  const said = founding[pair];
  const first: readonly Report[] = said === undefined ? [] : [{ by: 'report', said, asOf: founded }];
  const later = factsOf(facts, 'self-reported')
    .filter(({ body }) => body.pair === pair)
    .map(heard);
  const until = monthOfMoment(moment);
  return [...first, ...later]
    .filter(({ asOf }) => asOf <= until)
    .toSorted((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0));
}

/** How a pair accounts for a promise now. */
export interface Account {
  /** The lesser of what the two countries say. */
  readonly report: Report;
  /** What each country's last word is; the leaders' word stands for a country that has said nothing since. */
  readonly each: readonly Report[];
  readonly differ: boolean;
}

/** The last word of each country of the pair, and the lesser of them; undefined when nothing was ever reported. */
export function accountOf(reports: readonly Report[], pair: Pair): Account | undefined {
  const each = countriesOf(pair).flatMap((nation) => {
    const last = reports.findLast(({ by }) => by === nation || by === 'report');
    return last === undefined ? [] : [last];
  });
  const [first, second] = each;
  if (first === undefined) return undefined;
  if (second === undefined || second === first) return { report: first, each: [first], differ: false };
  const lesser = advance[second.said.state] < advance[first.said.state] ? second : first;
  return { report: lesser, each, differ: first.said.state !== second.said.state };
}

/** True when nothing more is to be done, or what is done goes on for good. */
export const isDone = ({ state }: Said): boolean => state === 'completed' || state === 'completed-ongoing';
