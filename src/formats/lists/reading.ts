import type { Finding, ListEntry, Position, SubjectList } from '#kernel';
import { listsFindings } from './findings.ts';

/** What a list was read as, and all that was wrong with it. An entry with an error finding is left out, never guessed. */
export interface ListReading {
  readonly list: SubjectList;
  readonly findings: readonly Finding[];
}

/** What the reader of a list is told about it; what is left out comes from the list itself, or from its format. */
export interface ListLabel {
  readonly name?: string;
  readonly version?: string;
  /** `no-fly`, `lookout`, `sanctions`, `lost-document`. */
  readonly purpose?: string;
}

/** Gathers entries and findings while a list is read. */
export class Gathering {
  readonly findings: Finding[] = [];
  readonly #entries = new Map<string, ListEntry>();

  complain(code: Parameters<typeof listsFindings.find>[0], parameters = {}, at?: Position): void {
    this.findings.push(listsFindings.find(code, parameters, at));
  }

  /** Keeps an entry: one that has no name and no document can never be found (LST-0103); of two with one number the later stands (LST-0110). */
  keep(entry: ListEntry, at: Position): void {
    const { names, documents } = entry;
    if (names.length === 0 && documents.length === 0) {
      this.complain('LST-0103', { entry: entry.entry }, at);
      return;
    }
    if (this.#entries.has(entry.entry)) this.complain('LST-0110', { entry: entry.entry }, at);
    this.#entries.set(entry.entry, entry);
  }

  get(entry: string): ListEntry | undefined {
    return this.#entries.get(entry);
  }

  /** Puts a fuller form of an entry in its place. */
  replace(entry: ListEntry): void {
    this.#entries.set(entry.entry, entry);
  }

  reading({ name, version, purpose }: Required<ListLabel>): ListReading {
    const entries = [...this.#entries.values()];
    if (entries.length === 0) this.complain('LST-0112');
    return { list: { name, version, purpose, entries }, findings: this.findings };
  }
}
