import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { languages, type Texts } from '#kernel';
import { monthsBetween } from '../months.ts';
import { chapterSchema, planSchema, type ShippedMilestone } from './schema.ts';

const folder = 'data/plan';
const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const planFile = read(`${folder}/plan.json`);
const plan = planSchema.parse(planFile);
const files = plan.chapters.map((code) => read(`${folder}/chapters/${code}.json`));
const chapters = files.map((file) => chapterSchema.parse(file));
const initiatives = chapters.flatMap((chapter) => chapter.initiatives);
const milestones = initiatives.flatMap((initiative) => initiative.milestones);
const by = (how: ShippedMilestone['serves']['by']) => milestones.filter(({ serves }) => serves.by === how);

/** The verticals that Tripoint is to have; a promise is left to one of them, not to a word that nobody will look for. */
const verticals = new Set(
  'lookouts cargo health maritime crossings materials enrolment visas incidents infrastructure enforcement standards agreements'.split(
    ' ',
  ),
);

const namesUnder = (path: string, suffix: string): readonly string[] =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(suffix))
    .map((name) => `${path}/${name}`);
const found = (paths: readonly string[], pattern: RegExp): ReadonlySet<string> =>
  new Set(paths.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(pattern)].map(([, name = '']) => name)));
const pages = found(
  [...namesUnder('src/console', '.tsx'), ...namesUnder('src/domains', 'console/pages.tsx')],
  /\bpattern: '([^']+)'/g,
);
/** Names that a part measures by; view and permission names have the same form, but none of them has a unit. */
const measures = found(
  namesUnder('src', '.ts').filter((path) => !path.endsWith('.test.ts')),
  /name: '([a-z]+\.[a-z-]+)',\s+title: \{[^}]*\},\s+unit: /g,
);

describe('the shipped register', () => {
  test('holds nothing that its schema does not know', () => {
    expect(plan).toEqual(planFile);
    for (const file of files) {
      const { source, date, ...rest } = file as Record<string, unknown>;
      expect(chapterSchema.parse(rest)).toEqual(rest);
      expect([source, date]).not.toContain(undefined);
    }
  });

  test('has 3 goals, 10 chapters, 27 initiatives and 106 milestones, each under the one before', () => {
    expect(plan.goals.map(({ goal }) => goal)).toEqual([1, 2, 3]);
    expect(chapters.map(({ code }) => code.toLowerCase())).toEqual(plan.chapters);
    expect([chapters.length, initiatives.length, milestones.length]).toEqual([10, 27, 106]);
    for (const { code, goal, initiatives: under } of chapters) {
      expect(plan.goals.map((one) => one.goal)).toContain(goal);
      expect(under.map(({ key }) => key)).toEqual(under.map((_, at) => `${code}-${at + 1}`));
      for (const { key, milestones: those } of under)
        expect(those.map((one) => one.key)).toEqual(those.map((_, at) => `${key}.${at + 1}`));
    }
    expect(chapters.map(({ goal }) => goal)).toEqual(chapters.map(({ goal }) => goal).toSorted());
  });

  test('counts months from the one in which the plan begins', () => {
    const stated = milestones.flatMap(({ due }) => due.filter((one) => 'month' in one));
    expect(stated.length).toBeGreaterThan(80);
    for (const { month, months } of stated) expect(monthsBetween(plan.begins, month)).toBe(months);
    expect(milestones.filter(({ due }) => due.length === 0)).toHaveLength(14);
  });

  test('says of pairs only what the scope lets it say', () => {
    const perPair = milestones.filter(({ said }) => !('all' in said));
    expect(perPair).toHaveLength(10);
    for (const { scope, said } of perPair) {
      expect(scope).toBe('all');
      expect(Object.keys(said)).toEqual(['US-CA', 'US-MX']);
    }
    const count = (wanted: string) => milestones.filter(({ scope }) => scope === wanted).length;
    expect([count('US-CA'), count('US-MX'), count('CA-MX')]).toEqual([11, 6, 0]);
  });
});

/** Keys in an order in which each comes after those that it needs; shorter than what was given when there is a ring. */
function inOrder(needs: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const done = new Set<string>();
  for (let before = -1; before !== done.size; ) {
    before = done.size;
    for (const [key, after] of needs) if (after.every((one) => done.has(one))) done.add(key);
  }
  return [...done];
}

describe('what a milestone waits for', () => {
  const needs = new Map(milestones.map(({ key, after = [] }) => [key, after]));

  test('exists, and waits for nothing that waits for it', () => {
    expect(inOrder(needs)).toHaveLength(needs.size);
    expect(milestones.filter(({ after }) => after !== undefined).length).toBeGreaterThanOrEqual(15);
  });

  test('a ring and a key that is not there are noticed', () => {
    const ring = new Map([...needs, ['TRV-1.2', ['TRV-1.4']]]);
    expect(inOrder(ring)).not.toContain('TRV-1.3');
    expect(inOrder(new Map([...needs, ['TRV-1.2', ['TRV-9.9']]]))).not.toContain('TRV-1.2');
  });
});

describe('what serves a milestone', () => {
  const links = milestones.flatMap(({ key, serves }) =>
    serves.by === 'tripoint' ? serves.links.map((link) => ({ key, link })) : [],
  );

  test.each(links)('$key: $link opens', ({ link }) => {
    switch (link.to) {
      case 'page':
        expect(pages).toContain(link.address);
        break;
      case 'room':
        expect(existsSync(`src/${link.name}/index.ts`)).toBe(true);
        break;
      case 'measure':
        expect(measures).toContain(link.name);
        break;
    }
  });

  test('a target is of a measure that is linked, and a share', () => {
    const tied = milestones.flatMap(({ key, measure }) => (measure === undefined ? [] : [{ key, measure }]));
    expect(tied.length).toBeGreaterThan(0);
    for (const { key, measure } of tied) {
      expect(links).toContainEqual({ key, link: { to: 'measure', name: measure.name } });
      const target = 'at-least' in measure ? measure['at-least'] : measure['at-most'];
      expect(target).toBeGreaterThan(0);
      expect(target).toBeLessThanOrEqual(1);
    }
  });

  test('at most 40 are policy only, and what comes later names its vertical', () => {
    expect(by('policy').length).toBeLessThanOrEqual(40);
    for (const { serves } of by('later')) expect(serves.by === 'later' && verticals.has(serves.domain)).toBe(true);
  });
});

/** Every text of the register: titles say it shortly, sentences end. */
const titles: readonly Texts[] = [plan, ...plan.goals, ...chapters, ...initiatives, ...milestones].map(
  ({ title }) => title,
);
const sentences: readonly Texts[] = [
  plan.observed.basis,
  ...milestones.flatMap(({ serves, errata = [] }) => [
    ...errata,
    ...(serves.by === 'later' ? [serves.note] : []),
    ...(serves.by === 'policy' ? [serves.reason] : []),
  ]),
];

/** What is wrong with a French text as it is set in Canada: a no-break space before : and inside « », none before ; ! ? */
const frenchFaults = (text: string): readonly string[] =>
  [/(?<!\u00a0):/, /«(?!\u00a0)/, /(?<!\u00a0)»/, /\s[;!?]/, /'/].filter((fault) => fault.test(text)).map(String);

describe('the texts', () => {
  test('titles are short and no sentences', () => {
    for (const title of titles.slice(1)) {
      expect(title.en.length, title.en).toBeLessThanOrEqual(70);
      for (const language of languages) {
        expect(title[language].length, title[language]).toBeLessThanOrEqual(95);
        expect(title[language]).not.toMatch(/\.$/);
      }
    }
    expect(new Set(milestones.map(({ title }) => title.en)).size).toBe(106);
  });

  test('sentences end', () => {
    for (const sentence of sentences) for (const language of languages) expect(sentence[language]).toMatch(/[^ ]\.$/);
  });

  test('no language stands in for another', () => {
    for (const { en, fr, es } of [...titles, ...sentences].filter(({ en }) => en !== 'Bioprotection'))
      expect(new Set([en, fr, es]).size, en).toBe(3);
  });

  test('French is set as in Canada', () => {
    expect(frenchFaults("l'accord : « x » !")).toHaveLength(5);
    for (const { fr } of [...titles, ...sentences]) expect(frenchFaults(fr), fr).toEqual([]);
  });
});
