import { describe, expect, test } from 'vitest';
import {
  type CountryCode,
  Decision,
  type Disposition,
  instant,
  type Json,
  type LodgementId,
  parseInstant,
  type ReasonClass,
} from '#kernel';
import {
  Answer,
  agreementsFindings,
  agreementsPart,
  answer,
  Duties,
  type Forwarding,
  type ForwardingRequest,
  forward,
  readAnswer,
  readForwarding,
  readReasonClasses,
  referenceOf,
  shippedDuties,
  shippedReasonClasses,
  toldClass,
} from './index.ts';

const at = (text: string) => parseInstant(text) ?? instant(-1);
const day = (text: string) => text as never;
const row = {
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
const file = { table: 'forwarding', source: 'a test', date: '2020-01-01', verified: true, rows: [row] };
const duties = (...rows: object[]): Duties => {
  const read = Duties.read([{ ...file, rows }]);
  if (!read.ok) expect.unreachable(JSON.stringify(read.error));
  return read.value;
};
const request: ForwardingRequest = {
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
const forwarding = (changed: Partial<ForwardingRequest> = {}): Forwarding => {
  const made = forward(duties(row), { ...request, ...changed });
  if (!made.ok) expect.unreachable(JSON.stringify(made.error));
  return made.value;
};
const codeOf = (result: { ok: true } | { ok: false; error: { code: string } }): string =>
  result.ok ? 'ok' : result.error.code;
const decided = (subject: string, disposition: string, ...classes: ReasonClass[]) => ({
  subject,
  decision: Decision.because(
    disposition as Disposition,
    classes.map((one) => ({ code: 'X', class: one, row: 'r', facts: {} })),
    { table: 't', version: '1' },
  ),
});
const validity = { from: at('2026-06-01T12:00:00Z'), until: at('2026-06-02T12:00:00Z') };

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

describe('the table of duties', () => {
  test.each([
    [{ ...file, note: 1 }, '(all)'],
    [{ ...file, date: '2020-02-30' }, 'date'],
    [{ ...file, rows: [{ ...row, to: 'usa' }] }, 'rows.0.to'],
    [{ ...file, rows: [{ ...row, from: '' }] }, 'rows.0.from'],
    [{ ...file, rows: [{ ...row, row: '' }] }, 'rows.0.row'],
    [{ ...file, rows: [{ ...row, row: 'a row' }] }, 'rows.0.row'],
    [{ ...file, rows: [{ ...row, row: 'a'.repeat(65) }] }, 'rows.0.row'],
    [{ ...file, rows: [{ ...row, record: '' }] }, 'rows.0.record'],
    [{ ...file, rows: [{ ...row, record: 'r'.repeat(65) }] }, 'rows.0.record'],
    [{ ...file, rows: [{ ...row, purpose: 'Any' }] }, 'rows.0.purpose'],
    [{ ...file, rows: [{ ...row, citation: '' }] }, 'rows.0.citation'],
    [{ ...file, rows: [{ ...row, inForceTo: 'never' }] }, 'rows.0.inForceTo'],
    [{ ...file, rows: [{ ...row, extra: 1 }] }, 'rows.0'],
    [null, '(all)'],
  ])('is not read with a wrong member', (wrong, member) => {
    expect(Duties.read([file, wrong].slice(1))).toMatchObject({
      ok: false,
      error: { code: 'AGR-0301', parameters: { table: 'forwarding 1', member } },
    });
  });

  test('is not read where two rows speak on one day, or bear one name', () => {
    const conflict = (other: object) =>
      codeOf(Duties.read([file, { ...file, rows: [{ ...row, row: 'b', ...other }] }]));
    expect(conflict({})).toBe('AGR-0302');
    expect(conflict({ inForceFrom: '2020-12-31', inForceTo: undefined })).toBe('AGR-0302');
    expect(conflict({ inForceFrom: '2019-01-01', inForceTo: '2020-01-01' })).toBe('AGR-0302');
    expect(conflict({ inForceFrom: '2021-01-01', inForceTo: undefined })).toBe('ok');
    expect(conflict({ inForceFrom: '2019-01-01', inForceTo: '2019-12-31' })).toBe('ok');
    expect(conflict({ to: 'MX' })).toBe('ok');
    expect(conflict({ from: 'MX' })).toBe('ok');
    expect(conflict({ record: 'x' })).toBe('ok');
    expect(conflict({ purpose: 'x' })).toBe('ok');
    expect(conflict({ purpose: 'x', row: row.row })).toBe('AGR-0302');
    expect(Duties.read([{ ...file, rows: [row, { ...row, row: 'b' }] }])).toMatchObject({
      error: { parameters: { row: 'CA-US-manifest', other: 'b' } },
    });
  });

  test('bears the date of its newest file, and none when empty', () => {
    const version = (...dates: string[]) => {
      const read = Duties.read(dates.map((date) => ({ ...file, date, rows: [] })));
      return read.ok ? read.value.version : read.error;
    };
    expect(version('2020-01-01', '2022-01-01', '2021-01-01')).toBe('2022-01-01');
    expect(version()).toBe('');
  });

  test('that is shipped names all six pairs of the three countries, each with its law', () => {
    const pairs = shippedDuties.rows.map((duty) => `${duty.from}-${duty.to}`).toSorted();
    expect(pairs).toEqual(['CA-MX', 'CA-US', 'MX-CA', 'MX-US', 'US-CA', 'US-MX']);
    expect(shippedDuties.on(day('2026-11-24'), { ...request, record: 'travel.passenger-list' })?.citation).toContain(
      '19 CFR 122.49a',
    );
    expect(shippedDuties.version).toBe('2026-11-24');
  });
});

describe('an Answer', () => {
  const made = (...subjects: Parameters<typeof decided>[]) =>
    answer(
      shippedReasonClasses,
      forwarding(),
      subjects.map((one) => decided(...one)),
      validity,
    );

  test('says per subject disposition and the class of the first reason, and how long it holds', () => {
    const word = made(['1', 'refuse', 'security', 'document'], ['2', 'board', 'other']);
    expect(word.ok && JSON.parse(word.value.text)).toEqual({
      reference: '0123456789abcdef0123456789abcdef.3',
      subjects: [
        { subject: '1', disposition: 'refuse', reasonClass: 'security' },
        { subject: '2', disposition: 'board', reasonClass: 'other' },
      ],
      validity,
    });
    expect(word.ok && [word.value.from, word.value.to, word.value.reality, word.value.reference]).toEqual([
      'US',
      'CA',
      'demonstration',
      '0123456789abcdef0123456789abcdef.3',
    ]);
  });

  test('needs subjects, each once, and a validity', () => {
    expect(made()).toMatchObject({ error: { code: 'AGR-0201', parameters: { reference: forwarding().reference } } });
    expect(codeOf(made(['1', 'board', 'other'], ['1', 'board', 'other']))).toBe('AGR-0201');
    expect(codeOf(made(['', 'board', 'other']))).toBe('AGR-0201');
    expect(codeOf(made(['s'.repeat(129), 'board', 'other']))).toBe('AGR-0201');
    expect(codeOf(made(['s'.repeat(128), 'board', 'other']))).toBe('ok');
    expect(codeOf(made(['1', 'board because his name is Ada', 'other']))).toBe('AGR-0201');
    for (const until of [validity.from, instant(0), instant(1e18)]) {
      const word = answer(shippedReasonClasses, forwarding(), [decided('1', 'board', 'other')], { ...validity, until });
      expect(word).toMatchObject({ error: { code: 'AGR-0202', parameters: { reference: forwarding().reference } } });
    }
  });

  test('reads back', () => {
    const word = made(['1', 'board', 'other']);
    const text = word.ok ? word.value.text : '';
    expect(readAnswer(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });

  test('is not read with anything that the schema does not name', () => {
    const word = made(['1', 'board', 'other']);
    const record = JSON.parse(word.ok ? word.value.text : '') as { subjects: object[]; validity: object };
    const code = (changed: object) => codeOf(readAnswer(JSON.stringify({ ...record, ...changed })));
    expect(code({})).toBe('ok');
    expect(code({ note: '' })).toBe('AGR-0203');
    expect(code({ reference: 'x' })).toBe('AGR-0203');
    expect(code({ reference: `${referenceOf(request)} ` })).toBe('AGR-0203');
    expect(code({ subjects: [] })).toBe('AGR-0203');
    expect(code({ subjects: [{ ...record.subjects[0], name: 'Ada' }] })).toBe('AGR-0203');
    expect(code({ subjects: [{ ...record.subjects[0], reasonClass: 'political' }] })).toBe('AGR-0203');
    expect(code({ subjects: [{ ...record.subjects[0], disposition: 'Board' }] })).toBe('AGR-0203');
    expect(code({ validity: { ...record.validity, note: '' } })).toBe('AGR-0203');
    expect(code({ validity: { from: 2, until: 1 } })).toBe('AGR-0203');
    expect(code({ validity: { from: -1, until: 1 } })).toBe('AGR-0203');
    expect(readAnswer('{')).toMatchObject({ error: { parameters: { member: '(all)' } } });
  });
});

describe('the table of reason classes', () => {
  const table = (rows: object[]) => ({ table: 'reasons', source: 's', date: '2026-01-01', verified: true, rows });
  const one = (name: string, more: object = {}) => ({
    class: name,
    title: { en: 'e', fr: 'f', es: 's' },
    inForceFrom: '2026-01-01',
    ...more,
  });

  test('is closed, and `other` has no end', () => {
    expect(codeOf(readReasonClasses(table([one('other')])))).toBe('ok');
    expect(readReasonClasses(table([one('security')]))).toMatchObject({
      error: { code: 'AGR-0303', parameters: { table: 'reasons' } },
    });
    expect(codeOf(readReasonClasses(table([one('other', { inForceTo: '2027-01-01' })])))).toBe('AGR-0303');
    expect(readReasonClasses(table([one('political')]))).toMatchObject({
      error: { code: 'AGR-0301', parameters: { table: 'reason classes', member: 'rows.0.class' } },
    });
    expect(codeOf(readReasonClasses({ ...table([one('other')]), more: 1 }))).toBe('AGR-0301');
    expect(codeOf(readReasonClasses(table([one('other', { more: 1 })])))).toBe('AGR-0301');
    expect(codeOf(readReasonClasses(table([one('other', { title: { en: '', fr: '', es: '', de: '' } })])))).toBe(
      'AGR-0301',
    );
  });

  test('a class that is not in force that day is told as `other`', () => {
    const read = readReasonClasses(table([one('other'), one('health', { inForceTo: '2026-05-31' })]));
    const told = (own: ReasonClass, on: string) => (read.ok ? toldClass(read.value, own, day(on)) : 'unread');
    expect(told('health', '2026-05-31')).toBe('health');
    expect(told('health', '2026-06-01')).toBe('other');
    expect(told('security', '2026-05-31')).toBe('other');
    const word = answer(
      read.ok ? read.value : shippedReasonClasses,
      forwarding(),
      [decided('1', 'refuse', 'health')],
      validity,
    );
    expect(word.ok && word.value.text).toContain('"reasonClass":"other"');
  });

  test('that is shipped tells all seven from its first day', () => {
    for (const row of shippedReasonClasses.rows)
      expect(toldClass(shippedReasonClasses, row.class, row.inForceFrom)).toBe(row.class);
    expect(shippedReasonClasses.rows).toHaveLength(7);
  });
});

test('the part shows the table that the node decides by', async () => {
  const [route] = agreementsPart.routes;
  const services: string[] = [];
  const access = {
    service: (name: string) => {
      services.push(name);
      return duties(row);
    },
  };
  const said = await route?.handle({} as never, access as never);
  expect(said).toEqual({ ok: true, value: { version: '2020-01-01', duties: [row] } });
  expect(services).toEqual(['duties']);
  const { success, data } = route?.response.safeParse(said?.ok ? said.value : undefined) ?? {};
  expect(success && data).toEqual({ version: '2020-01-01', duties: [row] });
  expect([route?.method, route?.pattern, route?.personal]).toEqual(['GET', '/agreements/forwarding', false]);
  expect(agreementsPart.permissions.map((permission) => permission.name)).toContain(route?.permission);
  expect(agreementsPart.findings).toBe(agreementsFindings.specs);
  expect([agreementsPart.name, Answer.name]).toEqual(['agreements', 'Answer']);
});
