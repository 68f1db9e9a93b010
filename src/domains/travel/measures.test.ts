import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Access, type AggregateId, aggregateId, countryCode, disposition, instant, languages } from '#kernel';
import { measures } from './measures.ts';
import { emptyJourney, type JourneyState, type PartnerSaid, type PassengerState } from './state.ts';

const [ca, mx] = [countryCode('CA'), countryCode('MX')];
if (ca === undefined || mx === undefined) throw new TypeError('countries');
const board = disposition('board');
const closing = 1_000_000;

const word = (more: Partial<PartnerSaid> = {}): PartnerSaid => ({
  ...{ country: ca, disposition: board, reasonClass: 'other', at: instant(1), late: false },
  ...more,
});

interface Told {
  readonly repliedAt?: number;
  readonly partners?: readonly PartnerSaid[];
  readonly presence?: PassengerState['dialogue']['presence'];
}

const passenger = (subject: string, { repliedAt, partners = [], presence = 'expected' }: Told): PassengerState => ({
  traveller: { subject, referenced: true, role: 'passenger', family: 'X', infant: false, documents: [], segment: 1 },
  dialogue: { request: 'T', open: false, superseded: [], presence, unacknowledged: false },
  referrals: [],
  partners,
  ...(repliedAt === undefined ? {} : { repliedAt: instant(repliedAt) }),
  history: [],
  updatedAt: instant(1),
});

const journey = (told: readonly Told[], more: Partial<JourneyState> = {}): JourneyState => ({
  ...emptyJourney,
  passengers: Object.fromEntries(told.map((one, at) => [`P${at}`, passenger(`P${at}`, one)])),
  ...more,
});

async function read(name: string, journeys: readonly JourneyState[], now = closing) {
  const state = new Map<AggregateId, JourneyState>();
  for (const [at, one] of journeys.entries())
    state.set(aggregateId(String(at).padStart(32, '0')) ?? expect.fail('an id'), one);
  const access = { now: () => instant(now), view: () => ({ state, asOf: instant(1) }) } as unknown as Access;
  const measure = measures.find((one) => one.name === name) ?? expect.fail(name);
  return measure.read(access);
}

test('the names, units and pages are a contract; each title is said in three languages', () => {
  expect(measures.map(({ name, unit, page }) => `${name} ${unit} ${page}`)).toEqual([
    'travel.answered-in-time share /flights',
    'travel.partner-words-in-time share /flights',
    'travel.lists-in-time share /flights',
    'travel.crossings 1 /flights',
  ]);
  for (const { title } of measures) {
    const words = languages.map((language) => title[language]);
    expect(words.every((text) => text.length > 10)).toBe(true);
    expect(new Set(words).size).toBe(3);
  }
});

test('a node that has nothing to count measures nothing, which is not zero', async () => {
  for (const { name } of measures) {
    expect(await read(name, [])).toBeUndefined();
    expect(await read(name, [journey([])])).toBeUndefined();
    expect(await read(name, [journey([{ presence: 'cancelled', repliedAt: 1, partners: [word()] }])])).toBeUndefined();
  }
});

describe('a word of a partner', () => {
  const name = 'travel.partner-words-in-time';

  test.each<[string, Partial<PartnerSaid>, number]>([
    ['came in time', {}, 1],
    ['came after the reply', { late: true }, 0],
    ['did not come, and the rule of lateness stood in', { failRule: 'late' }, 0],
    ['came broken, and the rule of errors stood in', { failRule: 'error' }, 0],
    ['broken and late', { failRule: 'error', late: true }, 0],
  ])('%s', async (_what, more, value) => {
    expect(await read(name, [journey([{ partners: [word(more)] }])])).toEqual({ value, of: 1 });
    expect(await read('travel.answered-in-time', [journey([{ repliedAt: 5, partners: [word(more)] }])])).toEqual({
      value,
      of: 1,
    });
  });

  test('that the law forwards to nobody is asked of nobody, late or not', async () => {
    const kept = word({ failRule: 'not-forwarded' });
    const keptLate = word({ failRule: 'not-forwarded', late: true });
    expect(await read(name, [journey([{ partners: [kept, keptLate] }])])).toBeUndefined();
    expect(await read(name, [journey([{ partners: [kept, word(), keptLate] }])])).toEqual({ value: 1, of: 1 });
    expect(await read('travel.answered-in-time', [journey([{ repliedAt: 5, partners: [kept, keptLate] }])])).toEqual({
      value: 1,
      of: 1,
    });
  });

  test('counts whether the carrier was answered or not, over all journeys', async () => {
    const journeys = [
      journey([{ partners: [word(), word({ country: mx, late: true })] }, { repliedAt: 3, partners: [word()] }]),
      journey([{ partners: [word()] }, { presence: 'cancelled', partners: [word({ late: true })] }]),
    ];
    expect(await read(name, journeys)).toEqual({ value: 3 / 4, of: 4 });
  });
});

describe('a traveller is answered in time', () => {
  const name = 'travel.answered-in-time';

  test('when every country asked was in time: one late is enough to fail', async () => {
    const both = (other: Partial<PartnerSaid>) => [word(), word({ country: mx, ...other })];
    expect(await read(name, [journey([{ repliedAt: 1, partners: both({}) }])])).toEqual({ value: 1, of: 1 });
    expect(await read(name, [journey([{ repliedAt: 1, partners: both({ late: true }) }])])).toEqual({
      value: 0,
      of: 1,
    });
  });

  test('only once the carrier was answered, and also where no partner was asked', async () => {
    expect(await read(name, [journey([{ partners: [word()] }])])).toBeUndefined();
    expect(await read(name, [journey([{ partners: [word()] }, { repliedAt: 0 }])])).toEqual({ value: 1, of: 1 });
  });

  test('as a share of those who were answered', () => {
    const one = fc.record({ answered: fc.boolean(), lates: fc.array(fc.boolean(), { maxLength: 3 }) });
    return fc.assert(
      fc.asyncProperty(fc.array(fc.array(one, { maxLength: 4 }), { maxLength: 4 }), async (lists) => {
        const told = lists.map((list) =>
          journey(
            list.map(({ answered, lates }) => ({
              ...(answered ? { repliedAt: 9 } : {}),
              partners: lates.map((late) => word({ late })),
            })),
          ),
        );
        const all = lists.flat().filter(({ answered }) => answered);
        const good = all.filter(({ lates }) => !lates.includes(true));
        expect(await read(name, told)).toEqual(
          all.length === 0 ? undefined : { value: good.length / all.length, of: all.length },
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('a list is answered in time', () => {
  const name = 'travel.lists-in-time';
  const closed = (told: readonly Told[], more: Partial<JourneyState> = {}) =>
    journey(told, { closesAt: instant(closing), ...more });

  test('up to the millisecond at which it closes', async () => {
    expect(await read(name, [closed([{ repliedAt: closing }])])).toEqual({ value: 1, of: 1 });
    expect(await read(name, [closed([{ repliedAt: closing + 1 }])])).toEqual({ value: 0, of: 1 });
    expect(await read(name, [closed([{}])])).toEqual({ value: 0, of: 1 });
  });

  test('and counts from that millisecond on, not before', async () => {
    const list = [closed([{ repliedAt: 1 }])];
    expect(await read(name, list, closing - 1)).toBeUndefined();
    expect(await read(name, list, closing)).toEqual({ value: 1, of: 1 });
    expect(await read(name, list, closing + 1)).toEqual({ value: 1, of: 1 });
  });

  test('one that was cancelled or never closes counts nothing; one whose doors are closed does', async () => {
    expect(await read(name, [closed([{ repliedAt: 1 }], { status: 'cancelled' })])).toBeUndefined();
    expect(await read(name, [journey([{ repliedAt: 1 }])])).toBeUndefined();
    expect(await read(name, [closed([{ repliedAt: 1 }], { status: 'closed' })])).toEqual({ value: 1, of: 1 });
  });

  test('travellers count, not lists; who cancelled does not', async () => {
    const lists = [
      closed([{ repliedAt: 1 }, { repliedAt: 2 }, {}]),
      closed([{ repliedAt: closing + 5 }, { presence: 'cancelled', repliedAt: 1 }]),
    ];
    expect(await read(name, lists)).toEqual({ value: 2 / 4, of: 4 });
  });

  test('each list by its own closing', async () => {
    const early = closed([{ repliedAt: 600 }], { closesAt: instant(500) });
    const late = closed([{ repliedAt: 600 }], { closesAt: instant(700) });
    expect(await read(name, [early, late])).toEqual({ value: 1 / 2, of: 2 });
  });
});

test('on their way are those on board, of all journeys, and nobody else', async () => {
  const name = 'travel.crossings';
  const all = ['on-board', 'expected', 'not-on-board', 'cancelled'] as const;
  const told = all.map((presence) => ({ presence }));
  expect(await read(name, [journey(told), journey(told)])).toEqual({ value: 2 });
  expect(await read(name, [journey(told.slice(1))])).toBeUndefined();
});
