import type { z } from 'zod';
import type { Language, Measure } from '#kernel';
import { type Fact, factsOf } from '../facts/fact.ts';
import { countriesOf } from '../pairs.ts';
import type { Commitment, Register } from '../register/register.ts';
import { dueMonth } from '../register/register.ts';
import type { Report } from '../standing/account.ts';
import type { Baseline, Proposal } from '../standing/baseline.ts';
import { countsOf } from '../standing/counts.ts';
import { matrixOf } from '../standing/matrix.ts';
import { type Moment, monthOfMoment } from '../standing/moment.ts';
import type { PairStanding } from '../standing/pair.ts';
import type { Standing } from '../standing/standing.ts';
import type { Measured } from '../standing/verdict.ts';
import type {
  factShape,
  measuredShape,
  milestoneShape,
  pairShape,
  proposalShape,
  registerShape,
  rowShape,
} from './shapes.ts';

/** In whose words, and who looks. */
export interface Viewer {
  readonly language: Language;
  readonly person: string;
  readonly measures: ReadonlyMap<string, Measure>;
}

function shownPair({
  pair,
  cell,
  flags,
  baseline,
  account,
  expected,
  assessed,
}: PairStanding): z.infer<typeof pairShape> {
  const { month, first, number } = baseline;
  const report = account?.report;
  return {
    ...{ pair, cell, flags: [...flags], baseline: number },
    ...(month === undefined || cell === 'not-applicable' ? {} : { due: month }),
    ...(first === undefined ? {} : { firstDue: first }),
    ...(report === undefined ? {} : { state: report.said.state, reportedBy: report.by, reportedFor: report.asOf }),
    ...(report?.said.qualifier === undefined ? {} : { qualifier: report.said.qualifier }),
    ...(expected === undefined ? {} : { expected: { ...expected.span, by: expected.by } }),
    ...(assessed === undefined ? {} : { verdict: assessed.body.verdict }),
  };
}

function shownMeasured(measured: Measured, { measures, language }: Viewer): z.infer<typeof measuredShape> {
  const { name, at, value, of, target, verdict } = measured;
  const measure = measures.get(name);
  return {
    ...{ name, at, target, verdict, title: measure?.title[language] ?? name, unit: measure?.unit ?? '' },
    ...(measure?.page === undefined ? {} : { page: measure.page }),
    ...(value === undefined ? {} : { value }),
    ...(of === undefined ? {} : { of }),
  };
}

function shownServes({ serves }: Commitment, language: Language): z.infer<typeof rowShape>['serves'] {
  if (serves === undefined) return undefined;
  switch (serves.by) {
    case 'tripoint':
      return { by: 'tripoint', links: serves.links.map((link) => ({ ...link })) };
    case 'later':
      return { by: 'later', domain: serves.domain, note: serves.note[language] };
    case 'policy':
      return { by: 'policy', reason: serves.reason[language] };
  }
}

/** True while the last thing that the person said of it was that he follows it. */
const isFollowed = (facts: readonly Fact[], person: string): boolean =>
  factsOf(facts, 'followed').findLast(({ by }) => by.person === person)?.body.on ?? false;

/** A promise as a list shows it. */
export function shownRow(standing: Standing, viewer: Viewer): z.infer<typeof rowShape> {
  const { commitment, facts, pairs, proposals, flags, blockedBy, measured, changedAt } = standing;
  const { key, kind, promise, title, goal, chapter, initiative, scope } = commitment;
  const serves = shownServes(commitment, viewer.language);
  return {
    ...{ milestone: key, kind, promise, goal, chapter, initiative, scope, title: title[viewer.language] },
    ...{ pairs: pairs.map(shownPair), flags: [...flags], blockedBy: [...blockedBy] },
    openProposals: proposals.filter(({ state }) => state === 'open').length,
    comments: factsOf(facts, 'commented').length,
    followed: isFollowed(facts, viewer.person),
    ...(serves === undefined ? {} : { serves }),
    ...(measured === undefined ? {} : { measured: shownMeasured(measured, viewer) }),
    ...(changedAt === undefined ? {} : { changedAt }),
  };
}

/** Something that was said, as the history tells it. */
export const shownFact = ({ name, milestone, what, by, madeAt, body }: Fact): z.infer<typeof factShape> => ({
  ...{ fact: name, milestone, what, nation: by.nation, person: by.person, at: madeAt, body: { ...body } },
});

/** A proposal with who signed it and who has not yet. */
export function shownProposal({ fact, state, approvals }: Proposal): z.infer<typeof proposalShape> {
  const { body, by, madeAt, name } = fact;
  const signed = approvals.map((one) => ({ ...one.by, at: one.madeAt }));
  const needed = [...new Set(body.pairs.flatMap(countriesOf))].sort();
  return {
    ...{ proposal: name, state, pairs: [...body.pairs], month: body.month, reason: body.reason },
    ...{ nation: by.nation, person: by.person, at: madeAt, signed },
    missing: needed.filter((nation) => !signed.some((one) => one.nation === nation)),
  };
}

const shownReport = ({ by, said, asOf, source, fact }: Report) => ({
  ...{ by, asOf, state: said.state },
  ...(said.qualifier === undefined ? {} : { qualifier: said.qualifier }),
  ...(said.forecast === undefined ? {} : { expected: said.forecast }),
  ...(source === undefined ? {} : { source }),
  ...(fact === undefined ? {} : { fact }),
});

const shownBaseline = ({ number, month, first, reason, since, approvers }: Baseline) => ({
  ...{ number, approvers: approvers.map(({ nation, person }) => ({ nation, person })) },
  ...(month === undefined ? {} : { month }),
  ...(first === undefined ? {} : { first }),
  ...(reason === undefined ? {} : { reason }),
  ...(since === undefined ? {} : { since }),
});

/** A promise with its whole story. `all` is the register that it stands in, for what it waits for and what waits for it. */
export function shownMilestone(
  standing: Standing,
  all: readonly Standing[],
  viewer: Viewer,
): Omit<z.infer<typeof milestoneShape>, 'asOf' | 'month'> {
  const { commitment, facts, pairs, proposals } = standing;
  const named = ({ commitment: { key, title } }: Standing) => ({ milestone: key, title: title[viewer.language] });
  return {
    ...shownRow(standing, viewer),
    due: commitment.due.map((due) => ({
      month: dueMonth(due),
      ...('before' in due ? { before: due.before } : {}),
      ...('months' in due && due.months > 0 ? { months: due.months } : {}),
    })),
    errata: commitment.errata.map((text) => text[viewer.language]),
    after: all.filter((one) => commitment.after.includes(one.commitment.key)).map(named),
    before: all.filter((one) => one.commitment.after.includes(commitment.key)).map(named),
    reports: pairs.map(({ pair, reports }) => ({ pair, reports: reports.map(shownReport) })),
    baselines: pairs.map(({ pair, baselines }) => ({ pair, baselines: baselines.map(shownBaseline) })),
    proposals: proposals.map(shownProposal),
    history: facts.filter(({ what }) => what !== 'followed').map(shownFact),
  };
}

type Titled = Readonly<Record<Language, string>>;

/** The register as a whole: its plan, its matrix, and every promise as a list shows it. */
export function shownRegister(
  { plan, chapters }: Register,
  standings: readonly Standing[],
  { moment, viewer }: { readonly moment: Moment; readonly viewer: Viewer },
): z.infer<typeof registerShape> {
  const titled = <Of extends { readonly title: Titled }>(one: Of) => ({ ...one, title: one.title[viewer.language] });
  const { key, title, source, begins, observed, goals } = plan;
  // Reports are sorted by their month: the last of each pair is its newest.
  const reported = standings.flatMap(({ pairs }) => pairs.flatMap(({ reports }) => reports.at(-1)?.asOf ?? []));
  const newest = reported.toSorted().at(-1);
  return {
    plan: {
      ...{ key, source, begins, title: title[viewer.language] },
      ...{ observed: observed.month, basis: observed.basis[viewer.language] },
    },
    ...{ asOf: moment.asOf, known: moment.known, month: monthOfMoment(moment) },
    ...(newest === undefined ? {} : { reported: newest }),
    goals: goals.map(titled),
    chapters: chapters.map((chapter) => ({ ...titled(chapter), initiatives: chapter.initiatives.map(titled) })),
    counts: { ...countsOf(standings) },
    matrix: matrixOf(standings).map((cell) => ({ ...cell })),
    rows: standings.map((standing) => shownRow(standing, viewer)),
  };
}
