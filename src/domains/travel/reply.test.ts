import { describe, expect, test } from 'vitest';
import { type Cusres, readInterchange } from '#formats/edifact';
import {
  type CountryCode,
  countryCode,
  disposition,
  instant,
  type Outcome,
  type PartnerOutcome,
  type Reply,
} from '#kernel';
import { contextOf, meaningOf, vectorsOf } from './certification/vectors.ts';
import { codeTableOf } from './codes.ts';
import { dispositions } from './dispositions.ts';
import { correction, negative, reply, replyCodes } from './reply.ts';

const country = (code: string): CountryCode => {
  const known = countryCode(code);
  if (known === undefined) throw new TypeError(code);
  return known;
};
const [us, ca] = [country('US'), country('CA')];
const vector = vectorsOf(us).find(({ name }) => name === 'ten-passengers');
if (vector === undefined) throw new TypeError('a case');
const record = meaningOf(vector, us);
const at = instant(Date.parse('2027-06-14T10:05:00Z'));
const means = { country: us, at, table: () => undefined };

function read({ bytes }: Reply): Cusres {
  const reading = readInterchange(bytes, contextOf(us));
  const data = reading.messages[0]?.data;
  if (data === undefined || !('answers' in data)) throw new TypeError('no CUSRES');
  expect(reading.messages[0]?.findings).toEqual([]);
  return data;
}
const outcome = (subject: string, combined: string, partners: readonly PartnerOutcome[] = []): Outcome => ({
  subject,
  own: undefined,
  partners,
  combined: disposition(combined),
});

describe('the answer (962)', () => {
  test('says one code and text a traveller, by his reference and locator', () => {
    const words = record.travellers.map(({ subject }, index) => outcome(subject, dispositions[index % 5] ?? ''));
    const cusres = read(reply(record, words, means));
    expect(cusres.document).toBe('answer');
    expect(cusres.answers.map(({ level }) => level)).toEqual(record.travellers.map(() => 'passenger'));
    expect(cusres.answers.map(({ codes }) => codes)).toEqual(
      ['1Z', '4Z', '2Z', '0B', '0Z', '1Z', '4Z', '2Z', '0B', '0Z'].map((code) => [code]),
    );
    expect(cusres.answers.map(({ passengerReference }) => passengerReference)).toEqual(
      record.travellers.map(({ subject }) => subject),
    );
    expect(cusres.answers[0]).toMatchObject({
      locator: record.travellers[0]?.locator,
      text: 'DO NOT BOARD, CONTACT CBP',
    });
  });

  test('repeats the references and legs of the list, and goes back to its sender', () => {
    const cusres = read(reply(record, [outcome('CERT004', 'board')], means));
    expect(cusres).toMatchObject({
      messageReference: record.reply?.messageReference,
      commonAccessReference: record.reply?.commonAccessReference,
      transactionReference: 'CERT4',
      directory: 'D.05B',
      associationCode: 'IATA',
      legs: [
        {
          conveyance: 'ZZ101',
          departurePlace: 'MEX',
          arrivalPlace: 'JFK',
          departureTime: '2027-06-14T09:15',
          arrivalTime: '2027-06-14T15:50',
          departureQualifier: '125',
          arrivalQualifier: '87',
        },
      ],
      envelope: {
        sender: 'USCSAPIS',
        recipient: 'ZZ',
        controlReference: record.reply?.envelope.controlReference,
        prepared: { date: '270614', time: '1005' },
        interactive: false,
      },
    });
  });

  test('says whom nobody heard, and why, in the words of the table', () => {
    const partners: readonly PartnerOutcome[] = [
      { country: ca, disposition: disposition('refer'), failRule: 'late' },
      { country: country('MX'), disposition: disposition('refer'), failRule: 'error' },
      { country: country('GB'), disposition: disposition('refer'), failRule: 'not-forwarded' },
      { country: country('FR'), disposition: disposition('board'), reasonClass: 'other' },
    ];
    const [answer] = read(reply(record, [outcome('CERT004', 'refer', partners)], means)).answers;
    expect(answer?.text).toBe(
      'DO NOT BOARD YET, AN OFFICER WILL ANSWER, NO ANSWER IN TIME FROM CA, NO VALID ANSWER FROM MX, LODGE WITH GB DIRECTLY',
    );
  });

  test('a list that asks nothing is accepted as a whole', () => {
    const { answers } = read(reply({ ...record, function: 'close', travellers: [] }, [], means));
    expect(answers).toMatchObject([{ level: 'header', codes: ['0'], text: 'MESSAGE ACCEPTED' }]);
  });

  test('a part that another node asked for has no way back', () => {
    const { reply: _reply, ...part } = record;
    expect(reply(part, [outcome('CERT004', 'board')], means).bytes).toHaveLength(0);
  });

  test('leaves out what the list did not say', () => {
    const [first, ...legs] = record.journey.legs;
    if (first === undefined || record.reply === undefined) throw new TypeError('a leg');
    const { departure: _d, arrival: _a, ...timeless } = first;
    const { commonAccessReference: _c, transactionReference: _t, part: _p, ...coordinates } = record.reply;
    const bare = { ...record, journey: { ...record.journey, legs: [timeless, ...legs] }, reply: coordinates };
    const cusres = read(reply({ ...bare, travellers: [] }, [outcome('CERT999', 'board')], means));
    expect(cusres.legs[0]).not.toHaveProperty('departureTime');
    expect(cusres.legs[0]).not.toHaveProperty('arrivalTime');
    expect(cusres).not.toHaveProperty('commonAccessReference');
    expect(cusres).not.toHaveProperty('transactionReference');
    expect(cusres.answers[0]).not.toHaveProperty('locator');
  });
});

test('the unsolicited message (132) says what holds now', () => {
  const cusres = read(correction(record, [outcome('CERT005', 'refuse')], means));
  expect(cusres).toMatchObject({ document: 'unsolicited', transactionReference: 'CERT4' });
  expect(cusres.answers).toMatchObject([{ passengerReference: 'CERT005', codes: ['1Z'] }]);
});

test('the negative answer says the codes of what was found, at the level of everybody', () => {
  const cusres = read(negative(record, ['TRV-0103', 'TRV-0105'], means));
  expect(cusres.answers).toMatchObject([
    { level: 'header', codes: ['118'], text: 'MESSAGE REFUSED TRV-0103 TRV-0105' },
  ]);
});

describe('by whose table', () => {
  const on = record.journey.date;
  if (on === undefined) throw new TypeError('a day');
  const refusal = (codes: ReturnType<typeof replyCodes>) =>
    codes.answers.find((one) => one.disposition === 'refuse')?.text;
  const own = (code: string) =>
    codeTableOf(code)?.versions[0]?.answers.find((one) => one.disposition === 'refuse')?.text;

  test('that of the authority that was addressed, the node’s country’s where it has none', () => {
    expect(refusal(replyCodes(ca, on, means))).toBe(own('CA'));
    expect(refusal(replyCodes(country('BR'), on, means))).toBe(own('US'));
    expect(refusal(replyCodes(undefined, on, { ...means, country: ca }))).toBe(own('CA'));
    expect(refusal(replyCodes(undefined, on, { ...means, country: country('BR') }))).toBe(own('US'));
  });

  test('a country may replace its table; one that is no table is not taken', () => {
    const mine = structuredClone(codeTableOf('CA'));
    const answer = mine?.versions[0]?.answers[0];
    if (mine === undefined || answer === undefined) throw new TypeError('a table');
    const versions = mine.versions.map((one) => ({
      ...one,
      answers: [{ ...answer, disposition: disposition('refuse'), text: 'NON' }],
    }));
    const asked: string[] = [];
    const table = <Table>(name: string): Table | undefined => {
      asked.push(name);
      return { ...mine, versions } as Table;
    };
    expect(refusal(replyCodes(ca, on, { country: us, table }))).toBe('NON');
    expect(asked).toEqual(['travel/codes/ca.json']);
    const broken = <Table>(): Table | undefined => ({ authority: 'CA' }) as Table;
    expect(refusal(replyCodes(ca, on, { country: us, table: broken }))).toBe(own('CA'));
  });
});
