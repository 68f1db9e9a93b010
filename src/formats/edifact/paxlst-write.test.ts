import { expect, test } from 'vitest';
import { decodeUtf8, type PlainDate, type PlainDateTime, type StateCode } from '#kernel';
import type { Paxlst, PaxlstPerson } from './index.ts';
import { writePaxlst } from './index.ts';

const bare: Paxlst = {
  directory: 'D.05B',
  associationCode: 'IATA',
  document: 'passenger-list',
  function: 'new',
  messageReference: '1',
  legs: [],
  people: [],
  envelope: {
    syntax: 'UNOA:4',
    sender: 'AC',
    recipient: 'CBSA',
    controlReference: '7',
    interactive: false,
    serviceCharacters: "UNA:+.? '",
    segmentBreak: '\n',
  },
};
const mora: PaxlstPerson = {
  role: 'passenger',
  family: 'MORA',
  infant: false,
  documents: [],
  bagTags: [],
  segment: 1,
};
const written = (list: Partial<Paxlst>) =>
  decodeUtf8(writePaxlst({ ...bare, ...list }))
    .split('\n')
    .slice(1, -1);
const ofPerson = (person: Partial<PaxlstPerson>) =>
  written({ people: [{ ...mora, ...person }] })
    .slice(2, -1)
    .map((segment) => segment.slice(0, -1));

test('a list with everything in it stands in the order of the guide', () => {
  const list = written({
    function: 'change-passenger',
    transactionReference: 'T1',
    transactionRevision: '2',
    contact: { identifier: 'ID', family: 'DOE', given: 'JANE', numbers: [{ number: '1', kind: 'TE' }] },
    legs: [
      {
        stage: 'main',
        carrier: 'AC',
        carrierStated: true,
        conveyance: 'AC123',
        departurePlace: 'CDG',
        arrivalPlace: 'YUL',
        departureTime: '2026-11-24T12:00' as PlainDateTime,
        arrivalTime: '2026-11-24T20:05' as PlainDateTime,
        departureQualifier: '125',
        arrivalQualifier: '87',
      },
    ],
    people: [
      {
        ...mora,
        given: 'LUIS',
        second: 'PAZ',
        address: { street: '1 RUE X', city: 'PARIS', region: 'IDF', regionName: 'ILE', postcode: '75', state: 'FRA' },
        sex: 'M',
        dateOfBirth: '1974-08-12' as PlainDate,
        bags: 2,
        verified: true,
        bagTags: [{ number: 'A1', count: 2 }, { number: 'A2' }],
        clearancePlace: 'YUL',
        residence: 'FRA' as StateCode,
        embarkedPlace: 'CDG',
        destinationPlace: 'YYZ',
        stateOfBirth: 'FRA',
        placeOfBirth: 'LYON',
        phone: '33',
        email: 'A',
        crewPosition: 'CR1',
        nationality: 'FRA' as StateCode,
        locator: 'L',
        passengerReference: '7',
        seat: '1A',
        ticket: '2',
        governmentReference: '3',
        redressReference: '4',
        documents: [
          {
            type: 'P',
            typeList: '110',
            typeAgency: '111',
            number: 'X1',
            expiry: '2030-12-31' as PlainDate,
            issued: '2020-01-01' as PlainDate,
            issuingState: 'FRA' as StateCode,
          },
        ],
      },
    ],
    total: { qualifier: '42', value: 160 },
  });
  expect(list).toEqual([
    "UNH+1+PAXLST:D:05B:UN:IATA'",
    "BGM+745+CP'",
    "RFF+TN:T1:::2'",
    "NAD+MS+ID++DOE:JANE'",
    "COM+1:TE'",
    "TDT+20+AC123+++AC'",
    "LOC+125+CDG'",
    "DTM+189:2611241200:201'",
    "LOC+87+YUL'",
    "DTM+232:2611242005:201'",
    "NAD+FL+++MORA:LUIS:PAZ+1 RUE X+PARIS+IDF:::ILE+75+FRA'",
    "ATT+2++M'",
    "DTM+329:740812'",
    "MEA+CT++:2'",
    "GEI+4+173'",
    "FTX+BAG+++A1:2'",
    "FTX+BAG+++A2'",
    "LOC+22+YUL'",
    "LOC+174+FRA'",
    "LOC+178+CDG'",
    "LOC+179+YYZ'",
    "LOC+180+FRA:::LYON'",
    "COM+33:TE+A:EM'",
    "EMP+1+CR1'",
    "NAT+2+FRA'",
    "RFF+AVF:L'",
    "RFF+ABO:7'",
    "RFF+SEA:1A'",
    "RFF+YZY:2'",
    "RFF+AEA:3'",
    "RFF+CR:4'",
    "DOC+P:110:111+X1'",
    "DTM+36:301231'",
    "DTM+182:200101'",
    "LOC+91+FRA'",
    "CNT+42:160'",
    "UNT+37+1'",
  ]);
});

test('what is absent is not written', () => {
  expect(written({})).toEqual(["UNH+1+PAXLST:D:05B:UN:IATA'", "BGM+745'", "UNT+3+1'"]);
  expect(written({ transactionReference: 'T1' })[2]).toBe("RFF+TN:T1'");
  expect(written({ contact: { numbers: [] } })[2]).toBe("NAD+MS'");
  expect(written({ contact: { numbers: [] } })[3]).toBe("UNT+4+1'");
  expect(ofPerson({})).toEqual(['NAD+FL+++MORA']);
  expect(ofPerson({ verified: false })).toEqual(['NAD+FL+++MORA', 'GEI+4+174']);
  expect(ofPerson({ bags: 0 })).toEqual(['NAD+FL+++MORA', 'MEA+CT++:0']);
  expect(ofPerson({ placeOfBirth: 'LYON' })).toEqual(['NAD+FL+++MORA', 'LOC+180+:::LYON']);
  expect(ofPerson({ stateOfBirth: 'FRA' })).toEqual(['NAD+FL+++MORA', 'LOC+180+FRA']);
  expect(ofPerson({ phone: '33' })).toEqual(['NAD+FL+++MORA', 'COM+33:TE']);
  expect(ofPerson({ email: 'A' })).toEqual(['NAD+FL+++MORA', 'COM+A:EM']);
  expect(ofPerson({ documents: [{ type: 'P', number: 'X1' }] })).toEqual(['NAD+FL+++MORA', 'DOC+P+X1']);
});

test('a function that has no name is written as its code', () => {
  expect(written({ functionCode: 'C' })[1]).toBe("BGM+745+C'");
  expect(written({ function: 'close', functionCode: 'C' })[1]).toBe("BGM+745+CL'");
});

test.each([
  ['passenger-list', '745'],
  ['crew-list', '250'],
  ['change-in-flight-status', '266'],
  ['master-crew-list', '336'],
] as const)('%s is %s', (document, code) => {
  expect(written({ document })[1]).toBe(`BGM+${code}'`);
});
