import { expect } from 'vitest';
import { Duties, type Forwarding, type ForwardingRequest, forward } from '#agreements';
import {
  type CountryCode,
  Decision,
  type Disposition,
  instant,
  type LodgementId,
  parseInstant,
  type ReasonClass,
} from '#kernel';

/** A table of one row, a request that it allows, and what the tests of the agreements ask of both. */

export const at = (text: string) => parseInstant(text) ?? instant(-1);
export const day = (text: string) => text as never;
export const row = {
  row: 'CA-US-manifest',
  from: 'CA',
  to: 'US',
  record: 'fixture.journey',
  purpose: 'border-control',
  citation: 'Act, s. 1',
  inForceFrom: '2020-01-01',
  inForceTo: '2020-12-31',
  verified: true,
};
export const file = { table: 'forwarding', source: 'a test', date: '2020-01-01', verified: true, rows: [row] };
export const duties = (...rows: object[]): Duties => {
  const read = Duties.read([{ ...file, rows }]);
  if (!read.ok) expect.unreachable(JSON.stringify(read.error));
  return read.value;
};
export const request: ForwardingRequest = {
  record: 'fixture.journey',
  part: { travellers: [{ name: 'Ada' }], legs: 1 },
  from: 'CA' as CountryCode,
  to: 'US' as CountryCode,
  purpose: 'border-control',
  at: at('2020-06-01T12:00:00Z'),
  lodgement: '0123456789abcdef0123456789abcdef' as LodgementId,
  message: 3,
  reality: 'demonstration',
};
export const forwarding = (changed: Partial<ForwardingRequest> = {}): Forwarding => {
  const made = forward(duties(row), { ...request, ...changed });
  if (!made.ok) expect.unreachable(JSON.stringify(made.error));
  return made.value;
};
export const codeOf = (result: { ok: true } | { ok: false; error: { code: string } }): string =>
  result.ok ? 'ok' : result.error.code;
export const decided = (subject: string, disposition: string, ...classes: ReasonClass[]) => ({
  subject,
  decision: Decision.because(
    disposition as Disposition,
    classes.map((one) => ({ code: 'X', class: one, row: 'r', facts: {} })),
    { table: 't', version: '1' },
  ),
});
export const validity = { from: at('2026-06-01T12:00:00Z'), until: at('2026-06-02T12:00:00Z') };
