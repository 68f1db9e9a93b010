import type { ListEntry, PartialDate, Particular, PlainDate, Position, SubjectName } from '#kernel';
import { parsePlainDate } from '#kernel';
import { readIsoDate } from './dates.ts';
import { readDocument } from './entry-document.ts';
import { isMembers, type Members, oneOf, severalOf } from './members.ts';
import type { Gathering } from './reading.ts';
import { stateOfCode } from './states.ts';

const kinds = ['person', 'organisation', 'vessel', 'vehicle'] as const;
const qualities = ['primary', 'alias', 'weak'] as const;
const sexes = ['M', 'F', 'X'] as const;

/** An entry while it is read: a list has a million of them, and none is copied to add a member. */
type Written = { -readonly [Member in keyof ListEntry]: ListEntry[Member] };

/** The members that are read; where there are two, either may stand. `source` names the list that a printed line is from. */
const known: ReadonlySet<string> = new Set([
  ...['entry', 'id', 'kind', 'names', 'name', 'datesOfBirth', 'dateOfBirth', 'placesOfBirth', 'placeOfBirth', 'sex'],
  ...['nationalities', 'nationality', 'documents', 'programme', 'listedOn', 'updatedOn', 'particulars', 'source'],
]);

/**
 * Reads one entry of our own form, in the spelling of the command's contract (`id`, `organization`, `dateOfBirth`,
 * `nationality`) or in that of our own lists (`entry`, `organisation`, `datesOfBirth`, `nationalities`). Dates are texts
 * (`1951-06-19`, `1951-06`, `1951`, `1951/1953`); states are ISO 3166-1 codes of two or three letters; a name is a text
 * or an object, and the first one is the primary one where it does not say otherwise. A member that is not known is kept
 * as a particular.
 */
export class EntryReader {
  readonly #into: Gathering;
  readonly #at: Position;
  #sound = true;

  constructor(into: Gathering, at: Position) {
    this.#into = into;
    this.#at = at;
  }

  /** The entry; undefined when something about it is wrong, which is then among the findings. */
  read(json: unknown): ListEntry | undefined {
    const members = isMembers(json) ? json : this.#wrong<Members>('', 'object', {});
    const { sex, programme } = members;
    const entry = members['entry'] ?? members['id'];
    const read: Written = {
      entry: this.#text(typeof entry === 'number' ? String(entry) : entry, 'entry'),
      kind: this.#kind(members['kind'] ?? 'person'),
      names: this.#names(severalOf(members, 'names', 'name')),
      datesOfBirth: this.#dates(severalOf(members, 'datesOfBirth', 'dateOfBirth')),
      nationalities: this.#states(severalOf(members, 'nationalities', 'nationality')),
      documents: this.#documents(members['documents']),
    };
    if (sex !== undefined) read.sex = oneOf(sexes, sex) ?? this.#wrong('sex', 'M, F, X', 'X');
    if (programme !== undefined) read.programme = this.#text(programme, 'programme');
    this.#rest(members, read);
    return this.#sound ? read : undefined;
  }

  /** What few entries have. */
  #rest(members: Members, read: Written): void {
    const places = severalOf(members, 'placesOfBirth', 'placeOfBirth');
    if (places !== undefined) {
      read.placesOfBirth = this.#list(places, 'placesOfBirth').map((place) => this.#text(place, 'placesOfBirth'));
    }
    for (const member of ['listedOn', 'updatedOn'] as const) {
      const day = this.#day(members[member], member);
      if (day !== undefined) read[member] = day;
    }
    const told = this.#list(members['particulars'], 'particulars').map((one) => this.#particular(one));
    const unknown = unknownOf(members);
    if (told.length + unknown.length > 0) read.particulars = [...told, ...unknown];
  }

  #wrong<Value>(member: string, expected: string, instead: Value): Value {
    this.#sound = false;
    this.#into.complain('LST-0111', { member, expected }, this.#at);
    return instead;
  }

  #kind(value: unknown): ListEntry['kind'] {
    const kind = value === 'organization' ? 'organisation' : value;
    return oneOf(kinds, kind) ?? this.#wrong('kind', kinds.join(', '), 'person');
  }

  #text(value: unknown, member: string): string {
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : this.#wrong(member, 'text', '');
  }

  #list(value: unknown, member: string): readonly unknown[] {
    if (value === undefined || value === null) return [];
    return Array.isArray(value) ? value : this.#wrong(member, 'list', []);
  }

  #names(value: unknown): ListEntry['names'] {
    return this.#list(value, 'names').map((name, at) => this.#name(name, at));
  }

  #dates(value: unknown): readonly PartialDate[] {
    return this.#list(value, 'datesOfBirth').flatMap((one) => this.#date(one) ?? []);
  }

  #states(value: unknown): readonly string[] {
    return this.#list(value, 'nationalities').map((state) => this.#state(state));
  }

  #documents(value: unknown): ListEntry['documents'] {
    return this.#list(value, 'documents').map((document) =>
      readDocument(document, (member, expected) => this.#wrong(member, expected, '')),
    );
  }

  #name(value: unknown, at: number): ListEntry['names'][number] {
    const usual = at === 0 ? 'primary' : 'alias';
    if (!isMembers(value)) return { whole: this.#text(value, 'names'), quality: usual };
    const name: { -readonly [Member in keyof SubjectName]: SubjectName[Member] } = {};
    for (const part of ['family', 'given', 'whole'] as const) {
      if (value[part] !== undefined) name[part] = this.#text(value[part], part);
    }
    if (Object.keys(name).length === 0) this.#wrong('names', 'family, given, whole', undefined);
    const quality = oneOf(qualities, value['quality'] ?? usual) ?? this.#wrong('quality', qualities.join(', '), usual);
    return { ...name, quality };
  }

  #date(value: unknown): PartialDate | undefined {
    const read = typeof value === 'string' ? readIsoDate(value.trim()) : undefined;
    return read ?? this.#wrong('datesOfBirth', 'date', undefined);
  }

  #day(value: unknown, member: string): PlainDate | undefined {
    if (value === undefined) return undefined;
    const day = typeof value === 'string' ? parsePlainDate(value) : undefined;
    return day ?? this.#wrong(member, 'date', undefined);
  }

  #state(value: unknown): string {
    const state = typeof value === 'string' ? stateOfCode(value) : undefined;
    return state ?? this.#wrong('nationalities', 'ISO 3166-1', '');
  }

  #particular(value: unknown): Particular {
    const members = isMembers(value) ? value : this.#wrong<Members>('particulars', 'object', {});
    return { name: this.#text(members['name'], 'name'), text: this.#text(members['text'], 'text') };
  }
}

/** What stands under a name that is not known, as it stands there. */
function unknownOf(members: Members): readonly Particular[] {
  const unknown: Particular[] = [];
  for (const name of Object.keys(members)) {
    const value = known.has(name) ? undefined : members[name];
    if (value === undefined || value === null) continue;
    unknown.push({ name, text: typeof value === 'string' ? value : JSON.stringify(value) });
  }
  return unknown;
}
