import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EdifactData, readInterchange } from '#formats/edifact';
import { readMrz } from '#formats/mrz';
import { addDays, decodeLatin1, hasError, type Message, type PlainDate, parsePlainDate } from '#kernel';
import { isLate } from '../deadlines.ts';
import type { PassengerList } from '../record.ts';
import { touched } from '../touched.ts';
import { isCarriers, listOf, understand } from '../understand.ts';
import { generateDay } from './day.ts';
import { zoneOf } from './documents.ts';
import type { Sent } from './letters.ts';

const first = parsePlainDate('2026-01-01');
const days = fc.integer({ min: 0, max: 2000 }).map((after) => addDays(first ?? fail('a day'), after));
const seeds = fc.integer({ min: 0, max: 0xffff_ffff });
const made = (seed: number, day: PlainDate, travellers: number): readonly Sent[] => [
  ...generateDay(seed, day, travellers),
];
const runs = { numRuns: 5 };
const some = fc.integer({ min: 1, max: 150 });
const textOf = ({ bytes }: Sent): string => decodeLatin1(bytes);

function fail(what: string): never {
  throw new TypeError(what);
}

const contextOf = (sent: Sent) => ({ receivedAt: sent.at, country: sent.to, tolerance: 'lenient' as const });

/** What the readers of the house make of a lodgement. */
function read(sent: Sent, tolerance: 'lenient' | 'strict' = 'lenient'): Message<EdifactData> {
  const reading = readInterchange(sent.bytes, { receivedAt: sent.at, tolerance });
  expect(reading.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  const [message, ...more] = reading.messages;
  expect(more).toEqual([]);
  return message ?? fail('one message');
}

function recordOf(sent: Sent): PassengerList {
  const { data } = read(sent);
  return isCarriers(data) ? listOf(data, contextOf(sent)) : fail('a list of a carrier');
}

test('equal seed, day and number give identical bytes; another seed gives others', () => {
  fc.assert(
    fc.property(seeds, days, some, (seed, day, count) => {
      const once = made(seed, day, count);
      const again = made(seed, day, count);
      expect(again.map(textOf)).toEqual(once.map(textOf));
      expect(again.map(({ at, to }) => [at, to])).toEqual(once.map(({ at, to }) => [at, to]));
      expect(made(seed + 1, day, count).map(textOf)).not.toEqual(once.map(textOf));
    }),
    runs,
  );
});

test('as many travellers as asked for, each with a reference of his own and a zone that reads as he is', () => {
  fc.assert(
    fc.property(seeds, days, some, (seed, day, count) => {
      const lists = made(seed, day, count).filter((one) => one.function === 'new' && one.document === 'passenger-list');
      const people = new Map(lists.flatMap((one) => one.travellers.map((who) => [who.person.passengerReference, who])));
      expect(people.size).toBe(count);
      for (const who of people.values()) {
        const { fields, findings } = readMrz(zoneOf(who).join('\n'), day);
        expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
        const { person } = who;
        expect(fields?.documentNumber).toBe(person.documents[0]?.number);
        expect(fields?.expiry.date).toBe(person.documents[0]?.expiry);
        expect([fields?.nationality, fields?.sex]).toEqual([person.nationality, person.sex]);
      }
    }),
    runs,
  );
});

test('the readers take every message, whatever its carrier does wrong, and leave nothing over', () => {
  fc.assert(
    fc.property(seeds, days, some, (seed, day, count) => {
      for (const sent of made(seed, day, count)) {
        const message = read(sent);
        // A hard wrap that stands alone in an element is no data.
        expect(message.unrecognised.filter(({ text }) => text !== '')).toEqual([]);
        const understood = understand(message, contextOf(sent));
        expect(understood).toMatchObject({ ok: true });
        const record = recordOf(sent);
        expect([record.function, record.authority]).toEqual([sent.function, sent.to]);
        expect(record.travellers).toHaveLength(sent.travellers.length);
      }
    }),
    runs,
  );
});

test('a strict reader takes the messages without a defect, and reads what was meant', () => {
  fc.assert(
    fc.property(seeds, days, (seed, day) => {
      const clean = made(seed, day, 250).filter((one) => one.defects.length === 0 && one.function === 'new');
      for (const sent of clean) {
        const message = read(sent, 'strict');
        // The profiles of some countries have no row for what a crew list says of positions.
        if (sent.document === 'passenger-list') expect(hasError(message.findings)).toBe(false);
        const { data } = message;
        const people = 'people' in data ? data.people : [];
        expect(people.map(({ segment: _segment, ...person }) => person)).toEqual(
          sent.travellers.map(({ person: { segment: _segment, ...person } }) => person),
        );
      }
    }),
    { numRuns: 4 },
  );
});

test('a story is told in the order of time, on its day, and is in time unless its carrier is late', () => {
  fc.assert(
    fc.property(seeds, days, (seed, day) => {
      const told = new Map<string, Sent[]>();
      for (const sent of made(seed, day, 250)) {
        const { journey } = recordOf(sent);
        const name = sent.defects.includes('universal-time') ? '' : journey.conveyance;
        told.set(name, [...(told.get(name) ?? []), sent]);
        if (name !== '') expect(journey.date).toBe(day);
      }
      told.delete('');
      for (const story of told.values()) {
        expect(story.map(({ at }) => at)).toEqual(story.map(({ at }) => at).toSorted((a, b) => a - b));
        for (const sent of story) {
          const record = recordOf(sent);
          const late = touched(record).some((country) => isLate(record, country));
          expect({ late, sent: sent.function }).toEqual({ late: sent.defects.includes('late'), sent: sent.function });
        }
      }
    }),
    { numRuns: 4 },
  );
});
