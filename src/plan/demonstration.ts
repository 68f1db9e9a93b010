import { z } from 'zod';
import { type Instant, invariant } from '#kernel';
import table from '../../data/plan/demonstration.json' with { type: 'json' };
import type { Utterance } from './facts/allow.ts';
import { verdicts } from './facts/bodies.ts';
import type { Saying } from './facts/say.ts';
import { addMonths, monthAt } from './months.ts';
import { countriesOf, pairSchema, scopes } from './pairs.ts';
import { kinds, promises, states, textsSchema } from './register/schema.ts';

const nation = z.enum(['US', 'CA', 'MX']);
const people = z.object({ secretariat: z.string(), commissioner: z.string(), auditor: z.string() });
const proposed = z.object({
  milestone: z.string(),
  pairs: z.array(pairSchema),
  month: z.int(),
  by: nation,
  reason: z.string(),
});

const tableSchema = z.object({
  people: z.record(nation, people),
  adopted: z.array(
    z.object({
      ...{ milestone: z.string(), month: z.int(), by: nation, title: textsSchema },
      ...{ kind: z.enum(kinds), promise: z.enum(promises), scope: z.enum(scopes) },
    }),
  ),
  reports: z.array(
    z.object({
      milestone: z.string(),
      pairs: z.partialRecord(pairSchema, z.object({ state: z.enum(states), expected: z.int().optional() })),
    }),
  ),
  agreed: z.array(proposed),
  open: z.array(proposed),
  refused: z.array(proposed.extend({ refusedBy: nation, because: z.string() })),
  verdicts: z.array(
    z.object({ milestone: z.string(), pair: pairSchema, verdict: z.enum(verdicts), by: nation, reason: z.string() }),
  ),
  comments: z.array(z.object({ milestone: z.string(), by: nation, text: z.string() })),
});
type Table = z.infer<typeof tableSchema>;
type Proposed = z.infer<typeof proposed>;

/** What the officials of one country say, each of his own promise. */
export interface Speech extends Saying {
  readonly nation: string;
}

/** Things that are said before anybody of another country answers them; then the facts are carried, and the next wave begins. */
export type Wave = readonly Speech[];

/** The officials of the table, and the month in which they speak. */
interface Stage {
  readonly table: Table;
  readonly month: string;
}

/** Who speaks: the holder of an office of a country. */
interface Speaker {
  readonly by: string;
  readonly office: keyof z.infer<typeof people>;
}

const speech = ({ table }: Stage, { by, office }: Speaker, milestone: string, utterance: Utterance): Speech => {
  const person = table.people[nation.parse(by)][office];
  return { nation: by, person, milestone, utterances: [utterance] };
};

/** Both countries of a pair say the same of it, of the month before. */
function reports(stage: Stage): Wave {
  const asOf = addMonths(stage.month, -1);
  return stage.table.reports.flatMap(({ milestone, pairs }) =>
    pairSchema.options.flatMap((pair) => {
      const told = pairs[pair];
      if (told === undefined) return [];
      const month = told.expected === undefined ? undefined : addMonths(stage.month, told.expected);
      const said = { state: told.state, ...(month === undefined ? {} : { forecast: { from: month, to: month } }) };
      return countriesOf(pair).map((by) =>
        speech(stage, { by, office: 'secretariat' }, milestone, { what: 'self-reported', body: { pair, said, asOf } }),
      );
    }),
  );
}

function proposals(stage: Stage): Wave {
  const { agreed, open, refused } = stage.table;
  return [...agreed, ...open, ...refused].map(({ milestone, pairs, month, by, reason }) =>
    speech(stage, { by, office: 'secretariat' }, milestone, {
      what: 'proposed',
      body: { pairs, reason, month: addMonths(stage.month, month) },
    }),
  );
}

/** The name that a proposal got: it is the last thing that its country said of the promise before the answers. */
function nameOf(wave: Wave, { milestone, by }: Proposed): string {
  const before = wave.filter((one) => one.milestone === milestone && one.nation === by).length;
  return `${by}-${milestone}-${before}`;
}

const signature = (stage: Stage, wave: Wave, one: Proposed, by: string): Speech => {
  const { milestone, pairs, month } = one;
  const body = { proposal: nameOf(wave, one), pairs, month: addMonths(stage.month, month) };
  return speech(stage, { by, office: 'commissioner' }, milestone, { what: 'approved', body });
};

/** What is answered: signatures of all who are asked, of the country that proposed alone, or a refusal. */
function answers(stage: Stage, wave: Wave): Wave {
  const { agreed, open, refused } = stage.table;
  const asked = ({ pairs }: Proposed): readonly string[] => [...new Set(pairs.flatMap(countriesOf))];
  return [
    ...agreed.flatMap((one) => asked(one).map((by) => signature(stage, wave, one, by))),
    ...open.map((one) => signature(stage, wave, one, one.by)),
    ...refused.map((one) =>
      speech(stage, { by: one.refusedBy, office: 'commissioner' }, one.milestone, {
        what: 'refused',
        body: { proposal: nameOf(wave, one), reason: one.because },
      }),
    ),
  ];
}

function remarks(stage: Stage): Wave {
  const asOf = addMonths(stage.month, -1);
  const { verdicts: given, comments, adopted } = stage.table;
  return [
    ...adopted.map(({ milestone, by, month, ...rest }) =>
      speech(stage, { by, office: 'secretariat' }, milestone, {
        what: 'adopted',
        body: { ...rest, due: addMonths(stage.month, month) },
      }),
    ),
    ...given.map(({ milestone, by, pair, verdict, reason }) =>
      speech(stage, { by, office: 'auditor' }, milestone, { what: 'assessed', body: { pair, verdict, reason, asOf } }),
    ),
    ...comments.map(({ milestone, by, text }) =>
      speech(stage, { by, office: 'secretariat' }, milestone, { what: 'commented', body: { text } }),
    ),
  ];
}

/**
 * What made-up officials of three countries say of the plan in a demonstration (`data/plan/demonstration.json`), in two
 * waves: what they say, and what they answer once it has been carried. Months count from the one in which it is shown.
 */
export function demonstrationWaves(now: Instant): readonly [Wave, Wave] {
  const stage = { table: tableSchema.parse(table), month: monthAt(now) };
  const first = [...reports(stage), ...proposals(stage)];
  invariant(first.length > 0, 'the demonstration has something to say');
  return [[...first, ...remarks(stage)], answers(stage, first)];
}
