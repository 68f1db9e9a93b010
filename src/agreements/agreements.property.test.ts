import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CountryCode,
  canonicalJson,
  Decision,
  type Disposition,
  encodeUtf8,
  type FactValue,
  instant,
  type Json,
  type LodgementId,
  reasonClasses,
} from '#kernel';
import { answer, forward, readAnswer, readForwarding, shippedDuties, shippedReasonClasses } from './index.ts';

const countries = ['CA', 'US', 'MX'] as CountryCode[];
const lodgement = fc
  .array(fc.integer({ min: 0, max: 15 }), { minLength: 32, maxLength: 32 })
  .map((digits) => digits.map((digit) => digit.toString(16)).join('') as LodgementId);
const request = fc.record({
  record: fc.constant('travel.passenger-list'),
  part: fc.jsonValue() as fc.Arbitrary<Json>,
  from: fc.constantFrom(...countries),
  to: fc.constantFrom(...countries),
  purpose: fc.constant('border-control'),
  at: fc.integer({ min: 0, max: 4_000_000_000_000 }).map(instant),
  lodgement,
  message: fc.nat(),
  reality: fc.constantFrom('live' as const, 'demonstration' as const, 'exercise north-1' as const),
});

test('a Forwarding exists exactly where and when a row is in force, and reads back byte for byte', () => {
  fc.assert(
    fc.property(request, (asked) => {
      const made = forward(shippedDuties, asked);
      const day = new Date(asked.at).toISOString().slice(0, 10);
      const row = shippedDuties.rows.find((one) => one.from === asked.from && one.to === asked.to);
      expect(made.ok).toBe(row !== undefined && row.inForceFrom <= day);
      if (!made.ok) return;
      expect(made.value.text).toBe(canonicalJson({ ...asked, legalBasis: row?.row, table: shippedDuties.version }));
      const read = readForwarding(shippedDuties, made.value.text);
      expect(read.ok && read.value.text).toBe(made.value.text);
    }),
  );
});

/** A text that occurs nowhere else. */
const fingerprint = fc
  .array(fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZ'), { minLength: 12, maxLength: 12 })
  .map((letters) => `#${letters.join('')}`);
const fact: fc.Arbitrary<FactValue> = fc.oneof(
  fingerprint,
  fc.array(fingerprint, { minLength: 1, maxLength: 3 }),
  fc.integer({ min: 5_000_000_000_000, max: 9_000_000_000_000 }),
);
const reason = fc.record({
  code: fingerprint,
  class: fc.constantFrom(...reasonClasses),
  row: fingerprint,
  facts: fc.dictionary(fingerprint, fact, { maxKeys: 4 }),
});

/** Every text and number in a value, names of members included. */
function* leaves(value: unknown): Iterable<string> {
  if (typeof value === 'string' || typeof value === 'number') yield String(value);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      yield name;
      yield* leaves(member);
    }
  }
}

test('nothing that a decision looked at stands in the bytes of the Answer: facts, candidates, rows, codes, tables', () => {
  const part = { travellers: [] };
  const made = forward(shippedDuties, {
    record: 'travel.passenger-list',
    part,
    from: 'CA' as CountryCode,
    to: 'US' as CountryCode,
    purpose: 'border-control',
    at: instant(1_800_000_000_000),
    lodgement: '0123456789abcdef0123456789abcdef' as LodgementId,
    message: 0,
    reality: 'live',
  });
  const forwarding = made.ok ? made.value : expect.unreachable();
  const one = fc.record({
    reasons: fc.array(reason, { minLength: 1, maxLength: 4 }),
    by: fc.record({ table: fingerprint, version: fingerprint }),
    // As an assessment carries them beside the decision: whoever passes the whole of it must leak nothing either.
    facts: fc.dictionary(fingerprint, fact),
    candidates: fc.array(fc.record({ list: fingerprint, listedName: fingerprint, evidence: fc.array(fingerprint) })),
  });
  const [from, until] = [instant(1_800_000_000_000), instant(1_800_000_000_001)];
  fc.assert(
    fc.property(fc.array(one, { minLength: 1, maxLength: 5 }), (subjects) => {
      const decided = subjects.map(({ reasons, by, facts, candidates }, index) => ({
        subject: String(index),
        decision: Decision.because('refer' as Disposition, reasons, by),
        facts,
        candidates,
      }));
      const said = answer(shippedReasonClasses, forwarding, decided, { from, until });
      const text = said.ok ? said.value.text : expect.unreachable();
      const bytes = new TextDecoder('latin1').decode(encodeUtf8(text));
      const secrets = subjects.flatMap((subject) => [...leaves(subject)]).filter((leaf) => /^#|\d{13}/.test(leaf));
      expect(secrets.length).toBeGreaterThan(0);
      for (const secret of secrets) expect(bytes).not.toContain(secret);
      expect([...leaves(JSON.parse(text))].toSorted()).toEqual(
        [
          ...['reference', forwarding.reference, 'subjects', 'validity', 'from', String(from), 'until', String(until)],
          ...subjects.flatMap((subject, index) => [
            ...[String(index), 'subject', String(index), 'disposition', 'refer', 'reasonClass'],
            subject.reasons[0]?.class ?? '',
          ]),
        ].toSorted(),
      );
      expect(readAnswer(text).ok).toBe(true);
    }),
  );
});
