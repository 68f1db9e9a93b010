import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { decide, loadOrder, loadTable } from '#decisions';
import { generateDay, travel } from '#domains/travel';
import { importList } from '#formats/lists';
import type { Assessed, CountryCode, FactValues, Means, Subject, SubjectList } from '#kernel';
import { countryCode, parsePlainDate } from '#kernel';
import { buildIndex, screen } from '#screening';
import ca from '../../data/decisions/travel/ca.json' with { type: 'json' };
import dispositions from '../../data/decisions/travel/dispositions.json' with { type: 'json' };
import mx from '../../data/decisions/travel/mx.json' with { type: 'json' };
import us from '../../data/decisions/travel/us.json' with { type: 'json' };
import watched from '../../data/travel/generator/watched.json' with { type: 'json' };

const folder = 'data/lists/demonstration';
const listsOf = (country: string): readonly SubjectList[] =>
  readdirSync(folder)
    .filter((file) => file.startsWith(country.toLowerCase()))
    .map((file) => importList(readFileSync(`${folder}/${file}`), { format: 'jsonl' }).list);

function must<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new TypeError(what);
  return value;
}

/** What one country's node hands to the domain, without a node. */
function meansOf(name: string, json: unknown): Omit<Means, 'at'> {
  const order = loadOrder(dispositions);
  const table = order.ok ? loadTable(json, travel.facts, order.value) : order;
  if (!table.ok) throw new TypeError(JSON.stringify(table.error));
  const index = buildIndex(listsOf(name));
  return {
    country: must(countryCode(name), name),
    screen: (subjects: readonly Subject[]) => screen(index, subjects),
    decide: (_name: string, facts: FactValues) => decide(table.value, facts),
    table: () => undefined,
  };
}

const means = Object.entries({ US: us, CA: ca, MX: mx }).map(([name, json]) => meansOf(name, json));
const day = must(parsePlainDate('2026-12-01'), 'a day');

interface Answer extends Assessed {
  readonly country: CountryCode;
}

/** Every traveller of a day with the word of the country that his carrier asks, as its node would give it. */
function answersOf(seed: number, travellers: number): readonly Answer[] {
  const answers: Answer[] = [];
  for (const { bytes, at, to, function: what, document } of generateDay(seed, day, travellers)) {
    if (what !== 'new' || document !== 'passenger-list') continue;
    const context = { receivedAt: at, country: to, tolerance: 'lenient' as const };
    for (const message of must(travel.codecs[0], 'a codec').read(bytes, context).messages) {
      const understood = travel.understand(message, context);
      if (!understood.ok) throw new TypeError(JSON.stringify(understood.error));
      for (const one of means.filter(({ country }) => country === to)) {
        const part = travel.part(understood.value.record, one.country);
        if (part === undefined) continue;
        const { assessed } = travel.assess(part, travel.fold.initial, { ...one, at });
        answers.push(...assessed.map((answer) => ({ ...answer, country: one.country })));
      }
    }
  }
  return answers;
}

const seed = 2;
const travellers = 4000;

describe('a day as three countries see it', () => {
  let answers: readonly Answer[] = [];
  beforeAll(() => {
    answers = answersOf(seed, travellers);
  }, 60_000);
  const share = (what: string): number =>
    (100 * answers.filter(({ decision }) => decision.disposition === what).length) / answers.length;

  test('most may board; a few are refused, referred, or asked for more', () => {
    expect(share('board')).toBeGreaterThan(93);
    expect(share('board')).toBeLessThan(99);
    for (const what of ['refuse', 'refer', 'insufficient-data', 'board-after-document-check']) {
      expect(share(what), what).toBeGreaterThan(0.03);
      expect(share(what), what).toBeLessThan(6);
    }
  });

  test('each country has hits on its own lists, certain ones and ones that an officer has to look at', () => {
    for (const { country } of means) {
      const own = answers.filter((answer) => answer.country === country).flatMap(({ candidates }) => candidates);
      expect(own.length, country).toBeGreaterThan(1);
      expect(new Set(own.map(({ entry }) => entry.slice(0, 2)))).toEqual(new Set([country]));
    }
    const classes = new Set(answers.flatMap(({ candidates }) => candidates.map((one) => one.class)));
    expect(classes).toEqual(new Set(['strong', 'adjudicate']));
  });

  test('who is found was put there: no invented traveller is a listed one by chance', () => {
    const planted = new Set(
      [...generateDay(seed, day, travellers)].flatMap((sent) => sent.travellers.flatMap(({ listed }) => listed ?? [])),
    );
    const found = new Set(answers.flatMap(({ candidates }) => candidates.map(({ entry }) => entry)));
    expect([...found].filter((entry) => !planted.has(entry))).toEqual([]);
    expect(found.size).toBeGreaterThan(4);
  });
});

describe('the watched of the generator', () => {
  const entries = ['US', 'CA', 'MX'].flatMap((country) =>
    listsOf(country).flatMap((list) => list.entries.map((entry) => ({ country, purpose: list.purpose, entry }))),
  );

  test('are the entries of the demonstration lists, all of them', () => {
    expect(watched.people.map(({ entry }) => entry).toSorted()).toEqual(
      entries.map(({ entry }) => entry.entry).toSorted(),
    );
  });

  test.each(watched.people)('$entry travels under his name, birth and document as the list has them', (person) => {
    const { country, purpose, entry } = must(
      entries.find((one) => one.entry.entry === person.entry),
      person.entry,
    );
    expect([person.country, person.purpose]).toEqual([country, purpose]);
    const [name] = entry.names;
    expect([person.family, person.given]).toEqual([name?.family, name?.given]);
    const [born] = entry.datesOfBirth;
    const [year, month, date] = (person.dateOfBirth ?? '').split('-').map(Number);
    if (born !== undefined) {
      expect(year).toBe(born.year);
      if (born.day !== undefined) expect([month, date]).toEqual([born.month, born.day]);
    }
    expect(person.sex).toBe(entry.sex);
    if (person.number !== undefined) {
      expect(entry.documents).toContainEqual({ type: 'P', number: person.number, issuingState: person.state });
    }
  });
});
