import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MrzFields, writeMrz } from '#formats/mrz';
import {
  type CountryCode,
  countryCode,
  Decision,
  disposition,
  type FactValues,
  instant,
  type Means,
  type ReasonClass,
} from '#kernel';
import { boothPort, decideAtBooth, directionsFor, isSamePerson, present } from './booth.ts';
import { catalogues } from './catalogues.ts';
import { dispositions } from './dispositions.ts';
import { placeOf } from './places.ts';

const country = (code: string): CountryCode => {
  const known = countryCode(code);
  if (known === undefined) throw new TypeError(code);
  return known;
};
const toronto = placeOf('YYZ');
const at = instant(Date.parse('2026-12-01T02:30:00Z'));
const fields: MrzFields = {
  format: 'TD3',
  documentCode: 'PO',
  issuingState: 'CAN',
  documentNumber: 'GA123456',
  family: 'TREMBLAY',
  given: 'LUCIE ANNE',
  nationality: 'MEX',
  dateOfBirth: { text: '810402' },
  sex: 'F',
  expiry: { text: '300101' },
  optional: '',
};
function zone(more: Partial<MrzFields> = {}): string {
  const written = writeMrz({ ...fields, ...more });
  if (!written.ok) throw new TypeError(JSON.stringify(written.error));
  return written.value.join('\n');
}
const replaced = (mrz: string, line: number, position: number, character: string): string =>
  mrz
    .split('\n')
    .map((text, index) => (index === line - 1 ? text.slice(0, position - 1) + character + text.slice(position) : text))
    .join('\n');
/** The zone with a digit of its second line read as the next one. */
function misread(position: number): string {
  const digit = zone().split('\n')[1]?.[position - 1];
  return replaced(zone(), 2, position, String((Number(digit) + 1) % 10));
}
function read(mrz: string) {
  const who = present(mrz, toronto, at);
  if (!who.ok) throw new TypeError(who.error.code);
  return who.value;
}

describe('a zone becomes a traveller', () => {
  test('with all that it says, on the day that it is at the port', () => {
    const { traveller, on, findings, port } = read(zone());
    expect(findings).toEqual([]);
    expect(port).toBe(toronto);
    // Half past two in the morning of 1 December in Greenwich is still the last evening of November in Toronto.
    expect(on).toBe('2026-11-30');
    expect(traveller).toEqual({
      subject: 'presented',
      referenced: false,
      role: 'passenger',
      family: 'TREMBLAY',
      given: 'LUCIE ANNE',
      sex: 'F',
      dateOfBirth: '1981-04-02',
      infant: false,
      nationality: 'MEX',
      verified: true,
      destination: 'YYZ',
      documents: [{ type: 'P', number: 'GA123456', issuingState: 'CAN', expiry: '2030-01-01' }],
      segment: 0,
    });
    const greenwich = present(zone(), { code: '', country: country('CA') }, at);
    expect(greenwich.ok && greenwich.value.on).toBe('2026-12-01');
  });

  test.each([
    ['TD1', 'I', 'I'],
    ['TD1', 'AC', 'AC'],
    ['TD2', 'IP', 'IP'],
    ['TD2', 'ID', 'I'],
    ['TD3', 'P', 'P'],
    ['MRV-A', 'V', 'V'],
  ] as const)('%s with code %s is a document of type %s', (format, documentCode, type) => {
    expect(read(zone({ format, documentCode })).traveller.documents[0]?.type).toBe(type);
  });

  test('a name without a given name has none', () => {
    expect(read(zone({ given: '' })).traveller).not.toHaveProperty('given');
  });

  test('what is no zone is refused by the finding that says so', () => {
    expect(present('', toronto, at)).toMatchObject({ ok: false, error: { code: 'MRZ-0101' } });
    expect(present('P<CAN', toronto, at)).toMatchObject({ ok: false, error: { code: 'MRZ-0102', at: { segment: 1 } } });
  });
});

describe('what a failing check covers is not known', () => {
  test.each([
    ['the number', 2, 10, { documents: [{ number: '' }] }],
    ['the composite', 2, 44, { documents: [{ number: '' }] }],
    ['a character that no zone has', 1, 30, { documents: [{ number: '' }] }],
  ])('%s', (_what, line, position, expected) => {
    const character = line === 1 ? '*' : '0';
    const mrz = zone();
    const digit = mrz.split('\n')[line - 1]?.[position - 1] === character ? '1' : character;
    const { traveller, findings } = read(replaced(mrz, line, position, digit));
    expect(traveller).toMatchObject({ ...expected, verified: false, dateOfBirth: '1981-04-02' });
    expect(findings.some((finding) => finding.severity === 'error')).toBe(true);
  });

  test('the date of birth and the expiry fall alone, and with them what the composite covers', () => {
    const birth = read(misread(20)).traveller;
    expect(birth).not.toHaveProperty('dateOfBirth');
    expect(birth.documents[0]).toHaveProperty('expiry');
    const expiry = read(misread(28)).traveller;
    expect(expiry.documents[0]).not.toHaveProperty('expiry');
    expect(expiry).toHaveProperty('dateOfBirth');
  });

  test('a sex, a nationality, an issuer and a name that cannot be', () => {
    expect(read(replaced(zone(), 2, 21, 'Q')).traveller).not.toHaveProperty('sex');
    expect(read(replaced(zone(), 2, 11, '1')).traveller).not.toHaveProperty('nationality');
    expect(read(replaced(zone(), 1, 3, '1')).traveller.documents[0]).not.toHaveProperty('issuingState');
    expect(read(replaced(zone(), 1, 6, '7')).traveller.family).toBe('');
  });

  test('every single digit of the second line that is read wrongly costs the number, a date or the zone', () => {
    const mrz = zone();
    const second = mrz.split('\n')[1] ?? '';
    const places = Array.from({ length: 44 }, (_, index) => index + 1).filter((place) =>
      /\d/.test(second[place - 1] ?? ''),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.integer({ min: 1, max: 9 }), (position, away) => {
        const digit = (Number(second[position - 1]) + away) % 10;
        const { traveller } = read(replaced(mrz, 2, position, String(digit)));
        const complete =
          traveller.documents[0]?.number !== '' &&
          traveller.dateOfBirth !== undefined &&
          traveller.documents[0]?.expiry !== undefined;
        expect(traveller.verified).toBe(false);
        expect(complete).toBe(false);
      }),
    );
  });
});

describe('the decision', () => {
  function decided(mrz: string) {
    const seen: FactValues[] = [];
    const names: string[] = [];
    const means: Means = {
      country: country('CA'),
      at,
      screen: (subjects) => {
        names.push(...subjects.map(({ names: [name] }) => name?.family ?? ''));
        return subjects.map(() => []);
      },
      decide: (table, facts) => {
        seen.push(facts);
        return word('board', 'other', table);
      },
      table: () => undefined,
    };
    return { ...decideAtBooth(read(mrz), means), seen, names };
  }
  const word = (what: string, reasonClass: ReasonClass, table = 'travel') =>
    Decision.because(disposition(what), [{ code: 'X', class: reasonClass, row: 'x', facts: {} }], {
      table,
      version: '1',
    });

  test('is made of somebody who comes in by that port, has no list, and so is never late', () => {
    const { facts, seen, names, decision } = decided(zone());
    expect(names).toEqual(['TREMBLAY']);
    expect(seen).toEqual([facts]);
    expect(decision.by.table).toBe('travel');
    expect(facts).toMatchObject({
      'journey.direction': 'inbound',
      'journey.mode': 'air',
      'message.late': false,
      'document.state': 'valid',
      'document.type': 'P',
      'traveller.dataMissing': [],
      'traveller.age': 45,
      'traveller.role': 'passenger',
    });
  });

  test('says what is missing when a check failed, and that a document was not read whole', () => {
    expect(decided(misread(10)).facts).toMatchObject({
      'traveller.dataMissing': ['document-number'],
      'document.state': 'missing',
    });
    expect(decided(zone({ expiry: { text: '261129' } })).facts).toMatchObject({ 'document.state': 'expired' });
    expect(decided(zone({ expiry: { text: '261130' } })).facts).toMatchObject({ 'document.state': 'valid' });
  });

  test('comes with directions: by the answer, then by what gave rise to it, each with a text in every language', () => {
    const directions = (what: string, reasonClass: ReasonClass) =>
      directionsFor({ decision: word(what, reasonClass) }, []);
    expect(directions('board', 'other')).toEqual(['travel.booth.do.board']);
    expect(directions('refer', 'identity-to-be-checked')).toEqual([
      'travel.booth.do.refer',
      'travel.booth.do.identity-to-be-checked',
    ]);
    expect(directions('refuse', 'security')).toEqual(['travel.booth.do.refuse', 'travel.booth.do.security']);
    expect(directions('refuse', 'document')).toEqual(['travel.booth.do.refuse', 'travel.booth.do.document']);
    const { findings } = read(misread(10));
    expect(directionsFor({ decision: word('insufficient-data', 'data-missing') }, findings)).toEqual([
      'travel.booth.do.read-again',
      'travel.booth.do.insufficient-data',
    ]);
    const note = [{ code: 'N', origin: 'sender', severity: 'note', parameters: {} }] as const;
    expect(directionsFor({ decision: word('board', 'other') }, note)).toEqual(['travel.booth.do.board']);
    for (const name of [...dispositions, 'read-again', 'document', 'identity-to-be-checked', 'security']) {
      for (const texts of Object.values(catalogues)) expect(texts[`travel.booth.do.${name}`], name).toBeTruthy();
    }
  });
});

describe('whom a list named', () => {
  const who = read(zone());
  const listed = (number: string, issuingState?: string) => {
    const state =
      issuingState === undefined
        ? {}
        : { issuingState: read(zone({ issuingState })).traveller.documents[0]?.issuingState };
    return { ...who.traveller, documents: [{ type: 'P', number, ...state }] } as typeof who.traveller;
  };

  test('is known by the number of his document and, where both say it, its state', () => {
    expect(isSamePerson(listed('GA123456', 'CAN'), who)).toBe(true);
    expect(isSamePerson(listed('GA123456'), who)).toBe(true);
    expect(isSamePerson(listed('GA123456', 'MEX'), who)).toBe(false);
    expect(isSamePerson(listed('GA123457', 'CAN'), who)).toBe(false);
    const issuerless = read(replaced(zone(), 1, 3, '1'));
    expect(isSamePerson(listed('GA123456', 'MEX'), issuerless)).toBe(true);
  });

  test('is nobody when the number is not known', () => {
    const unread = read(misread(10));
    expect(isSamePerson(listed(''), unread)).toBe(false);
    expect(isSamePerson(listed('GA123456'), { traveller: { ...who.traveller, documents: [] } })).toBe(false);
  });
});

test('a booth stands at a place of its country, or anywhere in it', () => {
  expect(boothPort('YYZ', country('CA'))).toEqual(toronto);
  expect(boothPort('YYZ', country('US'))).toBeUndefined();
  expect(boothPort('QQQ', country('CA'))).toBeUndefined();
  expect(boothPort('', country('CA'))).toEqual({ code: '', country: 'CA' });
});
