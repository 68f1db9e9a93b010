import { expect, test } from 'vitest';
import { combine, decide, failRule, loadFailRules, loadOrder, loadTable, missingFactReason } from '#decisions';
import { travel } from '#domains/travel';
import { disposition, type FactValues, languages, parsePlainDate, type Result } from '#kernel';
import { catalogueOf } from '#locales';
import ca from '../../data/decisions/travel/ca.json' with { type: 'json' };
import dispositions from '../../data/decisions/travel/dispositions.json' with { type: 'json' };
import failRuleData from '../../data/decisions/travel/fail-rules.json' with { type: 'json' };
import mx from '../../data/decisions/travel/mx.json' with { type: 'json' };
import us from '../../data/decisions/travel/us.json' with { type: 'json' };

const dictionary = travel.facts;
/** The closed set of a fact, as the dictionary of travel declares it. */
const valuesOf = (name: string): readonly string[] => {
  const values = dictionary.find((fact) => fact.name === name)?.values;
  if (values === undefined) throw new TypeError(`${name} has no closed set`);
  return values;
};
const lists = dictionary.map((fact) => fact.name).filter((name) => name.startsWith('list.'));

function must<Value>(loaded: Result<Value, unknown>): Value {
  if (!loaded.ok) throw new TypeError(JSON.stringify(loaded.error));
  return loaded.value;
}
const order = must(loadOrder(dispositions));
const tables = Object.entries({ us, ca, mx }).map(([country, json]) => ({
  country,
  table: must(loadTable(json, dictionary, order)),
}));

const clear: FactValues = {
  'list.no-fly': 'none',
  'list.lookout': 'none',
  'list.sanctions': 'none',
  'list.lost-document': 'none',
  'document.type': 'P',
  'document.state': 'valid',
  'document.daysToExpiry': 900,
  'traveller.nationality': 'MEX',
  'traveller.age': 40,
  'traveller.infant': false,
  'traveller.role': 'passenger',
  'traveller.dataMissing': [],
  'traveller.dateOfBirthInFuture': false,
  'journey.direction': 'inbound',
  'journey.mode': 'air',
  'journey.minutesToDeparture': 90,
  'message.late': false,
};
const by = (country: string, facts: FactValues) => {
  const table = tables.find((one) => one.country === country)?.table;
  if (table === undefined) throw new TypeError(country);
  return decide(table, { ...clear, ...facts });
};

/** Travellers of every kind that a table may tell apart: each list, document, direction, role and defect with each other. */
function* everybody(): Generator<FactValues> {
  const defects: readonly FactValues[] = [
    {},
    { 'message.late': true },
    { 'traveller.dataMissing': ['date-of-birth'] },
    { 'traveller.dateOfBirthInFuture': true },
    { 'journey.mode': 'land' },
  ];
  for (const list of lists)
    for (const hit of valuesOf(list))
      for (const state of valuesOf('document.state'))
        for (const direction of valuesOf('journey.direction'))
          for (const role of ['passenger', 'crew'])
            for (const defect of defects)
              yield {
                ...clear,
                [list]: hit,
                'document.state': state,
                'journey.direction': direction,
                'traveller.role': role,
                ...defect,
              };
}

test.each(tables)('$country: every row is reached by somebody, and each reason has its text', ({ table }) => {
  const reasons = [...everybody()].flatMap((facts) => decide(table, facts).reasons);
  for (const code of new Set(reasons.map((reason) => reason.code))) {
    for (const language of languages) expect(table.reasonTexts[code]?.[language], code).toBeTruthy();
  }
  const reached = new Set(reasons.map((reason) => reason.row));
  expect([...reached].toSorted()).toEqual(table.rows.map(({ key }) => key).toSorted());
});

test('a code that is not of the closed set is no fact: the strictest row that asks for it speaks', async () => {
  const decision = by('us', { 'traveller.dataMissing': ['dateOfBirth'] });
  expect(decision.reasons[0]?.code).toBe(missingFactReason);
  for (const language of languages) expect((await catalogueOf(language))[missingFactReason]).toBeTruthy();
});

test('the three countries answer by their own tables', () => {
  for (const { country } of tables) {
    expect(by(country, {}).disposition).toBe('board');
    expect(by(country, { 'list.no-fly': 'strong' }).disposition).toBe('refuse');
    expect(by(country, { 'list.no-fly': 'adjudicate' }).disposition).toBe('refer');
    expect(by(country, { 'traveller.dataMissing': ['date-of-birth'] }).disposition).toBe('insufficient-data');
    expect(by(country, { 'document.state': 'expired' }).disposition).toBe('refuse');
  }
  expect(by('us', { 'list.lookout': 'strong' }).disposition).toBe('refer');
  expect(by('mx', { 'list.lookout': 'strong' }).disposition).toBe('refuse');
  expect(by('us', { 'list.lost-document': 'strong' }).disposition).toBe('refuse');
  expect(by('ca', { 'list.lost-document': 'strong' }).disposition).toBe('refer');
  const words = tables.map(({ country }) => by(country, { 'list.lookout': 'strong' }));
  expect(combine(order, words[0]?.disposition, words.slice(1))).toBe('refuse');
});

test.each(tables)('$country: a list that was not looked at never lets anyone board', ({ country }) => {
  for (const list of ['list.no-fly', 'list.lookout', 'list.sanctions']) {
    const decision = by(country, { [list]: null });
    expect(order.rank(decision.disposition)).toBeLessThanOrEqual(order.rank(disposition('refer')));
    expect(decision.reasons[0]?.code).toBe(missingFactReason);
  }
});

test('every country has a fail rule for every profile, and waits for less than two seconds interactively', () => {
  const rules = must(loadFailRules(failRuleData, order));
  const today = parsePlainDate('2026-11-24');
  if (today === undefined) throw new TypeError('a day');
  for (const authority of ['US', 'CA', 'MX', 'XX']) {
    const rule = failRule(rules, authority, 'iapi', today);
    expect(rule?.timeLimitMilliseconds).toBeLessThan(2000);
    expect(rule?.dispositions.late).not.toBe('board');
  }
});
