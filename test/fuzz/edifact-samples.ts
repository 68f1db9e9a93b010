import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  contrlOn,
  type Envelope,
  type Paxlst,
  readInterchange,
  writeContrl,
  writeCusres,
  writePaxlst,
} from '#formats/edifact';
import { encodeUtf8, type Instant, type PlainDate, type PlainDateTime, type StateCode } from '#kernel';

const envelope: Envelope = {
  syntax: 'UNOA:4',
  sender: 'AC',
  senderQualifier: 'ZZ',
  recipient: 'CBSAAPIS',
  prepared: { date: '261124', time: '0800' },
  controlReference: '777',
  applicationReference: 'APIS',
  interactive: true,
  serviceCharacters: "UNA:+.? '",
  advised: true,
  group: { type: 'PAXLST', sender: 'AC', recipient: 'CBSAAPIS', reference: '1', agency: 'UN', version: 'D:05B' },
};

const list: Paxlst = {
  directory: 'D.05B',
  associationCode: 'IATA',
  document: 'passenger-list',
  function: 'change-passenger',
  messageReference: 'M1',
  commonAccessReference: 'ACCESS',
  part: { number: 1, last: true },
  transactionReference: 'T1',
  transactionRevision: '1',
  contact: { identifier: 'ID', family: 'DOE', given: 'JANE', numbers: [{ number: '1514', kind: 'TE' }] },
  legs: [
    {
      stage: 'main',
      carrier: 'AC',
      carrierStated: true,
      conveyance: 'AC871',
      departurePlace: 'CDG',
      arrivalPlace: 'YUL',
      departureTime: '2026-11-24T12:00' as PlainDateTime,
      arrivalTime: '2026-11-24T20:05' as PlainDateTime,
      departureQualifier: '125',
      arrivalQualifier: '87',
    },
  ],
  people: ['MORA', "O'NEIL", 'A+B:C?'].map((family, at) => ({
    role: 'passenger',
    family,
    given: 'ANNA MARIA',
    address: { street: '1 RUE X', city: 'PARIS', regionName: 'IDF', postcode: '75001', state: 'FRA' },
    sex: 'F',
    dateOfBirth: '1974-08-12' as PlainDate,
    infant: false,
    bags: at,
    verified: true,
    bagTags: [{ number: 'AC123456', count: 2 }],
    clearancePlace: 'YUL',
    residence: 'FRA' as StateCode,
    placeOfBirth: 'LYON',
    nationality: 'FRA' as StateCode,
    locator: 'PNR1',
    passengerReference: `${at}`,
    seat: '12A',
    phone: '33123',
    documents: [{ type: 'P', typeList: '110', typeAgency: '111', number: 'X1', expiry: '2030-12-31' as PlainDate }],
    segment: 1,
  })),
  total: { qualifier: '42', value: 160 },
  envelope,
};

/** Messages that our own writers make, in service characters and character sets of several kinds. */
function written(receivedAt: Instant): readonly Uint8Array[] {
  const plain = writePaxlst(list);
  const { group: _group, ...bare } = envelope;
  const { messages, findings } = readInterchange(
    encodeUtf8("UNB+UNOA:4+A+B+261124:0800+1'UNH+1+PAXLST'UNT+9+8'UNZ+2+3'"),
    {
      receivedAt,
      tolerance: 'strict',
    },
  );
  const refused = messages.map(({ findings: of }) => ({
    header: { reference: '1', type: 'PAXLST', directory: 'D.05B', agency: 'UN', associationCode: '' },
    findings: of,
  }));
  return [
    plain,
    writePaxlst({ ...list, envelope: { ...bare, segmentBreak: '\r\n', serviceCharacters: 'UNA:+.?*~' } }),
    writePaxlst({ ...list, envelope: { ...bare, syntax: 'UNOY:4', serviceCharacters: 'UNA|^.\\*\n' } }),
    writePaxlst({ ...list, document: 'crew-list', function: 'close-on-board', people: [] }),
    writeCusres({
      ...list,
      document: 'answer',
      legs: list.legs,
      answers: [
        { level: 'header', codes: ['4Z'], text: 'DATA MISSING' },
        { level: 'passenger', locator: 'PNR1', passengerReference: '1', codes: ['0Z'], text: 'OK' },
      ],
    }),
    writeContrl(contrlOn({ envelope, findings, messages: refused }, receivedAt)),
    encodeUtf8(`QU HDQAPIS\r\n.AC 240800\r\n${new TextDecoder().decode(plain).replace(/(.{64})/g, '$1\r\n')}\r\n=END`),
    Uint8Array.from('UNB\x1dUNOB:1\x1dA\x1dB\x1d261124\x1f0800\x1d1\x1cUNZ\x1d0\x1d1\x1c', (sign) =>
      sign.charCodeAt(0),
    ),
  ];
}

/** Real messages, where the data folder is there; no larger than a mutation of one can be read in a moment. */
function real(): readonly Uint8Array[] {
  const data = join(process.env['TRIPOINT_DATA'] ?? '../shared/data', 'traveller');
  if (!existsSync(data)) return [];
  const folders = ['gtas/apis', 'gtas/pnrgov', 'paxlst-cusres/guide-examples', 'paxlst-cusres/transport-wrapped'];
  const files = folders.flatMap((folder) => readdirSync(join(data, folder)).map((name) => join(data, folder, name)));
  const scenarios = join(data, 'paxlst-cusres/iapi-scenarios');
  const dialogues = readdirSync(scenarios).flatMap((name) => {
    const { events }: { events: readonly { interchange?: string }[] } = JSON.parse(
      readFileSync(join(scenarios, name), 'utf8'),
    );
    return events.flatMap(({ interchange }) => (interchange === undefined ? [] : [encodeUtf8(interchange)]));
  });
  const messages = files.filter((file) => !file.endsWith('.json')).map((file) => new Uint8Array(readFileSync(file)));
  return [...messages.filter(({ length }) => length <= 8192), ...dialogues];
}

/** What is mutated: our own messages, and real ones. */
export const edifactSamples = (receivedAt: Instant): readonly Uint8Array[] => [...written(receivedAt), ...real()];
