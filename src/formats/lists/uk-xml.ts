import { dayIn } from './dates.ts';
import { EntryDraft } from './draft.ts';
import { Fields } from './fields.ts';
import { partedName } from './names.ts';
import { Gathering, type ListLabel, type ListReading } from './reading.ts';
import { UkEntries } from './uk-csv.ts';
import { ukKinds, ukQuality } from './uk-row.ts';
import { allAt, children, textOf, textsAt, textsWithin } from './xml-read.ts';
import { type Element, eachElement } from './xml-tree.ts';

const withoutMarks = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

/** All texts under elements of a name, however deep they stand. */
function textsOf(element: Element, tag: string): readonly string[] {
  const own = element.tag === tag ? element.text.trim() : '';
  return [...(own === '' ? [] : [own]), ...element.children.flatMap((child) => textsOf(child, tag))];
}

/** Elements that are read where they stand; what else there is under a designation is kept as a particular. */
const known: ReadonlySet<string> = new Set([
  ...['LastUpdated', 'DateDesignated', 'UniqueID', 'Names', 'NonLatinNames', 'RegimeName', 'IndividualEntityShip'],
  ...['Addresses', 'IndividualDetails', 'EntityDetails', 'ShipDetails'],
]);

/** Elements of the details that are read. */
const knownDetails: ReadonlySet<string> = new Set([
  ...['DOBs', 'Nationalities', 'BirthDetails', 'Genders', 'Passports', 'PassportDetails', 'NationalIdentifierDetails'],
  ...['NationalIdentifiers', 'BusinessRegistrationNumbers', 'IMONumbers'],
]);

function takeNames(designation: Element, draft: EntryDraft): void {
  for (const name of allAt(designation, 'Names', 'Name')) {
    const given = ['Name1', 'Name2', 'Name3', 'Name4', 'Name5'].flatMap((tag) => textOf(name, tag) ?? []);
    const quality = ukQuality(textOf(name, 'NameType'), textOf(name, 'AliasStrength', 'AliasQuality'));
    draft.name(partedName(textOf(name, 'Name6'), given), quality);
  }
  for (const group of children(designation, 'NonLatinNames')) {
    for (const name of textsOf(group, 'NameNonLatinScript')) draft.name(name, 'alias');
  }
}

/** What is done with the texts of elements of a name, wherever they stand in the details. */
const takers: readonly (readonly [tag: string, take: (text: string, draft: EntryDraft) => void])[] = [
  ['DOB', (text, draft) => draft.born(text)],
  ['Nationality', (text, draft) => draft.national(text)],
  ['Gender', (text, draft) => draft.sex(text)],
  ['PassportNumber', (text, draft) => draft.documents(text, 'P')],
  ['NationalIdentifierNumber', (text, draft) => draft.documents(text, 'I')],
  ['BusinessRegistrationNumber', (text, draft) => draft.documents(text, 'REG')],
  ['IMONumber', (text, draft) => draft.documents(text, 'IMO')],
  ['PassportAdditionalInformation', (text, draft) => draft.also('PassportAdditionalInformation', text)],
  [
    'NationalIdentifierAdditionalInformation',
    (text, draft) => draft.also('NationalIdentifierAdditionalInformation', text),
  ],
];

function takeDetails(details: Element, draft: EntryDraft): void {
  for (const [tag, take] of takers) for (const text of textsOf(details, tag)) take(text, draft);
  for (const place of allAt(details, 'BirthDetails', 'Location')) draft.bornAt(textsWithin(place).join(', '));
  keepRest(
    details.children.filter(({ tag }) => !knownDetails.has(tag)),
    draft,
  );
}

function keepRest(elements: readonly Element[], draft: EntryDraft): void {
  for (const element of elements) draft.also(element.tag, textsWithin(element).join(', '));
}

function takeDesignation(designation: Element, draft: EntryDraft): void {
  takeNames(designation, draft);
  for (const part of children(designation, 'IndividualDetails', 'EntityDetails', 'ShipDetails')) {
    for (const details of part.children) takeDetails(details, draft);
  }
  for (const regime of textsAt(designation, 'RegimeName')) draft.programme(regime);
  draft.listed(textOf(designation, 'DateDesignated'));
  draft.updated(textOf(designation, 'LastUpdated'));
  for (const address of allAt(designation, 'Addresses', 'Address'))
    draft.also('address', textsWithin(address).join(', '));
  keepRest(
    designation.children.filter(({ tag }) => !known.has(tag)),
    draft,
  );
}

/** Reads one designation; one without a number or of an unknown kind is told. */
function takeOne(designation: Element, path: string, into: Gathering): void {
  const entry = textOf(designation, 'UniqueID');
  const type = textOf(designation, 'IndividualEntityShip') ?? '';
  const kind = ukKinds.get(withoutMarks(type));
  if (entry === undefined) into.complain('LST-0102', {}, { path });
  else if (kind === undefined) into.complain('LST-0107', { entry, text: type }, { path });
  else {
    const draft = new EntryDraft(into, { path }, { entry, kind });
    takeDesignation(designation, draft);
    draft.keep();
  }
}

/**
 * Reads the UK Sanctions List as XML (`Designations`), or OFSI's consolidated list (`FinancialSanctionsTarget`, an element
 * a row of its table). The version is `DateGenerated`. Positions are paths, `Designation[3]`, counted from 1; LST-0108
 * names the line where the text stops being well-formed, and what came before it is kept.
 */
export function readUkXml(bytes: Uint8Array, label: ListLabel = {}): ListReading {
  const into = new Gathering();
  const rows = new UkEntries(into);
  let version = 'undated';
  let count = 0;
  const brokenAt = eachElement(bytes, {
    tags: ['Designation', 'FinancialSanctionsTarget', 'DateGenerated'],
    root: () => {},
    take: (element) => {
      if (element.tag === 'DateGenerated') version = dayIn(element.text) ?? version;
      else {
        count += 1;
        const path = `${element.tag}[${count}]`;
        if (element.tag === 'Designation') takeOne(element, path, into);
        else rows.take(new Fields(element.children.map(({ tag, text }) => [tag, text] as const)), { path });
      }
    },
  });
  if (brokenAt !== undefined) into.complain('LST-0108', {}, { path: `line ${brokenAt}` });
  rows.keep();
  return into.reading({ name: 'uk-sanctions', version, purpose: 'sanctions', ...label });
}
