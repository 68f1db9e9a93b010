import { beforeAll, describe, expect, test } from 'vitest';
import { type EdifactData, readInterchange } from '#formats/edifact';
import { checkDigit } from '#formats/mrz';
import { decodeLatin1, type Message, parsePlainDate } from '#kernel';
import carriers from '../../../../data/travel/generator/carriers.json' with { type: 'json' };
import routes from '../../../../data/travel/generator/routes.json' with { type: 'json' };
import { generateDay } from './day.ts';
import { type DefectName, defectNames } from './defect-names.ts';
import type { Sent } from './letters.ts';

const day = parsePlainDate('2026-12-01');
let sent: readonly Sent[] = [];
beforeAll(() => {
  if (day !== undefined) sent = [...generateDay(7, day, 6000)];
});

const having = (name: DefectName): readonly Sent[] => sent.filter(({ defects }) => defects.includes(name));
const textOf = ({ bytes }: Sent): string => decodeLatin1(bytes);
const unwrapped = (one: Sent): string => textOf(one).replace(/[\r\n]/g, '');
const readingOf = (one: Sent) => readInterchange(one.bytes, { receivedAt: one.at, tolerance: 'lenient' });
const messageOf = (one: Sent): Message<EdifactData> => {
  const [message] = readingOf(one).messages;
  if (message === undefined) throw new TypeError('one message');
  return message;
};
const codesOf = (one: Sent): readonly string[] => [
  ...readingOf(one).findings.map(({ code }) => code),
  ...messageOf(one).findings.map(({ code }) => code),
];
const peopleOf = (one: Sent) => {
  const { data } = messageOf(one);
  return 'people' in data ? data.people : [];
};

/** What each defect looks like to whom it reaches. */
const looks: Readonly<Record<DefectName, (one: Sent) => boolean>> = {
  'check-digit-in-number': (one) =>
    peopleOf(one).some(({ documents }, at) => {
      const printed = one.travellers[at]?.person.documents[0]?.number ?? '';
      return documents[0]?.number === `${printed}${checkDigit(printed)}`;
    }),
  duplicates: (one) => sent.some((other) => other !== one && other.at !== one.at && textOf(other) === textOf(one)),
  late: (one) => one.at > (one.beginBy ?? 0),
  'lower-case': (one) => peopleOf(one).every(({ family }) => family === family.toLowerCase()),
  'no-expiry': (one) => peopleOf(one).some(({ documents }) => documents[0]?.expiry === undefined),
  'no-nationality': (one) => peopleOf(one).some(({ nationality }) => nationality === undefined),
  'no-reference': (one) => peopleOf(one).some(({ passengerReference }) => passengerReference === undefined),
  spaces: (one) => /DTM\+\d+: /.test(textOf(one)),
  titles: (one) => peopleOf(one).some(({ given }) => / MRS?$/.test(given ?? '')),
  'type-b': (one) => codesOf(one).includes('EDI-0104'),
  'universal-time': (one) => {
    const { data } = messageOf(one);
    const written = 'legs' in data ? data.legs[0]?.departureTime : undefined;
    return written === new Date(departureOf(one)).toISOString().slice(0, 16);
  },
  unverified: (one) => peopleOf(one).some(({ verified }) => verified === false),
  wrapped: (one) =>
    codesOf(one).includes('EDI-0121') &&
    textOf(one)
      .split('\r\n')
      .every((line) => line.length <= 64),
  'wrong-counts': (one) => codesOf(one).includes('EDI-0301') && /CNT\+4[12]:\d+/.test(unwrapped(one)),
};

/** A batch may be begun until its lead before departure. */
const departureOf = ({ beginBy, organisation }: Sent): number =>
  (beginBy ?? 0) + (routes.routes.find(({ carrier }) => carrier === organisation)?.lead ?? 0) * 60_000;

describe('what carriers do wrong', () => {
  test('every defect is somebody’s, and nobody has one without a name', () => {
    const had = carriers.carriers.flatMap((carrier) => Object.keys(carrier.defects));
    expect([...new Set(had)].toSorted()).toEqual(defectNames.toSorted());
  });

  test.each(defectNames)('%s', (name) => {
    const some = having(name);
    expect(some.length).toBeGreaterThan(0);
    for (const one of some.slice(0, 12)) expect.soft(looks[name](one), `${one.organisation} ${textOf(one)}`).toBe(true);
  });

  test.each(defectNames.filter((name) => name !== 'duplicates' && name !== 'universal-time'))(
    'a message without %s does not look so',
    (name) => {
      const others = sent.filter((one) => !one.defects.includes(name) && one.function === 'new');
      for (const one of others.slice(0, 60)) expect.soft(looks[name](one), textOf(one)).toBe(false);
    },
  );
});

describe('what carriers send', () => {
  test('requests, changes, cancellations and closings, by the functions that each authority knows', () => {
    const functionsTo = (country: string): readonly string[] => [
      ...new Set(sent.filter(({ to }) => to === country).map((one) => one.function)),
    ];
    const all = ['change-passenger', 'cancel-reservation', 'close-on-board', 'close-not-on-board', 'close'];
    for (const name of all)
      expect(
        sent.some((one) => one.function === name),
        name,
      ).toBe(true);
    expect(functionsTo('MX').toSorted()).toEqual(['close', 'close-on-board', 'new']);
  });

  test('a change keeps the references of those it is about, under a new transaction, with the data right', () => {
    const changes = sent.filter((one) => one.function === 'change-passenger');
    for (const change of changes.slice(0, 20)) {
      const references = peopleOf(change).map(({ passengerReference }) => passengerReference);
      const asked = sent.find(
        (one) => one.function === 'new' && one.travellers[0] === change.travellers[0] && one.at < change.at,
      );
      expect(asked?.travellers.map(({ person }) => person.passengerReference)).toEqual(references);
      expect(change.defects.filter((name) => name.startsWith('no-'))).toEqual([]);
      expect(textOf(change).match(/RFF\+TN:\d+/)?.[0]).not.toBe(asked && textOf(asked).match(/RFF\+TN:\d+/)?.[0]);
    }
    expect(changes.length).toBeGreaterThan(3);
  });

  test('closings are firm, at the door, and name nobody who cancelled', () => {
    const closings = sent.filter((one) => one.function.startsWith('close'));
    for (const one of closings) expect(one.firm).toBe(true);
    const gone = new Set(
      sent
        .filter((one) => one.function === 'cancel-reservation')
        .flatMap((one) => one.travellers.map(({ person }) => person.passengerReference)),
    );
    const closed = closings.flatMap((one) => one.travellers.map(({ person }) => person.passengerReference));
    expect(closed.length).toBeGreaterThan(500);
    expect(closed.filter((reference) => gone.has(reference))).toEqual([]);
  });

  test('by air, sea and land, to all three countries, of many states', () => {
    const states = new Set(sent.flatMap((one) => one.travellers.map(({ person }) => person.nationality)));
    expect(states.size).toBeGreaterThan(40);
    expect(new Set(sent.map(({ to }) => to))).toEqual(new Set(['US', 'CA', 'MX']));
    const modes = carriers.carriers.filter(({ code }) => sent.some(({ organisation }) => organisation === code));
    expect(new Set(modes.map(({ mode }) => mode))).toEqual(new Set(['air', 'sea', 'land']));
  });
});
