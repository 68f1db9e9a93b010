import type { ListEntry, PartialDate, Position, SubjectDocument } from '#kernel';
import { readIsoDate } from './dates.ts';
import type { Gathering } from './reading.ts';

type Members = Readonly<Record<string, unknown>>;
export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const kinds = ['person', 'organisation', 'vessel', 'vehicle'] as const;
const qualities = ['primary', 'alias', 'weak'] as const;
const sexes = ['M', 'F', 'X'] as const;

const oneOf = <Name extends string>(names: readonly Name[], value: unknown): Name | undefined =>
  names.find((name) => name === value);

/**
 * Reads one entry of our own form. Dates of birth are texts (`1951-06-19`, `1951-06`, `1951`, `1951/1953`); a name is a
 * text or an object; the first name is the primary one and the others are aliases where it does not say otherwise.
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
    const entry = this.#text(members['entry'], 'entry');
    const kind = oneOf(kinds, members['kind'] ?? 'person') ?? this.#wrong('kind', kinds.join(', '), 'person');
    const { sex, programme } = members;
    const read: ListEntry = {
      entry,
      kind,
      names: this.#list(members['names'], 'names').map((name, at) => this.#name(name, at)),
      datesOfBirth: this.#list(members['datesOfBirth'], 'datesOfBirth').flatMap((date) => this.#date(date)),
      ...(sex === undefined ? {} : { sex: oneOf(sexes, sex) ?? this.#wrong('sex', 'M, F, X', 'X') }),
      nationalities: this.#list(members['nationalities'], 'nationalities').map((state) => this.#state(state)),
      documents: this.#list(members['documents'], 'documents').map((document) => this.#document(document)),
      ...(programme === undefined ? {} : { programme: this.#text(programme, 'programme') }),
    };
    return this.#sound ? read : undefined;
  }

  #wrong<Value>(member: string, expected: string, instead: Value): Value {
    this.#sound = false;
    this.#into.complain('LST-0111', { member, expected }, this.#at);
    return instead;
  }

  #text(value: unknown, member: string): string {
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : this.#wrong(member, 'text', '');
  }

  #list(value: unknown, member: string): readonly unknown[] {
    if (value === undefined) return [];
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
    const date = typeof value === 'string' ? readIsoDate(value) : undefined;
    return date === undefined ? this.#wrong('datesOfBirth', 'date', []) : [date];
  }

  #state(value: unknown): string {
    return typeof value === 'string' && /^[A-Z]{3}$/.test(value)
      ? value
      : this.#wrong('nationalities', 'ISO 3166-1 alpha-3', '');
  }

  #document(value: unknown): SubjectDocument {
    const members = isMembers(value) ? value : this.#wrong<Members>('documents', 'object', {});
    const { issuingState } = members;
    return {
      type: this.#text(members['type'], 'type'),
      number: this.#text(members['number'], 'number'),
      ...(issuingState === undefined ? {} : { issuingState: this.#state(issuingState) }),
    };
  }
}
