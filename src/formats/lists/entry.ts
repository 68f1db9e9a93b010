import type { ListEntry, PartialDate, Particular, PlainDate, Position } from '#kernel';
import { parsePlainDate } from '#kernel';
import { readIsoDate } from './dates.ts';
import { readDocument } from './entry-document.ts';
import { isMembers, type Members, oneOf, severalOf } from './members.ts';
import type { Gathering } from './reading.ts';
import { stateOfCode } from './states.ts';

const kinds = ['person', 'organisation', 'vessel', 'vehicle'] as const;
const qualities = ['primary', 'alias', 'weak'] as const;
const sexes = ['M', 'F', 'X'] as const;

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
    const read: ListEntry = {
      entry: this.#text(typeof entry === 'number' ? String(entry) : entry, 'entry'),
      kind: this.#kind(members['kind'] ?? 'person'),
      names: this.#list(severalOf(members, 'names', 'name'), 'names').map((name, at) => this.#name(name, at)),
      datesOfBirth: this.#list(severalOf(members, 'datesOfBirth', 'dateOfBirth'), 'datesOfBirth').flatMap((one) =>
        this.#date(one),
      ),
      ...(sex === undefined ? {} : { sex: oneOf(sexes, sex) ?? this.#wrong('sex', 'M, F, X', 'X') }),
      nationalities: this.#list(severalOf(members, 'nationalities', 'nationality'), 'nationalities').map((state) =>
        this.#state(state),
      ),
      documents: this.#list(members['documents'], 'documents').map((document) =>
        readDocument(document, (member, expected) => this.#wrong(member, expected, '')),
      ),
      ...(programme === undefined ? {} : { programme: this.#text(programme, 'programme') }),
      ...this.#rest(members),
    };
    return this.#sound ? read : undefined;
  }

  #rest(members: Members): Partial<ListEntry> {
    const places = severalOf(members, 'placesOfBirth', 'placeOfBirth');
    const particulars = [
      ...this.#list(members['particulars'], 'particulars').map((one) => this.#particular(one)),
      ...unknownOf(members),
    ];
    return {
      ...(places === undefined
        ? {}
        : { placesOfBirth: this.#list(places, 'placesOfBirth').map((place) => this.#text(place, 'placesOfBirth')) }),
      ...this.#day(members, 'listedOn'),
      ...this.#day(members, 'updatedOn'),
      ...(particulars.length === 0 ? {} : { particulars }),
    };
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

  #name(value: unknown, at: number): ListEntry['names'][number] {
    const usual = at === 0 ? 'primary' : 'alias';
    if (!isMembers(value)) return { whole: this.#text(value, 'names'), quality: usual };
    const quality = oneOf(qualities, value['quality'] ?? usual) ?? this.#wrong('quality', qualities.join(', '), usual);
    const parts = (['family', 'given', 'whole'] as const).filter((part) => value[part] !== undefined);
    if (parts.length === 0) this.#wrong('names', 'family, given, whole', undefined);
    return { ...Object.fromEntries(parts.map((part) => [part, this.#text(value[part], part)])), quality };
  }

  #date(value: unknown): readonly PartialDate[] {
    const read = typeof value === 'string' ? readIsoDate(value.trim()) : undefined;
    return read === undefined ? this.#wrong('datesOfBirth', 'date', []) : [read];
  }

  #day<Member extends 'listedOn' | 'updatedOn'>(members: Members, member: Member): Partial<Record<Member, PlainDate>> {
    const value = members[member];
    if (value === undefined) return {};
    const day = typeof value === 'string' ? parsePlainDate(value) : undefined;
    return day === undefined ? this.#wrong(member, 'date', {}) : ({ [member]: day } as Record<Member, PlainDate>);
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
  return Object.entries(members).flatMap(([name, value]) => {
    if (known.has(name) || value === undefined || value === null) return [];
    return [{ name, text: typeof value === 'string' ? value : JSON.stringify(value) }];
  });
}
