import type { ListEntry, SubjectName } from '#kernel';
import { documentTypeOf } from './document-types.ts';
import type { EntryDraft } from './draft.ts';
import { partedName } from './names.ts';
import { type OfacReferences, periodOf } from './ofac-references.ts';
import { stateOf } from './states.ts';
import { allAt, children, textOf, textsWithin } from './xml-read.ts';
import type { Element } from './xml-tree.ts';

/** What the list calls the kinds of its parties. */
export const partyKinds: ReadonlyMap<string, ListEntry['kind']> = new Map([
  ['Individual', 'person'],
  ['Entity', 'organisation'],
  ['Vessel', 'vessel'],
  ['Aircraft', 'vehicle'],
]);

/** The type of each part of a name by the number of its group: `Last Name`, `Entity Name`. */
const partTypes = (identity: Element, references: OfacReferences): ReadonlyMap<string, string> =>
  new Map(
    allAt(identity, 'NamePartGroups', 'MasterNamePartGroup', 'NamePartGroup').map(({ attributes }) => [
      attributes['ID'] ?? '',
      references.text('NamePartType', attributes['NamePartTypeID']) ?? '',
    ]),
  );

/** Parts of a name that are its family name; the others of a person are given names, in their order. */
const familyParts: ReadonlySet<string> = new Set(['Last Name', 'Maiden Name']);

function nameIn(documented: Element, types: ReadonlyMap<string, string>): SubjectName | undefined {
  const parts = allAt(documented, 'DocumentedNamePart', 'NamePartValue').map(({ attributes, text }) => ({
    isFamily: familyParts.has(types.get(attributes['NamePartGroupID'] ?? '') ?? ''),
    text: text.trim(),
  }));
  const texts = (isFamily: boolean) => parts.filter((part) => part.isFamily === isFamily).map(({ text }) => text);
  return partedName(texts(true).join(' '), texts(false));
}

function takeNames(identity: Element, references: OfacReferences, draft: EntryDraft): void {
  const types = partTypes(identity, references);
  for (const alias of children(identity, 'Alias')) {
    const isWeak = alias.attributes['LowQuality'] === 'true';
    const quality = alias.attributes['Primary'] === 'true' ? 'primary' : isWeak ? 'weak' : 'alias';
    children(alias, 'DocumentedName').forEach((documented, at) => {
      // After the first come the same name in other scripts.
      draft.name(nameIn(documented, types), at > 0 && quality === 'primary' ? 'alias' : quality);
    });
  }
}

function takeDocument(document: Element, references: OfacReferences, draft: EntryDraft): void {
  const number = textOf(document, 'IDRegistrationNo');
  const label = references.text('IDRegDocType', document.attributes['IDRegDocTypeID']) ?? '';
  if (number === undefined) return;
  const type = documentTypeOf(label);
  if (type === undefined) {
    draft.also(label === '' ? 'IDRegDocument' : label, number);
    return;
  }
  const issuingState = stateOf(references.text('Country', document.attributes['IssuedBy-CountryID']) ?? '');
  const bare = type === 'IMO' ? number.replace(/^IMO /, '') : number;
  draft.document({ type, number: bare, ...(issuingState === undefined ? {} : { issuingState }) });
}

/** What one version of a feature says: a text, one of the numbered texts, or a place. */
function detailOf(version: Element, references: OfacReferences): string | undefined {
  const [detail] = children(version, 'VersionDetail');
  const [place] = children(version, 'VersionLocation');
  const numbered = references.text('DetailReference', detail?.attributes['DetailReferenceID']);
  const text = detail === undefined ? undefined : (numbered ?? detail.text.trim());
  return text === undefined || text === '' ? references.place(place?.attributes['LocationID']) : text;
}

/** What is done with features that are compared; the others are kept under their names. */
const features: Readonly<Record<string, (value: string, draft: EntryDraft) => void>> = {
  'Place of Birth': (value, draft) => draft.bornAt(value),
  'Nationality Country': (value, draft) => draft.national(value),
  'Citizenship Country': (value, draft) => draft.national(value),
  Gender: (value, draft) => draft.sex(value),
};

function takeFeature(feature: Element, references: OfacReferences, draft: EntryDraft): void {
  const label = references.text('FeatureType', feature.attributes['FeatureTypeID'])?.replace(/:$/, '') ?? 'Feature';
  const type = documentTypeOf(label);
  for (const version of children(feature, 'FeatureVersion')) {
    const [period] = children(version, 'DatePeriod');
    const value = detailOf(version, references);
    if (label === 'Birthdate' && period !== undefined) {
      const born = periodOf(period);
      if (born === undefined) draft.tell('LST-0104', textsWithin(period).join(' '), { path: 'Feature' });
      else draft.born(born);
    } else if (value === undefined) draft.also(label, textsWithin(version).join(' '));
    else if (features[label] !== undefined) features[label](value, draft);
    else if (type === undefined) draft.also(label, value);
    else draft.document({ type, number: value });
  }
}

/** Reads one party: its names, its documents, which stand apart, and its features. */
export function takeParty(party: Element, references: OfacReferences, draft: EntryDraft): void {
  draft.also('comment', textOf(party, 'Comment'));
  for (const profile of children(party, 'Profile')) {
    for (const identity of children(profile, 'Identity')) {
      takeNames(identity, references, draft);
      for (const document of references.documents(identity.attributes['ID'])) takeDocument(document, references, draft);
    }
    for (const feature of children(profile, 'Feature')) takeFeature(feature, references, draft);
  }
}
