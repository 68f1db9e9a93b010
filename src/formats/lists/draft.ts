import type { ListEntry, PartialDate, Particular, PlainDate, Position, SubjectDocument, SubjectName } from '#kernel';
import { type DayOrder, datesIn, dayIn } from './dates.ts';
import { documentsIn } from './document-text.ts';
import type { Fields } from './fields.ts';
import type { Gathering } from './reading.ts';
import { statesIn } from './states.ts';
import { wholeName } from './summary.ts';

type Quality = ListEntry['names'][number]['quality'];
type Told = 'LST-0104' | 'LST-0105' | 'LST-0115' | 'LST-0116';

/**
 * An entry of a published list while it is read, from one record or from several. What is said twice is kept once; what
 * cannot be read is a finding at the place that it came from.
 */
export class EntryDraft {
  readonly entry: string;
  kind: ListEntry['kind'];
  readonly #into: Gathering;
  #at: Position;
  readonly #names = new Map<string, ListEntry['names'][number]>();
  readonly #dates = new Map<string, PartialDate>();
  readonly #documents = new Map<string, SubjectDocument>();
  readonly #states = new Set<string>();
  readonly #places = new Set<string>();
  readonly #programmes = new Set<string>();
  readonly #particulars = new Map<string, Particular>();
  #sex: ListEntry['sex'];
  #listedOn: PlainDate | undefined;
  #updatedOn: PlainDate | undefined;

  constructor(into: Gathering, at: Position, what: { readonly entry: string; readonly kind: ListEntry['kind'] }) {
    this.#into = into;
    this.#at = at;
    this.entry = what.entry;
    this.kind = what.kind;
  }

  /** From now on findings are of this place: another record of the same entry. */
  at(at: Position): void {
    this.#at = at;
  }

  /** A finding about this entry; `where` says more of the place: its path is one within the record's. */
  tell(code: Told, text: string, where: Position = {}): void {
    const paths = [this.#at.path, where.path].filter((path) => path !== undefined);
    const path = paths.length === 0 ? {} : { path: paths.join('/') };
    this.#into.complain(code, { entry: this.entry, text }, { ...this.#at, ...where, ...path });
  }

  /** A name; a name that is there already keeps the better of the two qualities. */
  name(name: SubjectName | string | undefined, quality: Quality): void {
    const parts = typeof name === 'string' ? { whole: name.trim() } : name;
    if (parts === undefined) return;
    const key = wholeName({ ...parts, quality });
    const before = this.#names.get(key);
    if (key === '' || (before !== undefined && rank(before.quality) <= rank(quality))) return;
    this.#names.set(key, { ...parts, quality });
  }

  /** A date of birth that was read, or a text with one or several. */
  born(date: PartialDate | string | undefined, where?: Position): void {
    const { dates, unread } = typeof date === 'object' ? { dates: [date], unread: [] } : datesIn(date ?? '');
    for (const one of dates) this.#dates.set(JSON.stringify(one), one);
    for (const text of unread) this.tell('LST-0104', text, where);
  }

  /** A text that names one or several states. */
  national(text: string | undefined, where?: Position): void {
    const { states, unread } = statesIn(text ?? '');
    for (const state of states) this.#states.add(state);
    for (const piece of unread) this.tell('LST-0105', piece, where);
  }

  /** A document that was read. */
  document(document: SubjectDocument): void {
    this.#documents.set(JSON.stringify(document), document);
  }

  /** A text with one document or several, all of a type. */
  documents(text: string | undefined, type: string, where?: Position): void {
    const { documents, unread } = documentsIn(text ?? '', type);
    for (const one of documents) this.document(one);
    for (const piece of unread) this.tell('LST-0115', piece, where);
  }

  /** `Male`, `male`, `M` and the like; what is none of them is left aside as a particular. */
  sex(text: string | undefined): void {
    const letter = text?.trim().charAt(0).toUpperCase();
    if (letter === 'M' || letter === 'F') this.#sex = letter;
    else this.also('sex', text);
  }

  /** A place of birth as it is printed. */
  bornAt(place: string | undefined): void {
    if (place !== undefined && place.trim() !== '') this.#places.add(place.trim());
  }

  programme(text: string | undefined): void {
    if (text !== undefined && text.trim() !== '') this.#programmes.add(text.trim());
  }

  /** The day it was listed; of several the first. */
  listed(text: string | undefined, order?: DayOrder): void {
    const day = this.#day(text, order);
    if (day !== undefined && !(this.#listedOn !== undefined && this.#listedOn <= day)) this.#listedOn = day;
  }

  /** The day it was last changed; of several the last. */
  updated(text: string | undefined, order?: DayOrder): void {
    const day = this.#day(text, order);
    if (day !== undefined && !(this.#updatedOn !== undefined && this.#updatedOn >= day)) this.#updatedOn = day;
  }

  #day(text: string | undefined, order: DayOrder | undefined): PlainDate | undefined {
    if (text === undefined || text.trim() === '') return undefined;
    const day = dayIn(text, order);
    if (day === undefined) this.tell('LST-0116', text.trim());
    return day;
  }

  /** Something else that the list says, under the list's own word for it. */
  also(name: string, text: string | undefined): void {
    const said = text?.trim() ?? '';
    if (said !== '') this.#particulars.set(`${name}\n${said}`, { name, text: said });
  }

  /** Keeps all that nobody took of a record. */
  rest(fields: Fields): void {
    for (const [name, text] of fields.rest()) this.also(name, text);
  }

  /** The entry as far as it is read. The better names come first; their order is otherwise that of the list. */
  read(): ListEntry {
    const names = [...this.#names.values()].toSorted((one, other) => rank(one.quality) - rank(other.quality));
    const [places, particulars] = [[...this.#places], [...this.#particulars.values()]];
    const programme = [...this.#programmes].join(', ');
    return {
      entry: this.entry,
      kind: this.kind,
      names,
      datesOfBirth: [...this.#dates.values()],
      ...(this.#sex === undefined ? {} : { sex: this.#sex }),
      nationalities: [...this.#states],
      documents: [...this.#documents.values()],
      ...(programme === '' ? {} : { programme }),
      ...(places.length === 0 ? {} : { placesOfBirth: places }),
      ...(this.#listedOn === undefined ? {} : { listedOn: this.#listedOn }),
      ...(this.#updatedOn === undefined ? {} : { updatedOn: this.#updatedOn }),
      ...(particulars.length === 0 ? {} : { particulars }),
    };
  }

  /** Gives the entry to the list that is read. */
  keep(): void {
    this.#into.keep(this.read(), this.#at);
  }
}

const qualities: readonly Quality[] = ['primary', 'alias', 'weak'];
const rank = (quality: Quality): number => qualities.indexOf(quality);
