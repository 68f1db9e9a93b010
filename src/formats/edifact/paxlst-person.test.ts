import { describe, expect, test } from 'vitest';
import { encodeUtf8, type Finding, instant } from '#kernel';
import { readInterchange } from './index.ts';

const receivedAt = instant(Date.parse('2026-11-24T08:00Z'));

/** The findings of the segments that a test is about: code, segment counted from the NAD as 1, element, component. */
const told = (findings: readonly Finding[], from: number) =>
  findings
    .filter(({ code }) => code < 'EDI-06')
    .map(({ code, at }) => [code, (at?.segment ?? 0) - from, at?.element, at?.component]);

/** Reads a list whose only person has these segments after its NAD. */
function read(nad: string, ...segments: readonly string[]) {
  const before = ["UNH+1+PAXLST:D:05B:UN:IATA'BGM+745'TDT+20+AC1'LOC+125+CDG'DTM+189:2611241200:201'LOC+87+YUL'"];
  const text = `UNB+UNOC:4+A+B+261124:0800+1'${before}${[nad, ...segments].join("'")}'UNT+${segments.length + 8}+1'UNZ+1+1'`;
  const { messages } = readInterchange(encodeUtf8(text), { receivedAt, tolerance: 'strict' });
  const [message] = messages;
  const people = message !== undefined && 'people' in message.data ? message.data.people : [];
  const findings = told(message?.findings ?? [], 6);
  return { people, person: people[0], findings, unrecognised: message?.unrecognised.map((part) => part.text) };
}
const nad = 'NAD+FL+++MORA:LUIS';
const bare = {
  role: 'passenger',
  family: 'MORA',
  given: 'LUIS',
  infant: false,
  documents: [],
  bagTags: [],
  segment: 7,
};

describe('NAD', () => {
  test.each([
    ['FL', 'passenger'],
    ['FM', 'crew'],
    ['DDU', 'transit-passenger'],
    ['DDT', 'transit-crew'],
  ])('%s is a %s', (code, role) => {
    expect(read(`NAD+${code}+++MORA`).people).toEqual([
      { role, family: 'MORA', infant: false, documents: [], bagTags: [], segment: 7 },
    ]);
  });

  test('names and address', () => {
    expect(read('NAD+FL+++MORA: LUIS :PAZ+1 RUE X+PARIS+IDF:::ILE DE FRANCE+75001+FRA').person).toEqual({
      ...bare,
      second: 'PAZ',
      address: {
        street: '1 RUE X',
        city: 'PARIS',
        region: 'IDF',
        regionName: 'ILE DE FRANCE',
        postcode: '75001',
        state: 'FRA',
      },
    });
    expect(read('NAD+FL+++MORA:LUIS++PARIS').person).toEqual({ ...bare, address: { city: 'PARIS' } });
    expect(read('NAD+FL+++MORA:LUIS+++++').person).toEqual(bare);
  });

  test('a person without a family name', () => {
    const { person, findings } = read('NAD+FL+++:LUIS');
    expect(person?.family).toBe('');
    expect(findings).toEqual([['EDI-0407', 1, 4, 1]]);
  });

  test('what stands where nothing is expected is kept', () => {
    const { unrecognised, findings } = read('NAD+FL+X+Y+MORA:LUIS');
    expect(unrecognised).toEqual(['X', 'Y']);
    expect(findings).toEqual([['EDI-0414', 1, 2, 1]]);
  });
});

describe('each segment of a person', () => {
  test.each([
    ['ATT+2++F', { sex: 'F' }],
    ['ATT+2++M', { sex: 'M' }],
    ['ATT+2++X', { sex: 'X' }],
    ['ATT+2++U', { sex: 'X' }],
    ['ATT+2++', {}],
    ['DTM+329:740812', { dateOfBirth: '1974-08-12' }],
    ['DTM+329:19740812:102', { dateOfBirth: '1974-08-12' }],
    ['DTM+329: 261124 ', { dateOfBirth: '2026-11-24', infant: true }],
    ['MEA+CT++:2', { bags: 2 }],
    ['MEA+CT++', {}],
    ['GEI+4+173', { verified: true }],
    ['GEI+4+174', { verified: false }],
    ['FTX+BAG+++AC123456:3', { bagTags: [{ number: 'AC123456', count: 3 }] }],
    ['FTX+BAG+++AC123456', { bagTags: [{ number: 'AC123456' }] }],
    ['LOC+22+YUL', { clearancePlace: 'YUL' }],
    ['LOC+178+CDG', { embarkedPlace: 'CDG' }],
    ['LOC+179+MEX', { destinationPlace: 'MEX' }],
    ['LOC+174+FRA', { residence: 'FRA' }],
    ['LOC+174+', {}],
    ['LOC+180+FRA:::LYON', { stateOfBirth: 'FRA', placeOfBirth: 'LYON' }],
    ['LOC+180+:::LYON', { placeOfBirth: 'LYON' }],
    ['LOC+180+FRA', { stateOfBirth: 'FRA' }],
    ['COM+33123:TE+a@b:EM', { phone: '33123', email: 'a@b' }],
    ['EMP+1+CR1', { crewPosition: 'CR1' }],
    ['NAT+2+D', { nationality: 'D' }],
    ['RFF+AVF:PNR1', { locator: 'PNR1' }],
    ['RFF+ABO:7', { passengerReference: '7' }],
    ['RFF+SEA:12A', { seat: '12A' }],
    ['RFF+YZY:0012345', { ticket: '0012345' }],
    ['RFF+AEA:G1', { governmentReference: 'G1' }],
    ['RFF+CR:R1', { redressReference: 'R1' }],
    ['DOC+P:110:111+X1', { documents: [{ type: 'P', number: 'X1', typeList: '110', typeAgency: '111' }] }],
    ['DOC+V', { documents: [{ type: 'V', number: '' }] }],
  ])('%s', (segment, members) => {
    expect(read(nad, segment)).toEqual({
      people: [{ ...bare, ...members }],
      person: { ...bare, ...members },
      findings: [],
      unrecognised: [],
    });
  });

  test('dates and issuer belong to the document before them', () => {
    const { person, findings } = read(
      nad,
      'DOC+P+X1',
      'DTM+36:301231',
      'LOC+91+MEX',
      'DOC+V+Y2',
      'DTM+182:200101',
      'LOC+91+CAN',
    );
    expect(findings).toEqual([]);
    expect(person?.documents).toEqual([
      { type: 'P', number: 'X1', expiry: '2030-12-31', issuingState: 'MEX' },
      { type: 'V', number: 'Y2', issued: '2020-01-01', issuingState: 'CAN' },
    ]);
  });

  test('several bag tags; telephone and address in segments of their own', () => {
    const { person } = read(nad, 'FTX+BAG+++A1:1', 'FTX+BAG+++A2', 'COM+33:TE', 'COM+a@b:EM');
    expect(person).toMatchObject({
      bagTags: [{ number: 'A1', count: 1 }, { number: 'A2' }],
      phone: '33',
      email: 'a@b',
    });
  });
});

describe('what is wrong is told at its place and kept as it stands', () => {
  test.each([
    ['ATT+2++Q', ['EDI-0408', 2, 3, undefined], 'Q'],
    ['ATT+1++F', ['EDI-0404', 2, 1, 1], '1'],
    ['DTM+329:741312', ['EDI-0405', 2, 1, 2], '741312'],
    ['DTM+329:19740230', ['EDI-0405', 2, 1, 2], '19740230'],
    ['DTM+999:740812', ['EDI-0404', 2, 1, 1], '999'],
    ['MEA+CT++:two', ['EDI-0415', 2, 3, 2], 'two'],
    ['MEA+WT++:2', ['EDI-0404', 2, 1, 1], 'WT'],
    ['GEI+4+999', ['EDI-0414', 2, 2, 1], '999'],
    ['GEI+5+173', ['EDI-0404', 2, 1, 1], '5'],
    ['FTX+BAG+++A1:many', ['EDI-0415', 2, 4, 2], 'many'],
    ['FTX+AAI+++A1', ['EDI-0404', 2, 1, 1], 'AAI'],
    ['LOC+999+YUL', ['EDI-0404', 2, 1, 1], '999'],
    ['LOC+174+FRANCE', ['EDI-0409', 2, 2, undefined], 'FRANCE'],
    ['NAT+2+FR4', ['EDI-0409', 2, 2, undefined], 'FR4'],
    ['NAT+1+FRA', ['EDI-0404', 2, 1, 1], '1'],
    ['EMP+2+CR1', ['EDI-0404', 2, 1, 1], '2'],
    ['RFF+ZZZ:1', ['EDI-0404', 2, 1, 1], 'ZZZ'],
    ['RFF+TN:1', ['EDI-0404', 2, 1, 1], 'TN'],
    ['COM+99:FX', ['EDI-0414', 2, 1, 1], '99'],
    ['DTM+36:301231', ['EDI-0403', 2, undefined, undefined], 'DTM+36:301231'],
    ['DTM+182:200101', ['EDI-0403', 2, undefined, undefined], 'DTM+182:200101'],
    ['LOC+91+MEX', ['EDI-0403', 2, undefined, undefined], 'LOC+91+MEX'],
    ['QTY+1:2', ['EDI-0403', 2, undefined, undefined], 'QTY+1:2'],
    ['EMP+1+CR1+X', ['EDI-0414', 2, 3, 1], 'X'],
  ])('%s', (segment, finding, kept) => {
    const { findings, unrecognised } = read(nad, segment);
    expect(findings[0]).toEqual(finding);
    expect(unrecognised).toContain(kept);
  });

  test('a birth in the future, an expired document; neither is lost', () => {
    const { person, findings } = read(nad, 'DTM+329:20261125', 'DOC+P+X1', 'DTM+36:261123', 'LOC+91+mx');
    expect(person).toMatchObject({ dateOfBirth: '2026-11-25', documents: [{ expiry: '2026-11-23' }] });
    expect(findings).toEqual([
      ['EDI-0410', 2, 1, 2],
      ['EDI-0416', 4, 1, 2],
      ['EDI-0409', 5, 2, undefined],
      ['EDI-0414', 5, 2, 1],
    ]);
    expect(read(nad, 'DOC+P+X1', 'DTM+36:261124').findings).toEqual([]);
  });
});

describe('what can be said once stands as it came first; the second is kept and told', () => {
  const document = 'DOC+P+X1';
  test.each([
    [['ATT+2++F', 'ATT+2++M']],
    [['DTM+329:740812', 'DTM+329:750812']],
    [['MEA+CT++:2', 'MEA+CT++:3']],
    [['GEI+4+174', 'GEI+4+173']],
    [['LOC+22+YUL', 'LOC+22+YYZ']],
    [['LOC+174+CAN', 'LOC+174+USA']],
    [['LOC+178+YUL', 'LOC+178+YYZ']],
    [['LOC+179+YUL', 'LOC+179+YYZ']],
    [['LOC+180+FRA', 'LOC+180+:::LYON']],
    [['LOC+180+:::LYON', 'LOC+180+FRA']],
    [['EMP+1+CR1', 'EMP+1+CR2']],
    [['NAT+2+CAN', 'NAT+2+FRA']],
    [['RFF+ABO:1', 'RFF+ABO:2']],
    [[document, 'DTM+36:301231', 'DTM+36:311231']],
    [[document, 'DTM+182:201231', 'DTM+182:211231']],
    [[document, 'LOC+91+CAN', 'LOC+91+USA']],
  ])('%j', (segments) => {
    const { person, findings, unrecognised } = read(nad, ...segments);
    expect(findings).toEqual([['EDI-0403', segments.length + 1, undefined, undefined]]);
    expect(unrecognised).toEqual(segments.slice(-1));
    expect(person).toEqual(read(nad, ...segments.slice(0, -1)).person);
  });

  test('a second telephone number', () => {
    const { person, findings, unrecognised } = read(nad, 'COM+1:TE+2:TE', 'COM+a:EM', 'COM+b:EM');
    expect(person).toMatchObject({ phone: '1', email: 'a' });
    expect(findings).toEqual([
      ['EDI-0414', 2, 2, 1],
      ['EDI-0414', 4, 1, 1],
    ]);
    expect(unrecognised).toEqual(['2', 'TE', 'b', 'EM']);
  });

  test('a sex or a date that could not be read leaves the place to the next', () => {
    expect(read(nad, 'ATT+2++Q', 'ATT+2++M').person?.sex).toBe('M');
    expect(read(nad, 'DTM+329:741312', 'DTM+329:741212').person?.dateOfBirth).toBe('1974-12-12');
  });
});

test('the next person begins anew, without the document of the one before', () => {
  const { people, findings } = read(nad, 'DOC+P+X1', 'NAD+FM+++PAZ', 'DTM+36:301231', 'ATT+2++F');
  expect(people[0]?.documents).toEqual([{ type: 'P', number: 'X1' }]);
  expect(people[1]).toMatchObject({ role: 'crew', sex: 'F', documents: [], segment: 9 });
  expect(findings).toEqual([['EDI-0403', 4, undefined, undefined]]);
});
