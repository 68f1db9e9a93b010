import { expect, test } from 'vitest';
import { loadOrder } from '#decisions';
import { type CountryCode, countryCode, Decision, disposition, instant, invariant } from '#kernel';
import { combineOutcomes, type Said, type StandIn, saidFinding } from './combination.ts';
import { tablesFrom } from './data-folder.ts';
import type { PartnerSaid } from './partners.ts';

const country = (text: string): CountryCode => {
  const code = countryCode(text);
  invariant(code !== undefined, 'a country of the test');
  return code;
};
const [US, MX] = [country('US'), country('MX')];
const loaded = loadOrder(tablesFrom()('decisions/travel/dispositions.json'));
invariant(loaded.ok, 'the shipped order is one');
const order = loaded.value;
const [strictest, , , , mildest] = order.dispositions;
invariant(strictest !== undefined && mildest !== undefined, 'five dispositions');

/** What stands in says which country and why it was asked for. */
const asked: string[] = [];
const standIn: StandIn = (who, why) => {
  asked.push(`${who} ${why}`);
  return disposition('refer');
};

const own = (subject: string, what = mildest) => ({
  subject,
  decision: Decision.because(what, [{ code: 'X', class: 'other', row: 'r', facts: {} }], { table: 't', version: '1' }),
  facts: {},
  candidates: [],
});
const about = (who: CountryCode, said: PartnerSaid, subjects = ['1']): Said => ({
  ...{ country: who, subjects: new Set(subjects), said },
});
const word = (subject: string, what = mildest): PartnerSaid => ({
  kind: 'answer',
  words: [{ subject, disposition: what, reasonClass: 'security', validUntil: instant(5) }],
});

test('the most restrictive word is the combined one, whoever says it', () => {
  const [outcome] = combineOutcomes(
    order,
    { assessed: [own('1')], said: [about(US, word('1', strictest)), about(MX, word('1'))] },
    standIn,
  );
  expect(outcome?.combined).toBe(strictest);
  expect(outcome?.partners).toEqual([
    { country: US, disposition: strictest, reasonClass: 'security', validUntil: 5 },
    { country: MX, disposition: mildest, reasonClass: 'security', validUntil: 5 },
  ]);
  const [mild] = combineOutcomes(order, { assessed: [own('1', strictest)], said: [about(US, word('1'))] }, standIn);
  expect(mild?.combined).toBe(strictest);
});

test.each([
  [{ kind: 'late' }, 'late'],
  [{ kind: 'error', code: 'EXC-0302' }, 'error'],
  [{ kind: 'not-forwarded', code: 'AGR-0101' }, 'not-forwarded'],
  // A partner that leaves somebody out has not answered about him.
  [word('2'), 'error'],
] as const)('for %j the fail rule speaks, and is marked', (said, failRule) => {
  asked.length = 0;
  const [outcome] = combineOutcomes(order, { assessed: [own('1')], said: [about(US, said)] }, standIn);
  expect(outcome?.partners).toEqual([{ country: US, disposition: 'refer', failRule }]);
  expect(outcome?.combined).toBe('refer');
  expect(asked).toEqual([`US ${failRule}`]);
});

test('each subject hears of the countries that were asked about it, and of no other', () => {
  const said = [about(US, word('1'), ['1']), about(MX, word('2', strictest), ['2'])];
  const outcomes = combineOutcomes(order, { assessed: [own('1')], said }, standIn);
  expect(outcomes.map(({ subject, combined }) => [subject, combined])).toEqual([
    ['1', mildest],
    ['2', strictest],
  ]);
  expect(outcomes.map(({ partners }) => partners.map((one) => one.country))).toEqual([[US], [MX]]);
  expect(outcomes[1]?.own).toBeUndefined();
});

test('nobody to ask about is no outcome', () => {
  expect(combineOutcomes(order, { assessed: [], said: [] }, standIn)).toEqual([]);
});

test('silence, failure and absence are told to the party that lodged; an answer needs no telling', () => {
  expect(saidFinding('r', US, word('1'))).toBeUndefined();
  expect(saidFinding('r', US, { kind: 'late' })?.code).toBe('NOD-0103');
  expect(saidFinding('r', US, { kind: 'error', code: 'EXC-0305' })).toMatchObject({
    ...{ code: 'NOD-0104', parameters: { country: 'US', code: 'EXC-0305' } },
  });
  expect(saidFinding('r', MX, { kind: 'not-forwarded', code: 'AGR-0101' })).toMatchObject({
    ...{ code: 'NOD-0102', parameters: { country: 'MX', record: 'r' } },
  });
});
