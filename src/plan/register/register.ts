import type { Texts } from '#kernel';
import { type Fact, factsOf } from '../facts/fact.ts';
import { type Month, monthOf } from '../months.ts';
import { type Pair, pairsOf, type Scope } from '../pairs.ts';
import {
  chapterSchema,
  type Due,
  type kinds,
  planSchema,
  type promises,
  type Said,
  type ShippedChapter,
  type ShippedMilestone,
  type ShippedPlan,
  type Target,
} from './schema.ts';

/** One promise of the plan. Milestones come with the founding report; any kind may be adopted later. */
export interface Commitment {
  readonly key: string;
  readonly kind: (typeof kinds)[number];
  readonly promise: (typeof promises)[number];
  readonly title: Texts;
  readonly goal: number;
  readonly chapter: string;
  readonly initiative: string;
  readonly scope: Scope;
  readonly due: readonly Due[];
  /** What the founding report says of each pair, and of which month it speaks. */
  readonly founding: Readonly<Partial<Record<Pair, Said>>>;
  readonly after: readonly string[];
  readonly serves?: ShippedMilestone['serves'];
  readonly target?: Target;
  readonly errata: readonly Texts[];
}

export interface Initiative {
  readonly key: string;
  readonly title: Texts;
}
export interface Chapter extends Pick<ShippedChapter, 'code' | 'goal' | 'title'> {
  readonly initiatives: readonly Initiative[];
}

/** The register as it is shipped: what was promised, before anybody said more. */
export interface Register {
  readonly plan: ShippedPlan;
  readonly chapters: readonly Chapter[];
  readonly commitments: ReadonlyMap<string, Commitment>;
}

function foundingOf({ said, scope }: ShippedMilestone): Commitment['founding'] {
  if (!('all' in said)) return said;
  return Object.fromEntries(pairsOf(scope).map((pair) => [pair, said.all]));
}

function commitmentOf(milestone: ShippedMilestone, chapter: ShippedChapter, initiative: string): Commitment {
  const { key, kind: promise, title, scope, due, after = [], errata = [], measure, serves } = milestone;
  return {
    ...{ key, kind: 'milestone', promise, title, scope, due, after, errata, serves, initiative },
    ...{ goal: chapter.goal, chapter: chapter.code, founding: foundingOf(milestone) },
    ...(measure === undefined ? {} : { target: measure }),
  };
}

/**
 * Reads the register from its tables: `data/plan/plan.json` and one file a chapter, in the plan's order. Crashes on a
 * table that does not fit its schema: tables are part of the program, and a test reads them.
 */
export function readRegister(plan: unknown, chapters: readonly unknown[]): Register {
  const read = chapters.map((chapter) => chapterSchema.parse(chapter));
  const commitments = read.flatMap((chapter) =>
    chapter.initiatives.flatMap(({ key, milestones }) =>
      milestones.map((milestone) => commitmentOf(milestone, chapter, key)),
    ),
  );
  return {
    plan: planSchema.parse(plan),
    chapters: read.map(({ code, goal, title, initiatives }) => ({
      ...{ code, goal, title },
      initiatives: initiatives.map((initiative) => ({ key: initiative.key, title: initiative.title })),
    })),
    commitments: new Map(commitments.map((commitment) => [commitment.key, commitment])),
  };
}

/** The chapter code that a key begins with. */
const chapterCode = (key: string): string => key.slice(0, 3);

/** A promise as it was adopted here or in a partner's node; undefined while nobody has adopted it. */
export function adoptedOf(facts: readonly Fact[], { chapters }: Register): Commitment | undefined {
  const [first] = factsOf(facts, 'adopted');
  if (first === undefined) return undefined;
  const chapter = chapters.find(({ code }) => code === chapterCode(first.milestone));
  if (chapter === undefined) return undefined;
  const { kind, promise, title, scope, due, after = [] } = first.body;
  return {
    ...{ key: first.milestone, kind, promise, title, scope, after, errata: [], founding: {} },
    ...{ goal: chapter.goal, chapter: chapter.code, initiative: first.milestone.split('.')[0] ?? '' },
    due: due === undefined ? [] : [{ months: 0, month: due }],
  };
}

/** The month by which a part of a promise was due: the one stated, or the last whole one before the day stated. */
export function dueMonth(due: Due): Month {
  if ('month' in due) return due.month;
  const [year = 0, month = 0, day = 0] = due.before.split('-').map(Number);
  return monthOf(year * 12 + month - 1 - (day === 1 ? 1 : 0));
}
