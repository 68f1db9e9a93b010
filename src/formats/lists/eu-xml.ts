import type { ListEntry } from '#kernel';
import { EntryDraft } from './draft.ts';
import { said, saidAll, stateIn } from './eu-attributes.ts';
import { takeIdentification } from './eu-identification.ts';
import { partedName } from './names.ts';
import { Gathering, type ListLabel, type ListReading } from './reading.ts';
import { children, textsWithin } from './xml-read.ts';
import { type Element, eachElement } from './xml-tree.ts';

/** A name in parts where it has a family name, and as the legal text writes it, whose order the parts do not keep. */
function takeName(alias: Element, draft: EntryDraft, strong: 'primary' | 'alias'): void {
  const isWeak = said(alias, 'strong') === 'false';
  const family = said(alias, 'lastName');
  if (family !== undefined) {
    draft.name(partedName(family, saidAll(alias, 'firstName', 'middleName')), isWeak ? 'weak' : strong);
  }
  const whole = said(alias, 'wholeName') ?? saidAll(alias, 'firstName', 'middleName', 'lastName').join(' ');
  draft.name(whole, isWeak ? 'weak' : family === undefined ? strong : 'alias');
  for (const gender of saidAll(alias, 'gender')) draft.sex(gender);
  for (const name of ['title', 'function']) draft.also(name, said(alias, name));
}

/** The first strong name is the principal one. */
function takeNames(entity: Element, draft: EntryDraft): void {
  const aliases = children(entity, 'nameAlias');
  const principal = aliases.find((alias) => said(alias, 'strong') !== 'false');
  for (const alias of aliases) takeName(alias, draft, alias === principal ? 'primary' : 'alias');
}

function takeBirth(birth: Element, draft: EntryDraft): void {
  const [day] = saidAll(birth, 'birthdate', 'year');
  const calendar = said(birth, 'calendarType') ?? 'GREGORIAN';
  const circa = said(birth, 'circa') === 'true' ? 'circa ' : '';
  if (day !== undefined && calendar === 'GREGORIAN') draft.born(`${circa}${day}`, { path: 'birthdate' });
  else if (day !== undefined) draft.also('birthdate', `${day} ${calendar}`);
  draft.bornAt(saidAll(birth, 'place', 'city', 'region', 'zipCode', 'countryDescription').join(', '));
}

function takeRegulation(regulation: Element, draft: EntryDraft): void {
  draft.programme(said(regulation, 'programme'));
  draft.listed(said(regulation, 'publicationDate'));
  draft.updated(said(regulation, 'publicationDate'));
  draft.also('regulation', said(regulation, 'numberTitle'));
}

const addressParts = ['street', 'poBox', 'zipCode', 'city', 'place', 'region', 'countryDescription'] as const;

/** What is read of each element that stands under an entity. */
const takers: Readonly<Record<string, (element: Element, draft: EntryDraft) => void>> = {
  birthdate: takeBirth,
  citizenship: (one, draft) => {
    draft.national(stateIn(one) ?? said(one, 'countryDescription'), { path: 'citizenship' });
  },
  identification: takeIdentification,
  address: (one, draft) => {
    draft.also('address', saidAll(one, ...addressParts).join(', '));
  },
  regulation: takeRegulation,
  subjectType: () => undefined,
  nameAlias: () => undefined,
};

function takeEntity(entity: Element, draft: EntryDraft): void {
  takeNames(entity, draft);
  draft.listed(said(entity, 'designationDate'));
  for (const name of ['unitedNationId', 'designationDetails']) draft.also(name, said(entity, name));
  for (const child of entity.children) {
    const take = takers[child.tag];
    if (take === undefined) draft.also(child.tag, textsWithin(child).join(', '));
    else take(child, draft);
  }
}

/** By the code of the subject's type, or the letter that classifies it. */
const kinds: ReadonlyMap<string, ListEntry['kind']> = new Map([
  ['person', 'person'],
  ['P', 'person'],
  ['enterprise', 'organisation'],
  ['entity', 'organisation'],
  ['E', 'organisation'],
  ['vessel', 'vessel'],
  ['V', 'vessel'],
]);

function takeOne(entity: Element, path: string, into: Gathering): void {
  const [entry] = saidAll(entity, 'euReferenceNumber', 'logicalId');
  const codes = children(entity, 'subjectType').flatMap((subject) => saidAll(subject, 'code', 'classificationCode'));
  const [kind] = codes.flatMap((code) => kinds.get(code) ?? []);
  if (entry === undefined) into.complain('LST-0102', {}, { path });
  else if (kind === undefined) into.complain('LST-0107', { entry, text: codes.join(' ') }, { path });
  else {
    const draft = new EntryDraft(into, { path }, { entry, kind });
    takeEntity(entity, draft);
    draft.keep();
  }
}

/**
 * Reads the consolidated list of the EU's financial sanctions (xmlFullSanctionsList 1.1). An entry's number is its
 * `euReferenceNumber`, or its `logicalId` where it has none; the version is the day of `generationDate`. Positions are
 * paths, `sanctionEntity[3]`, counted from 1; LST-0108 names the line where the text stops being well-formed.
 */
export function readEuXml(bytes: Uint8Array, label: ListLabel = {}): ListReading {
  const into = new Gathering();
  let [version, count] = ['undated', 0];
  const brokenAt = eachElement(bytes, {
    tags: ['sanctionEntity'],
    root: (attributes) => {
      version = attributes['generationDate']?.slice(0, 10) ?? version;
    },
    take: (element) => {
      count += 1;
      takeOne(element, `sanctionEntity[${count}]`, into);
    },
  });
  if (brokenAt !== undefined) into.complain('LST-0108', {}, { path: `line ${brokenAt}` });
  return into.reading({ name: 'eu-sanctions', version, purpose: 'sanctions', ...label });
}
