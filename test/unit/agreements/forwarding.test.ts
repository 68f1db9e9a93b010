import { describe, expect, test } from 'vitest';
import { Duties, forward, readForwarding } from '#agreements';
import type { CountryCode, Json, LodgementId } from '#kernel';
import { at, codeOf, duties, file, forwarding, request, row } from '../../support/agreements-fixture.ts';

describe('a Forwarding', () => {
  test('is made where the table says so, and cites the row, the table and its day', () => {
    const made = forwarding();
    expect(made.header).toEqual({
      record: 'fixture.journey',
      from: 'CA',
      to: 'US',
      purpose: 'border-control',
      at: request.at,
      lodgement: request.lodgement,
      message: 3,
      reality: 'demonstration',
      legalBasis: 'CA-US-manifest',
      table: '2020-01-01',
    });
    expect(made.reference).toBe('0123456789abcdef0123456789abcdef.3');
    expect(made.part).toEqual(request.part);
    expect(JSON.parse(made.text)).toEqual({ ...made.header, part: request.part });
  });

  test.each([
    ['another addressee', { to: 'MX' as CountryCode }],
    ['the way back', { from: 'US' as CountryCode, to: 'CA' as CountryCode }],
    ['another record', { record: 'fixture.cargo' }],
    ['another purpose', { purpose: 'statistics' }],
    ['the day before', { at: at('2019-12-31T23:59:59.999Z') }],
    ['the day after', { at: at('2021-01-01T00:00:00Z') }],
  ])('is not made for %s: lodge there yourself', (_what, changed) => {
    const made = forward(duties(row), { ...request, ...changed });
    const asked = { ...request, ...changed };
    expect(made).toEqual({
      ok: false,
      error: {
        code: 'AGR-0101',
        origin: 'sender',
        severity: 'warning',
        parameters: {
          record: asked.record,
          from: asked.from,
          to: asked.to,
          day: new Date(asked.at).toISOString().slice(0, 10),
        },
      },
    });
  });

  test.each(['2020-01-01T00:00:00Z', '2020-12-31T23:59:59.999Z'])(
    'is made on the first and the last day, %s',
    (text) => {
      expect(codeOf(forward(duties(row), { ...request, at: at(text) }))).toBe('ok');
    },
  );

  test('has no last day without inForceTo, and takes the row of the day', () => {
    const { inForceTo: _end, ...endless } = row;
    const later = { ...endless, row: 'later', inForceFrom: '2021-01-01' };
    const table = duties(row, later);
    const on = (text: string) => {
      const made = forward(table, { ...request, at: at(text) });
      return made.ok ? made.value.header.legalBasis : made.error.code;
    };
    expect(on('2020-12-31T12:00:00Z')).toBe('CA-US-manifest');
    expect(on('2021-01-01T12:00:00Z')).toBe('later');
    expect(on('2999-01-01T12:00:00Z')).toBe('later');
  });

  test.each([
    ['message', { message: -1 }],
    ['message', { message: 0.5 }],
    ['lodgement', { lodgement: 'ABC' as LodgementId }],
    ['reality', { reality: 'exercise ' as never }],
    ['part', { part: undefined as never }],
    ['part', { part: [undefined] as never, message: -1 }, 'message'],
  ])('names the member that has not its shape: %s', (member, changed, first?: string) => {
    const made = forward(duties(row), { ...request, ...(changed as object) });
    expect(made).toMatchObject({ ok: false, error: { code: 'AGR-0102', parameters: { member: first ?? member } } });
  });

  test('hands out its part afresh each time', () => {
    const made = forwarding();
    (made.part as { legs: number }).legs = 9;
    expect((made.part as { legs: number }).legs).toBe(1);
    expect(() => {
      (made.header as { to: string }).to = 'MX';
    }).toThrow(TypeError);
  });

  test('reads back from its text, with the version of the table that the sender cited', () => {
    const made = forwarding();
    const later = Duties.read([{ ...file, date: '2021-05-05' }]);
    const read = readForwarding(later.ok ? later.value : duties(), made.text);
    expect(read.ok && read.value.header).toEqual(made.header);
    expect(read.ok && read.value.text).toBe(made.text);
  });

  test('is refused by the reader whose own table has no such duty, or another basis', () => {
    const { text } = forwarding();
    expect(codeOf(readForwarding(duties(), text))).toBe('AGR-0101');
    expect(readForwarding(duties({ ...row, row: 'other-name' }), text)).toMatchObject({
      ok: false,
      error: { code: 'AGR-0103', parameters: { named: 'CA-US-manifest', known: 'other-name' } },
    });
  });

  test.each(['', 'null', '[]', '{"record":1}', '{', '"text"'])('reads nothing from %j', (text) => {
    expect(codeOf(readForwarding(duties(row), text))).toBe('AGR-0102');
  });

  test('reads no text with a member too many or too few, and names it', () => {
    const whole = JSON.parse(forwarding().text) as Record<string, Json>;
    expect(readForwarding(duties(row), JSON.stringify({ ...whole, note: 'x' }))).toMatchObject({
      error: { code: 'AGR-0102', parameters: { member: '(all)' } },
    });
    for (const member of Object.keys(whole)) {
      const { [member]: _gone, ...rest } = whole;
      expect(readForwarding(duties(row), JSON.stringify(rest))).toMatchObject({
        error: { code: 'AGR-0102', parameters: { member } },
      });
    }
  });

  test('takes 64 levels of nesting and no more, brackets in texts not counted', () => {
    // The part stands inside the object of the Forwarding, which is the first level.
    const nested = (levels: number) => JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as Json;
    expect(codeOf(readForwarding(duties(row), forwarding({ part: nested(63) }).text))).toBe('ok');
    expect(codeOf(readForwarding(duties(row), forwarding({ part: nested(64) }).text))).toBe('AGR-0102');
    expect(codeOf(readForwarding(duties(row), forwarding({ part: `\\"${'[{'.repeat(99)}` }).text))).toBe('ok');
    expect(codeOf(readForwarding(duties(row), forwarding({ part: Array(99).fill([{}]) }).text))).toBe('ok');
    const deep = `${'['.repeat(200_000)}`;
    expect(codeOf(readForwarding(duties(row), deep))).toBe('AGR-0102');
  });
});
