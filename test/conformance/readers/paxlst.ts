import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Paxlst, type PaxlstPerson, readInterchange, writePaxlst } from '#formats/edifact';
import { instant } from '#kernel';
import type { Conformance } from '../kind.ts';
import { faultsOfTokens, isValid, receivedAt, type Sample, samplesOf, segmentsIn } from './edifact-samples.ts';

/**
 * Passenger and crew lists: every sample tokenises and comes back byte for byte; one in a transport equals its reference
 * segment by segment; one with expected values equals them field by field; a valid one is written again as it was.
 */
export async function run(folder: string): Promise<Conformance> {
  const samples = samplesOf(folder);
  const faults = samples.map((sample) => [
    ...faultsOfTokens(sample),
    ...faultsOfReference(folder, sample),
    ...faultsOfFields(folder, sample),
    ...faultsOfWriting(sample),
  ]);
  return {
    found: samples.length,
    passed: faults.filter((one) => one.length === 0).length,
    failures: faults.flat(),
  };
}

function faultsOfReference(folder: string, { name, bytes }: Sample): string[] {
  if (!name.endsWith('.original.txt')) return [];
  const reference = readFileSync(join(folder, name.replace('.original.', '.reference.')));
  const [left, right] = [segmentsIn(bytes), segmentsIn(reference)];
  return JSON.stringify(left) === JSON.stringify(right) ? [] : [`${name}: differs from its reference`];
}

/** A list, whose envelope and text stand for those of a valid sample; blanks that a sender left around values count for nothing. */
function faultsOfWriting({ name, bytes }: Sample): string[] {
  if (!isValid(bytes)) return [];
  const { messages } = readInterchange(bytes, { receivedAt, tolerance: 'strict' });
  const faults: string[] = [];
  for (const { data } of messages) {
    const written = segmentsIn(writePaxlst(data as Paxlst)).segments;
    const lodged = segmentsIn(bytes).segments;
    const bare = (segments: readonly string[]) => segments.map((text) => text.replaceAll(' ', ''));
    if (JSON.stringify(bare(written)) !== JSON.stringify(bare(lodged))) faults.push(`${name}: is written otherwise`);
  }
  return faults;
}

/** The guide was published in this month; its examples are read as if they came in then. */
const guideAt = instant(Date.parse('2013-06-20T09:00Z'));

function faultsOfFields(folder: string, { name, bytes }: Sample): string[] {
  const file = join(folder, name.replace(/\.edi$/, '.expect.json'));
  if (!name.endsWith('.edi') || !existsSync(file)) return [];
  const { name: _title, ...expected } = JSON.parse(readFileSync(file, 'utf8'));
  const { messages } = readInterchange(bytes, { receivedAt: guideAt, tolerance: 'lenient' });
  const actual = inWordsOfGuide(messages[0]?.data as Paxlst);
  return differences(expected, actual, name);
}

/** What is expected and is not there; what is there and not asked about is no fault. */
function differences(expected: unknown, actual: unknown, path: string): string[] {
  if (typeof expected !== 'object' || expected === null) {
    return expected === actual ? [] : [`${path}: expected ${String(expected)}, got ${String(actual)}`];
  }
  return Object.entries(expected).flatMap(([key, value]) =>
    differences(value, (actual as Record<string, unknown> | undefined)?.[key], `${path}.${key}`),
  );
}

const documents = {
  'passenger-list': '745',
  'crew-list': '250',
  'change-in-flight-status': '266',
  'master-crew-list': '336',
};
const parties = { passenger: 'FL', crew: 'FM', 'transit-passenger': 'DDU', 'transit-crew': 'DDT' };

/** A list in the words of the files of expected values. */
const inWordsOfGuide = (list: Paxlst) => ({
  list: documents[list.document],
  txnRef: list.transactionReference,
  contactId: list.contact?.identifier,
  contact: { surname: list.contact?.family, given: list.contact?.given, coms: list.contact?.numbers.length },
  legs: list.legs.map((leg) => ({
    flight: leg.conveyance,
    carrier: leg.carrier,
    from: leg.departurePlace,
    to: leg.arrivalPlace,
    dep: leg.departureTime,
    arr: leg.arrivalTime,
  })),
  people: list.people.map(personInWordsOfGuide),
  count: { kind: list.total?.qualifier, n: list.total?.value },
});

const personInWordsOfGuide = (person: PaxlstPerson) => ({
  party: parties[person.role],
  surname: person.family,
  given: person.given,
  second: person.second,
  street: person.address?.street,
  city: person.address?.city,
  region: person.address?.region,
  regionName: person.address?.regionName,
  postcode: person.address?.postcode,
  country: person.address?.state,
  sex: person.sex,
  dob: person.dateOfBirth,
  bags: person.bags,
  verified: person.verified,
  bagTags: person.bagTags.map(({ number, count }) => ({ no: number, count })),
  clearance: person.clearancePlace,
  residence: person.residence,
  embarked: person.embarkedPlace,
  destination: person.destinationPlace,
  birthPlace: person.placeOfBirth,
  phone: person.phone,
  nationality: person.nationality,
  pnr: person.locator,
  paxRef: person.passengerReference,
  docs: person.documents.map((document) => ({
    type: document.type,
    no: document.number,
    exp: document.expiry,
    issuer: document.issuingState,
  })),
});
