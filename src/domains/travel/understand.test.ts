import { describe, expect, test } from 'vitest';
import { type EdifactData, type Paxlst, type PaxlstPerson, readInterchange, writeCusres } from '#formats/edifact';
import { type CountryCode, countryCode, lodgementId, type ReadContext } from '#kernel';
import { contextOf, meaningOf, receivedAt, sampleOf, vectorsOf } from './certification/vectors.ts';
import { journeyKey, passengerListSchema } from './record.ts';
import { correction } from './reply.ts';
import { isCarriers, listOf, understand } from './understand.ts';

const us: CountryCode | undefined = countryCode('US');
if (us === undefined) throw new TypeError('US');
const context: ReadContext = contextOf(us);
const vector = vectorsOf(us).find(({ name }) => name === 'two-legs');
if (vector === undefined) throw new TypeError('a case');
const { list } = vector;
const of = (more: Partial<Paxlst> = {}) => listOf({ ...list, ...more }, context);
const [someone] = list.people;
if (someone === undefined) throw new TypeError('a person');
const person = (more: Partial<PaxlstPerson>): PaxlstPerson => ({ ...someone, ...more });
const without = <Value extends object, Key extends keyof Value>(
  value: Value,
  ...keys: readonly Key[]
): Omit<Value, Key> => {
  const copy = { ...value };
  for (const key of keys) delete copy[key];
  return copy;
};
const read = (bytes: Uint8Array) => {
  const [message] = readInterchange(bytes, context).messages;
  if (message === undefined) throw new TypeError('a message');
  return message;
};

test.each(vectorsOf(us).map((one) => [one.name, one] as const))(
  '%s: what is read means what was written, and fits the schema of the record',
  (_name, one) => {
    const message = read(sampleOf(one));
    const understood = understand(message, context);
    if (!understood.ok) throw new TypeError(JSON.stringify(understood.error));
    expect(understood.value.findings).toEqual([]);
    expect(passengerListSchema.safeParse(understood.value.record).success).toBe(true);
    const { reply: _written, travellers: meant, ...record } = meaningOf(one, us);
    expect(understood.value.record).toMatchObject(record);
    expect(understood.value.record.travellers.map((traveller) => ({ ...traveller, segment: 0 }))).toEqual(meant);
    expect(understood.value.record.travellers.every(({ segment }) => segment > 0)).toBe(true);
  },
);

describe('the journey', () => {
  test('is named by its first main leg, its local day and place, whatever flies over', () => {
    const [leg, ...more] = list.legs;
    if (leg === undefined) throw new TypeError('a leg');
    const over = { ...leg, stage: 'overflight' as const, conveyance: 'OVER', departurePlace: 'LAX' };
    const record = of({ legs: [over, leg, ...more] });
    expect(record.journey).toMatchObject({
      carrier: 'ZZ',
      conveyance: 'ZZ101',
      origin: 'MEX',
      date: '2027-06-14',
      mode: 'air',
    });
    expect(journeyKey(record)).toBe('travel ZZ ZZ101 2027-06-14 MEX');
    expect(of({ legs: [over] }).journey.conveyance).toBe('OVER');
  });

  test('without a leg is a journey all the same, and one without a time has no day', () => {
    expect(of({ legs: [] }).journey).toEqual({ carrier: '', conveyance: '', mode: 'air', origin: '', legs: [] });
    const timeless = list.legs.map((leg) => without(leg, 'departureTime', 'arrivalTime'));
    const record = of({ legs: timeless });
    expect(record.journey).not.toHaveProperty('date');
    expect(record.journey.legs[0]).not.toHaveProperty('departure');
    expect(journeyKey(record)).toBe('travel ZZ ZZ101 undated MEX');
  });

  test.each([
    ['ZZ101', 'ZZ'],
    ['9X101', '9X'],
    ['AAL101', 'AAL'],
    ['1234', ''],
    ['Z9101', 'Z9'],
    ['HULL', ''],
    ['', ''],
  ])('the carrier of %s without a name of its own is %s', (conveyance, carrier) => {
    const legs = list.legs.map((leg) => ({ ...leg, conveyance, carrier: '' }));
    expect(of({ legs }).journey.carrier).toBe(carrier);
  });

  test('has its times as lodged, and as instants where the place is known', () => {
    expect(of().journey.legs[0]).toMatchObject({
      from: { code: 'MEX', country: 'MX', zone: 'America/Mexico_City' },
      departure: {
        local: '2027-06-14T09:15',
        zone: 'America/Mexico_City',
        instant: Date.parse('2027-06-14T15:15:00Z'),
      },
      arrival: { local: '2027-06-14T15:50', instant: Date.parse('2027-06-14T19:50:00Z') },
    });
    const legs = list.legs.map((leg) => ({ ...leg, departurePlace: 'QQQ' }));
    expect(of({ legs }).journey.legs[0]).toMatchObject({
      from: { code: 'QQQ' },
      departure: { local: '2027-06-14T09:15' },
    });
    expect(of({ legs }).journey.legs[0]?.departure).not.toHaveProperty('instant');
  });
});

describe('the request', () => {
  test('is named by RFF+TN with its revision', () => {
    expect(of({ transactionReference: 'T', transactionRevision: '2' }).transaction).toBe('T:2');
    expect(of({ transactionReference: 'T' }).transaction).toBe('T');
  });

  test('without one by its common reference where it has parts, else by its interchange and message', () => {
    const bare = without(list, 'transactionReference');
    expect(listOf({ ...bare, part: { number: 1, last: false } }, context).transaction).toBe(list.commonAccessReference);
    expect(listOf(without(bare, 'part'), context).transaction).toBe(
      `${list.envelope.controlReference}-${list.messageReference}`,
    );
    expect(
      listOf({ ...without(bare, 'commonAccessReference'), part: { number: 1, last: true } }, context).transaction,
    ).toBe(`${list.envelope.controlReference}-${list.messageReference}`);
  });

  test('keeps what a reply must repeat, by whose profile it was read, and where it came from', () => {
    const lodgement = lodgementId('c'.repeat(32));
    if (lodgement === undefined) throw new TypeError('a lodgement');
    expect(listOf(list, { ...context, lodgement })).toMatchObject({
      authority: 'US',
      lodgement,
      receivedAt,
      interactive: true,
      reply: {
        directory: 'D.05B',
        associationCode: 'IATA',
        messageReference: list.messageReference,
        transactionReference: list.transactionReference,
      },
    });
    expect(listOf(list, context)).not.toHaveProperty('lodgement');
  });
});

describe('travellers', () => {
  test('keep their own reference; without one they are known by their place in the request and its part', () => {
    const unnamed = without(someone, 'passengerReference');
    const people = [unnamed, someone, person({ passengerReference: '' })];
    const subjects = (more: Partial<Paxlst>) =>
      of({ people, ...more }).travellers.map(({ subject, referenced }) => [subject, referenced]);
    expect(subjects({ transactionReference: 'T 1', part: { number: 3, last: true } })).toEqual([
      ['T-1.3-1', false],
      ['CERT001', true],
      ['T-1.3-3', false],
    ]);
    const whole = listOf({ ...without(list, 'part'), transactionReference: 'T', people }, context);
    expect(whole.travellers[0]?.subject).toBe('T-1');
    expect(passengerListSchema.safeParse(whole).success).toBe(true);
  });

  test('are never known by a name or a document', () => {
    const [traveller] = of({ people: [without(someone, 'passengerReference')] }).travellers;
    for (const personal of [someone.family, someone.given, someone.documents[0]?.number]) {
      expect(traveller?.subject).not.toContain(personal);
    }
  });

  test('what is not said is not there', () => {
    const [traveller] = of({
      people: [{ role: 'crew', family: 'X', infant: false, documents: [], bagTags: [], segment: 4 }],
    }).travellers;
    expect(traveller).toEqual({
      subject: 'CERT5.1-1',
      referenced: false,
      role: 'crew',
      family: 'X',
      infant: false,
      documents: [],
      segment: 4,
    });
  });
});

describe('what is no list', () => {
  test('is refused by its kind: only carriers’ messages are for an authority', () => {
    const other: EdifactData = {
      type: 'INVOIC',
      directory: 'D.96A',
      associationCode: '',
      messageReference: '1',
      envelope: list.envelope,
    };
    expect(understand({ kind: 'invoic D.96A', data: other }, context)).toMatchObject({
      ok: false,
      error: [{ code: 'TRV-0104', parameters: { kind: 'invoic D.96A' } }],
    });
    expect(isCarriers(other)).toBe(false);
    expect(isCarriers(list)).toBe(true);
  });

  test('the acknowledgement of a 132 is one of theirs; an authority’s own answer is not', () => {
    const record = meaningOf(vector, us);
    const told = correction(
      record,
      [{ subject: 'CERT001', own: undefined, partners: [], combined: 'refuse' as never }],
      { country: us, at: receivedAt, table: () => undefined },
    );
    const { data } = read(told.bytes);
    if (!('answers' in data)) throw new TypeError('a CUSRES');
    expect(isCarriers(data)).toBe(false);
    expect(understand({ kind: 'cusres D.05B', data }, context).ok).toBe(false);
    const { authority: _authority, ...back } = data.envelope;
    const acknowledgement = read(
      writeCusres({ ...data, document: 'acknowledgement', envelope: { ...back, sender: 'ZZ', recipient: 'USCSAPIS' } }),
    );
    const understood = understand(acknowledgement, context);
    expect(understood).toMatchObject({
      ok: true,
      value: {
        record: {
          function: 'acknowledgement',
          crew: false,
          travellers: [],
          transaction: list.transactionReference,
          authority: 'US',
        },
      },
    });
  });
});

test('a list with an error is refused with all that is worth saying of it', () => {
  const twice = { ...list, people: [someone, someone] };
  const refused = understand({ kind: 'paxlst D.05B', data: twice }, context);
  expect(refused).toMatchObject({ ok: false, error: [{ code: 'TRV-0105' }] });
  expect(understand({ kind: 'paxlst D.05B', data: { ...list, legs: [] } }, context).ok).toBe(false);
});

test('bytes of a crew list are crew, and a passenger list is not', () => {
  expect(of({ document: 'crew-list' }).crew).toBe(true);
  expect(of({ document: 'master-crew-list' }).crew).toBe(true);
  expect(of({ document: 'change-in-flight-status' }).crew).toBe(false);
});
