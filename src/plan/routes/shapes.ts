import { z } from 'zod';
import { verdicts } from '../facts/bodies.ts';
import { scopes } from '../pairs.ts';
import { kinds, promises, spanSchema, states, targetSchema } from '../register/schema.ts';
import { flagNames } from '../standing/flags.ts';
import { cells } from '../standing/pair.ts';

const pairName = z.string();

/** How one pair stands, as a list shows it. */
export const pairShape = z.object({
  pair: pairName,
  cell: z.enum(cells),
  flags: z.array(z.enum(flagNames)),
  /** The baseline in force and its number; absent where no month was promised. */
  due: z.string().optional(),
  firstDue: z.string().optional(),
  baseline: z.int(),
  state: z.enum(states).optional(),
  qualifier: z.string().optional(),
  /** Who reported last, and of which month. */
  reportedBy: z.string().optional(),
  reportedFor: z.string().optional(),
  expected: spanSchema.extend({ by: z.string() }).optional(),
  verdict: z.enum(verdicts).optional(),
});

export const measuredShape = z.object({
  name: z.string(),
  title: z.string(),
  unit: z.string(),
  /** The page that shows what the number is made of. */
  page: z.string().optional(),
  value: z.number().optional(),
  of: z.number().optional(),
  at: z.int(),
  target: targetSchema,
  verdict: z.enum(['kept', 'not-kept', 'not-yet-measured']),
});

const servesShape = z.union([
  z.object({
    by: z.literal('tripoint'),
    links: z.array(z.object({ to: z.string(), address: z.string().optional(), name: z.string().optional() })),
  }),
  z.object({ by: z.literal('later'), domain: z.string(), note: z.string() }),
  z.object({ by: z.literal('policy'), reason: z.string() }),
]);

/** One promise, as a list shows it. */
export const rowShape = z.object({
  milestone: z.string(),
  kind: z.enum(kinds),
  promise: z.enum(promises),
  title: z.string(),
  goal: z.int(),
  chapter: z.string(),
  initiative: z.string(),
  scope: z.enum(scopes),
  pairs: z.array(pairShape),
  flags: z.array(z.enum(flagNames)),
  blockedBy: z.array(z.string()),
  measured: measuredShape.optional(),
  serves: servesShape.optional(),
  changedAt: z.int().optional(),
  openProposals: z.int(),
  comments: z.int(),
  followed: z.boolean(),
});

const cellCounts = z.object({
  done: z.int(),
  partly: z.int(),
  moving: z.int(),
  late: z.int(),
  unknown: z.int(),
  'not-applicable': z.int(),
});

export const registerShape = z.object({
  plan: z.object({
    key: z.string(),
    title: z.string(),
    source: z.string(),
    begins: z.string(),
    observed: z.string(),
    basis: z.string(),
  }),
  /** The instant and the month in which the register is seen, and until when what was said is known. */
  asOf: z.int(),
  month: z.string(),
  known: z.int(),
  /** The newest month of which anybody has reported anything; absent while nobody has. */
  reported: z.string().optional(),
  goals: z.array(z.object({ goal: z.int(), title: z.string() })),
  chapters: z.array(
    z.object({
      code: z.string(),
      goal: z.int(),
      title: z.string(),
      initiatives: z.array(z.object({ key: z.string(), title: z.string() })),
    }),
  ),
  /** Over promises, as the printed report and the command count them. */
  counts: z.object({
    milestones: z.int(),
    done: z.int(),
    late: z.int(),
    contradicts: z.int(),
    moved: z.int(),
    stale: z.int(),
    measured: z.int(),
  }),
  matrix: z.array(z.object({ chapter: z.string(), pair: pairName, counts: cellCounts, contradicts: z.int() })),
  rows: z.array(rowShape),
});

const reportShape = z.object({
  by: z.string(),
  state: z.enum(states),
  qualifier: z.string().optional(),
  expected: spanSchema.optional(),
  asOf: z.string(),
  source: z.string().optional(),
  fact: z.string().optional(),
});

const baselineShape = z.object({
  number: z.int(),
  month: z.string().optional(),
  first: z.string().optional(),
  reason: z.string().optional(),
  since: z.int().optional(),
  approvers: z.array(z.object({ nation: z.string(), person: z.string() })),
});

/** One thing that was said, as the history tells it; `body` has the shape of its kind. */
export const factShape = z.object({
  fact: z.string(),
  milestone: z.string(),
  what: z.string(),
  nation: z.string(),
  person: z.string(),
  at: z.int(),
  body: z.record(z.string(), z.unknown()),
});

export const proposalShape = z.object({
  proposal: z.string(),
  pairs: z.array(pairName),
  month: z.string(),
  reason: z.string(),
  nation: z.string(),
  person: z.string(),
  at: z.int(),
  state: z.enum(['open', 'agreed', 'refused', 'withdrawn']),
  signed: z.array(z.object({ nation: z.string(), person: z.string(), at: z.int() })),
  missing: z.array(z.string()),
});

export const milestoneShape = rowShape.extend({
  due: z.array(z.object({ month: z.string(), months: z.int().optional(), before: z.string().optional() })),
  errata: z.array(z.string()),
  after: z.array(z.object({ milestone: z.string(), title: z.string() })),
  before: z.array(z.object({ milestone: z.string(), title: z.string() })),
  reports: z.array(z.object({ pair: pairName, reports: z.array(reportShape) })),
  baselines: z.array(z.object({ pair: pairName, baselines: z.array(baselineShape) })),
  proposals: z.array(proposalShape),
  history: z.array(factShape),
  asOf: z.int(),
  month: z.string(),
});
