import { expect, test } from 'vitest';
import { combine, decide, failRule, loadFailRules, loadOrder, loadTable, missingFactReason } from '#decisions';
import type { Fact, FactValues, PlainDate, Result } from '#kernel';
import ca from '../../data/decisions/travel/ca.json' with { type: 'json' };
import dispositions from '../../data/decisions/travel/dispositions.json' with { type: 'json' };
import failRuleData from '../../data/decisions/travel/fail-rules.json' with { type: 'json' };
import mx from '../../data/decisions/travel/mx.json' with { type: 'json' };
import us from '../../data/decisions/travel/us.json' with { type: 'json' };
import { facts as travelFacts } from '../../src/domains/travel/facts.ts';

/** The closed sets of the codes, so that a code that no traveller can have is found in a table. */
const sets: Readonly<Record<string, readonly string[]>> = {
  'list.no-fly': ['none', 'adjudicate', 'strong'],
  'list.lookout': ['none', 'adjudicate', 'strong'],
  'list.sanctions': ['none', 'adjudicate', 'strong'],
  'list.lost-document': ['none', 'adjudicate', 'strong'],
  'document.state': ['valid', 'expired', 'expires-during-journey', 'missing', 'unverified'],
  'traveller.role': ['passenger', 'crew', 'transit-passenger', 'transit-crew'],
  'journey.direction': ['inbound', 'outbound', 'transit', 'overflight', 'domestic'],
  'journey.mode': ['air', 'sea', 'land'],
};
const dictionary: readonly Fact[] = travelFacts.map((fact) => {
  const values = sets[fact.name];
  return values === undefined ? fact : { ...fact, values };
});

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

test.each(tables)('$country: every row is reached by somebody, and each reason has its text', ({ table }) => {
  const reached = new Set<string>();
  for (const listed of ['none', 'adjudicate', 'strong']) {
    for (const list of Object.keys(sets).filter((name) => name.startsWith('list.'))) {
      for (const state of sets['document.state'] ?? []) {
        for (const direction of sets['journey.direction'] ?? []) {
          for (const role of ['passenger', 'crew']) {
            for (const more of [
              {},
              { 'message.late': true },
              { 'traveller.dataMissing': ['dateOfBirth'] },
              { 'traveller.dateOfBirthInFuture': true },
              { 'journey.mode': 'land' },
            ]) {
              const facts = {
                ...clear,
                [list]: listed,
                'document.state': state,
                'journey.direction': direction,
                'traveller.role': role,
                ...more,
              };
              for (const reason of decide(table, facts).reasons) {
                reached.add(reason.row);
                expect(table.reasonTexts[reason.code]?.fr).toBeTruthy();
              }
            }
          }
        }
      }
    }
  }
  expect([...reached].toSorted()).toEqual(table.rows.map(({ key }) => key).toSorted());
});

test('the three countries answer by their own tables', () => {
  for (const { country } of tables) {
    expect(by(country, {}).disposition).toBe('board');
    expect(by(country, { 'list.no-fly': 'strong' }).disposition).toBe('refuse');
    expect(by(country, { 'list.no-fly': 'adjudicate' }).disposition).toBe('refer');
    expect(by(country, { 'traveller.dataMissing': ['dateOfBirth'] }).disposition).toBe('insufficient-data');
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
    expect(order.rank(decision.disposition)).toBeLessThanOrEqual(order.rank('refer' as never));
    expect(decision.reasons[0]?.code).toBe(missingFactReason);
  }
});

test('every country has a fail rule for every profile, and waits for less than two seconds interactively', () => {
  const rules = must(loadFailRules(failRuleData, order));
  for (const authority of ['US', 'CA', 'MX', 'XX']) {
    const rule = failRule(rules, authority, 'iapi', '2026-11-24' as PlainDate);
    expect(rule?.timeLimitMilliseconds).toBeLessThan(2000);
    expect(rule?.dispositions.late).not.toBe('board');
  }
});
