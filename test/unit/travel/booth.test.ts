import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MrzFields, writeMrz } from '#formats/mrz';
import { instant, type SubjectList, wallClockIn, type Zone } from '#kernel';
import type { Demonstration } from '#node';
import { paxlst } from '../node/paxlst.ts';
import { ask, openSeats, slow } from './seats.ts';

const wanted: SubjectList = {
  name: 'no-fly',
  version: '1',
  purpose: 'no-fly',
  entries: [
    {
      entry: 'N-1',
      kind: 'person',
      names: [{ family: 'ERIKSSON', given: 'ANNA MARIA', quality: 'primary' }],
      datesOfBirth: [{ year: 1974, month: 8, day: 12 }],
      nationalities: ['CAN'],
      documents: [],
    },
  ],
};

let seats: Demonstration;
beforeAll(async () => {
  seats = await openSeats({ CA: [wanted] });
}, slow);
afterAll(() => seats.close());

/** A day as a zone prints it. */
const day = (date: string) => ({ text: date.slice(2).replaceAll('-', '') });
const fields: MrzFields = {
  format: 'TD3',
  documentCode: 'P',
  issuingState: 'CAN',
  documentNumber: 'GA123456',
  family: 'TREMBLAY',
  given: 'LUCIE',
  nationality: 'CAN',
  dateOfBirth: day('1981-04-02'),
  sex: 'F',
  expiry: day('2030-01-01'),
  optional: '',
};
function zone(more: Partial<MrzFields> = {}): string {
  const written = writeMrz({ ...fields, ...more });
  if (!written.ok) throw new TypeError(JSON.stringify(written.error));
  return written.value.join('\n');
}
/** The zone with the digit at a place of its second line made another one. */
function misread(mrz: string, position: number): string {
  const [first, second = ''] = mrz.split('\n');
  const digit = (Number(second[position - 1]) + 1) % 10;
  return `${first}\n${second.slice(0, position - 1)}${digit}${second.slice(position)}`;
}
const present = (mrz: string, more: { port?: string; language?: string } = {}) =>
  ask(seats, 'CA', 'POST /travel/booth', {
    body: { mrz, port: more.port ?? 'YYZ' },
    purpose: 'border-check',
    language: more.language ?? 'en',
  });

test('a clean document of somebody on no list is admitted, with what to do in three languages', async () => {
  const began = performance.now();
  const { status, body } = await present(zone());
  expect(performance.now() - began).toBeLessThan(1000);
  expect(status).toBe(200);
  expect(body).toMatchObject({ disposition: 'board', directions: ['Admit'], findings: [] });
  expect(body.reasons[0]).toMatchObject({ code: 'TRV-R-CLEAR', text: 'Nothing found' });
  expect(body.traveller).toEqual({
    name: 'TREMBLAY, LUCIE',
    nationality: 'CAN',
    dateOfBirth: '1981-04-02',
    document: 'P CAN GA123456',
    sex: 'F',
    expiry: '2030-01-01',
  });
  expect((await present(zone(), { language: 'fr' })).body.directions).toEqual(['Laisser entrer']);
  expect((await present(zone(), { language: 'es' })).body.directions).toEqual(['Permitir el ingreso']);
});

test('somebody on a list is stopped, by the row that says why and the facts that it looked at', async () => {
  const { body } = await present(
    zone({ family: 'ERIKSSON', given: 'ANNA MARIA', dateOfBirth: day('1974-08-12'), documentNumber: 'XX000001' }),
  );
  expect(body.disposition).toBe('refuse');
  expect(body.directions).toEqual([
    'Do not admit; keep the document and call the duty officer',
    'Call the duty officer',
  ]);
  expect(body.reasons[0]).toMatchObject({ class: 'security', row: 'no-fly', facts: { 'list.no-fly': 'strong' } });
});

test.each([
  ['the number', 10, 'documentNumber'],
  ['the date of birth', 20, 'dateOfBirth'],
  ['the expiry', 28, 'expiry'],
  ['all of it', 44, 'composite'],
])(
  'a wrong check digit of %s is found where it stands, and nobody is admitted on it',
  async (_what, position, field) => {
    const { status, body } = await present(misread(zone(), position));
    expect(status).toBe(200);
    expect(body.findings).toContainEqual(
      expect.objectContaining({
        code: 'MRZ-0104',
        severity: 'error',
        parameters: expect.objectContaining({ field }),
        at: { segment: 2, element: position },
      }),
    );
    expect(body.disposition).toBe('insufficient-data');
    expect(body.directions[0]).toContain('Read the zone again');
  },
);

test('an expired document is told from a good one', async () => {
  const { body } = await present(zone({ expiry: day('2020-01-01') }));
  expect(body.disposition).toBe('refuse');
  expect(body.reasons[0].code).toBe('TRV-R-DOCUMENT-EXPIRED');
  expect(body.directions).toContain('Ask for another document');
});

test('what is no zone, and a port that is not of this country, are refused', async () => {
  expect(await present('HELLO')).toMatchObject({ status: 422, body: { code: 'MRZ-0102' } });
  expect(await present('')).toMatchObject({ status: 422, body: { code: 'MRZ-0101' } });
  expect(await present(zone(), { port: 'MEX' })).toMatchObject({ status: 422, body: { code: 'TRV-0402' } });
});

/** The wall clock of a place so many minutes from now, as EDIFACT writes it (format 201). */
const at = (minutes: number, where: string): string =>
  wallClockIn(instant(Date.now() + minutes * 60_000), where as Zone)
    .slice(2)
    .replaceAll(/[-:T]/g, '');

test('whom a list named is found again on his flight, and his history says that he came', async () => {
  const list = paxlst({
    from: 'MEX',
    to: 'YYZ',
    departs: at(-300, 'America/Mexico_City'),
    arrives: at(-20, 'America/Toronto'),
  });
  const token = await seats.tokenFor('AC');
  const lodged = await ask(seats, 'CA', 'POST /lodgements', { body: list, token });
  expect(lodged).toMatchObject({ status: 200, body: { status: 'accepted' } });
  await seats.network.node('CA').settled();
  const { body } = await present(zone());
  expect(body.subject).toBe('ABO1');
  const { body: seen } = await ask(seats, 'CA', `GET /travel/flights/${body.journey}/travellers/${body.subject}`, {
    purpose: 'border-check',
  });
  expect(seen.history.map(({ what }: { what: string }) => what)).toContain('presented');
  expect(seen.own.reasons[0].facts).toBeDefined();
  const elsewhere = await present(zone(), { port: 'YVR' });
  expect(elsewhere.body.journey).toBeUndefined();
});

test('the answer stands in the ledger before it is told', async () => {
  const node = seats.network.node('CA');
  const { body } = await present(zone({ documentNumber: 'ZZ777777' }));
  expect(body.disposition).toBe('board');
  const [today] = new Date().toISOString().split('T');
  const days = [today, wallClockIn(instant(Date.now()), 'America/Toronto' as Zone).slice(0, 10)];
  const found = await Promise.all(days.map((date) => node.access.find(`travel booth YYZ ${date}`)));
  const aggregate = found.find((one) => one !== undefined);
  if (aggregate === undefined) throw new TypeError('no entry');
  const shown = await node.access.state<string[]>(aggregate, {
    initial: [],
    apply: (all, { data }) => [...all, JSON.stringify(data)],
  });
  expect(shown?.some((entry) => entry.includes('ZZ777777'))).toBe(true);
});
