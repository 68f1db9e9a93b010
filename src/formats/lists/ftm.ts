import type { ListEntry, Position } from '#kernel';
import { EntryDraft } from './draft.ts';
import { eachLine, parse } from './lines.ts';
import { isMembers, type Members, textIn } from './members.ts';
import { Gathering, type ListLabel, type ListReading } from './reading.ts';
import { stateOf, stateOfCode } from './states.ts';

/** Schemas of FollowTheMoney that are subjects of a list. */
const kinds: ReadonlyMap<string, ListEntry['kind']> = new Map([
  ['Person', 'person'],
  ['Organization', 'organisation'],
  ['Company', 'organisation'],
  ['PublicBody', 'organisation'],
  ['LegalEntity', 'organisation'],
  ['Vessel', 'vessel'],
  ['Vehicle', 'vehicle'],
  ['Airplane', 'vehicle'],
]);

/** Numbers by the property that holds them. */
const numbers: readonly (readonly [string, string])[] = [
  ['passportNumber', 'P'],
  ['idNumber', 'I'],
  ['socialSecurityNumber', 'I'],
  ['taxNumber', 'TAX'],
  ['innCode', 'TAX'],
  ['vatCode', 'TAX'],
  ['registrationNumber', 'REG'],
  ['ogrnCode', 'REG'],
  ['leiCode', 'LEI'],
  ['swiftBic', 'BIC'],
  ['imoNumber', 'IMO'],
  ['mmsi', 'MMSI'],
  ['callSign', 'CALL'],
];

/** The texts of a property, each taken from the properties so that the rest of them can be kept. */
class Properties {
  readonly #values: Map<string, readonly string[]>;

  constructor(members: unknown) {
    const pairs = Object.entries(isMembers(members) ? members : {});
    this.#values = new Map(
      pairs.map(([name, value]) => [name, (Array.isArray(value) ? value : [value]).flatMap(textOf)]),
    );
  }

  take(...names: readonly string[]): readonly string[] {
    return names.flatMap((name) => {
      const values = this.#values.get(name) ?? [];
      this.#values.delete(name);
      return values;
    });
  }

  rest(): Iterable<readonly [string, readonly string[]]> {
    return this.#values;
  }
}

/** A value is a text; in nested exports it may be another thing, of which its name or number stands for it. */
function textOf(value: unknown): readonly string[] {
  if (!isMembers(value)) return asList(textIn(value));
  return asList(textIn(value['caption']) ?? textIn(value['id']));
}

const asList = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);

function takeNames(caption: string | undefined, properties: Properties, draft: EntryDraft): void {
  const names = properties.take('name');
  const principal = caption ?? names[0];
  draft.name(principal, 'primary');
  for (const name of [...names, ...properties.take('alias', 'previousName')]) draft.name(name, 'alias');
  for (const name of properties.take('weakAlias')) draft.name(name, 'weak');
}

/** What is done with a value of the properties that are compared. */
const takers: readonly (readonly [names: readonly string[], take: (value: string, draft: EntryDraft) => void])[] = [
  [['birthDate'], (day, draft) => draft.born(day, { path: 'birthDate' })],
  [['birthPlace'], (place, draft) => draft.bornAt(place)],
  [
    ['nationality', 'citizenship'],
    (state, draft) => draft.national(stateOfCode(state) ?? state, { path: 'nationality' }),
  ],
  [['gender'], (sex, draft) => draft.sex(sex)],
  [['programId', 'program'], (programme, draft) => draft.programme(programme)],
  [['createdAt', 'listingDate', 'startDate'], (day, draft) => draft.listed(day)],
  [['modifiedAt'], (day, draft) => draft.updated(day)],
  ...numbers.map(
    ([name, type]) => [[name], (number: string, draft: EntryDraft) => draft.document({ type, number })] as const,
  ),
];

function takeProperties(properties: Properties, draft: EntryDraft): void {
  for (const [names, take] of takers) for (const value of properties.take(...names)) take(value, draft);
  for (const [name, values] of properties.rest()) for (const value of values) draft.also(name, value);
}

/** What hangs on a subject as a thing of its own: its sanctions, its documents. */
type Hanging = (properties: Properties, draft: EntryDraft) => void;
const hangers: ReadonlyMap<string, Hanging> = new Map<string, Hanging>([
  [
    'Sanction',
    (properties, draft) => {
      properties.take('entity', 'country', 'authority', 'sourceUrl');
      takeProperties(properties, draft);
    },
  ],
  ['Passport', (properties, draft) => takeHeld('P', properties, draft)],
  ['Identification', (properties, draft) => takeHeld('I', properties, draft)],
]);

function takeHeld(type: string, properties: Properties, draft: EntryDraft): void {
  const [state] = properties.take('country');
  const issuingState = state === undefined ? undefined : (stateOfCode(state) ?? stateOf(state));
  const kind = properties.take('type').some((text) => /passport/i.test(text)) ? 'P' : type;
  for (const number of properties.take('number', 'passportNumber')) {
    draft.document({ type: kind, number, ...(issuingState === undefined ? {} : { issuingState }) });
  }
}

/** Reads what hangs on a subject into it. */
function hang(members: Members, draft: EntryDraft): void {
  const take = hangers.get(textIn(members['schema']) ?? '');
  take?.(new Properties(members['properties']), draft);
}

/** The things that nested exports hold inside of the properties of others. */
const nestedIn = (properties: unknown): readonly Members[] =>
  Object.values(isMembers(properties) ? properties : {}).flatMap((value) =>
    (Array.isArray(value) ? value : [value]).filter(isMembers),
  );

/** Reads the lines; what hangs on a subject waits until all subjects are known. */
class FtmReader {
  readonly into = new Gathering();
  readonly #drafts = new Map<string, EntryDraft>();
  readonly #hanging: Members[] = [];
  readonly #passed = new Map<string, { readonly count: number; readonly first: Position }>();

  take(json: unknown, at: Position): void {
    const members = isMembers(json) ? json : {};
    const schema = textIn(members['schema']);
    if (json === undefined) this.into.complain('LST-0109', {}, at);
    else if (schema === undefined) this.into.complain('LST-0111', { member: 'schema', expected: 'text' }, at);
    else if (kinds.has(schema)) this.#subject(members, kinds.get(schema) ?? 'organisation', at);
    else if (hangers.has(schema)) this.#hanging.push(members);
    else this.#pass(schema, at);
  }

  #subject(members: Members, kind: ListEntry['kind'], at: Position): void {
    const entry = textIn(members['id']);
    if (entry === undefined) {
      this.into.complain('LST-0102', {}, at);
      return;
    }
    const draft = this.#drafts.get(entry) ?? new EntryDraft(this.into, at, { entry, kind });
    this.#drafts.set(entry, draft);
    const properties = new Properties(members['properties']);
    takeNames(textIn(members['caption']), properties, draft);
    takeProperties(properties, draft);
    for (const nested of nestedIn(members['properties'])) hang(nested, draft);
    for (const day of asList(textIn(members['first_seen']))) draft.listed(day);
    for (const day of asList(textIn(members['last_change']))) draft.updated(day);
  }

  /** What is no subject is told once a kind, where the first of it stands. */
  #pass(schema: string, at: Position): void {
    const { count, first } = this.#passed.get(schema) ?? { count: 0, first: at };
    this.#passed.set(schema, { count: count + 1, first });
  }

  keep(): void {
    for (const [schema, { count, first }] of this.#passed) this.into.complain('LST-0117', { schema, count }, first);
    for (const hanging of this.#hanging) {
      for (const owner of new Properties(hanging['properties']).take('entity', 'holder')) {
        const draft = this.#drafts.get(owner);
        if (draft !== undefined) hang(hanging, draft);
      }
    }
    for (const draft of this.#drafts.values()) draft.keep();
  }
}

/**
 * Reads entities of FollowTheMoney as OpenSanctions publishes them (entities.ftm.json, targets.nested.json): one JSON
 * object a line. Persons, organisations and vessels are entries; sanctions and documents in lines of their own belong to
 * the entry that they name, wherever it stands. Addresses and relations of others are not of the list; how many were passed by
 * is told.
 * `segment` is the line.
 */
export function readFtm(bytes: Uint8Array, label: ListLabel = {}): ListReading {
  const reader = new FtmReader();
  eachLine(bytes, (line, segment) => {
    reader.take(parse(line), { segment });
  });
  reader.keep();
  return reader.into.reading({ name: 'opensanctions', version: 'undated', purpose: 'sanctions', ...label });
}
