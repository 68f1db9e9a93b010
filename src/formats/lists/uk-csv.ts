import type { Position } from '#kernel';
import { dayIn } from './dates.ts';
import { EntryDraft } from './draft.ts';
import type { Fields } from './fields.ts';
import { Gathering, type ListLabel, type ListReading } from './reading.ts';
import { eachRow } from './table.ts';
import { takeUkRow, ukKind, ukKinds, ukNumber } from './uk-row.ts';

/** Gathers the rows of each entry, wherever in the list they stand. */
export class UkEntries {
  readonly #into: Gathering;
  readonly #drafts = new Map<string, EntryDraft>();

  constructor(into: Gathering) {
    this.#into = into;
  }

  take(fields: Fields, at: Position): void {
    const entry = ukNumber(fields);
    const type = ukKind(fields) ?? '';
    const kind = ukKinds.get(type.toLowerCase());
    if (entry === undefined) this.#into.complain('LST-0102', {}, at);
    else if (kind === undefined) this.#into.complain('LST-0107', { entry, text: type }, at);
    else {
      const draft = this.#drafts.get(entry) ?? new EntryDraft(this.#into, at, { entry, kind });
      draft.at(at);
      this.#drafts.set(entry, draft);
      takeUkRow(fields, draft);
    }
  }

  keep(): void {
    for (const draft of this.#drafts.values()) draft.keep();
  }
}

/**
 * Reads the UK Sanctions List as a table (`UK-Sanctions-List.csv`, headed by `Report Date: 13-Feb-2026`), or the list of
 * OFSI that it replaced in January 2026 (`ConList.csv`, headed by `Last Updated,15/07/2025`). Rows of one number are one
 * entry; the day above the header is the version.
 */
export function readUkCsv(bytes: Uint8Array, label: ListLabel = {}): ListReading {
  const into = new Gathering();
  const entries = new UkEntries(into);
  let version = 'undated';
  const preamble = (fields: readonly string[]): void => {
    for (const field of fields) version = dayIn(field.replace(/^.*: /, '')) ?? version;
  };
  eachRow(bytes, { header: ['Name 6'], preamble }, into, (fields, segment) => {
    entries.take(fields, { segment });
  });
  entries.keep();
  return into.reading({ name: 'uk-sanctions', version, purpose: 'sanctions', ...label });
}
