import type { ListEntry } from '#kernel';
import type { EntryDraft } from './draft.ts';
import type { Fields } from './fields.ts';
import { partedName } from './names.ts';

/** What the UK calls the kinds of those whom it designates. */
export const ukKinds: ReadonlyMap<string, ListEntry['kind']> = new Map([
  ['individual', 'person'],
  ['entity', 'organisation'],
  ['ship', 'vessel'],
]);

/** How good a name is, by its type and by what the list says of an alias. */
export function ukQuality(
  type: string | undefined,
  strength: string | undefined,
): ListEntry['names'][number]['quality'] {
  if (/^primary name$/i.test(type ?? '')) return 'primary';
  return /low|weak/i.test(strength ?? '') ? 'weak' : 'alias';
}

/** The number of the entry that a row is of, in the tables of the UK Sanctions List and of OFSI. */
export const ukNumber = (fields: Fields): string | undefined => fields.take('Unique ID', 'Group ID', 'GroupID');

/** The kind that a row names. */
export const ukKind = (fields: Fields): string | undefined =>
  fields.take('Designation Type', 'Group Type', 'GroupTypeDescription');

function takeName(fields: Fields, draft: EntryDraft): void {
  const numbers = [1, 2, 3, 4, 5];
  const given = fields.takeAll(...numbers.flatMap((at) => [`Name ${at}`, `name${at}`]));
  const type = fields.take('Name type', 'Alias Type', 'AliasType');
  const quality = ukQuality(type, fields.take('Alias strength', 'Alias Quality', 'AliasQuality'));
  draft.name(partedName(fields.take('Name 6', 'Name6'), given), quality);
  draft.name(fields.take('Name non-latin script', 'Name Non-Latin Script', 'NameNonLatinScript'), 'alias');
}

function takeNumbers(fields: Fields, draft: EntryDraft): void {
  draft.documents(fields.take('Passport number', 'Passport Number', 'Individual_PassportNumber'), 'P');
  const ofPerson = ['National Identifier number', 'National Identification Number', 'NI Number', 'Individual_NINumber'];
  draft.documents(fields.take(...ofPerson), 'I');
  draft.documents(fields.take('Business registration number (s)', 'Entity_BusinessRegNumber'), 'REG');
  draft.documents(fields.take('IMO number', 'Ship_IMONumber'), 'IMO');
}

function takeBirth(fields: Fields, draft: EntryDraft): void {
  draft.born(fields.take('D.O.B', 'DOB', 'Individual_DateOfBirth'));
  const town = fields.takeAll('Town of birth', 'Town of Birth', 'Individual_TownOfBirth');
  const land = fields.takeAll('Country of birth', 'Country of Birth', 'Individual_CountryOfBirth');
  draft.bornAt([...town, ...land].join(', '));
  draft.national(fields.take('Nationality(/ies)', 'Nationality', 'Individual_Nationality'));
  draft.sex(fields.take('Gender', 'Individual_Gender'));
}

function takeAddress(fields: Fields, draft: EntryDraft): void {
  const lines = [1, 2, 3, 4, 5, 6].flatMap((at) => [`Address Line ${at}`, `Address ${at}`, `Address${at}`]);
  const place = ['Address Postal Code', 'Post/Zip Code', 'PostCode', 'Address Country', 'Country'];
  draft.also('address', fields.takeAll(...lines, ...place).join(', '));
}

/**
 * Reads one row of the UK Sanctions List, or of OFSI's consolidated list (a table, or the elements of its XML, which hold
 * the same under other names), into its entry: a row is one name at one address.
 */
export function takeUkRow(fields: Fields, draft: EntryDraft): void {
  takeName(fields, draft);
  takeBirth(fields, draft);
  takeNumbers(fields, draft);
  takeAddress(fields, draft);
  draft.programme(fields.take('Regime Name', 'Regime', 'RegimeName'));
  for (const day of fields.takeAll('Date Designated', 'UK Sanctions List Date Designated', 'DateDesignated'))
    draft.listed(day);
  for (const day of fields.takeAll('Listed On', 'DateListed')) draft.listed(day);
  draft.updated(fields.take('Last Updated', 'LastUpdated'));
  draft.rest(fields);
}
