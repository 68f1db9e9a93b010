import { decodeUtf8 } from '#kernel';
import { type CslNumber, cslHead, takeCsl, takeNumber } from './csl-entry.ts';
import { EntryDraft } from './draft.ts';
import { Fields } from './fields.ts';
import { isMembers, type Members, textIn } from './members.ts';
import { Gathering, type ListLabel, type ListReading } from './reading.ts';
import { eachRow } from './table.ts';

const usual = { name: 'us-csl', version: 'undated', purpose: 'sanctions' } as const;

/** Gathers records by entry: one party may stand in several. */
class Entries {
  readonly #into: Gathering;
  readonly #drafts = new Map<string, EntryDraft>();

  constructor(into: Gathering) {
    this.#into = into;
  }

  take(fields: Fields, numbers: readonly CslNumber[], at: { readonly segment?: number; readonly path?: string }): void {
    const head = cslHead(fields);
    if (head === undefined) this.#into.complain('LST-0102', {}, at);
    else if (head.kind === undefined) this.#into.complain('LST-0107', { entry: head.entry, text: head.type }, at);
    else {
      const { entry, kind } = head;
      const draft = this.#drafts.get(entry) ?? new EntryDraft(this.#into, at, { entry, kind });
      draft.at(at);
      this.#drafts.set(entry, draft);
      takeCsl(fields, draft);
      for (const number of numbers) takeNumber(number, draft);
    }
  }

  keep(): void {
    for (const draft of this.#drafts.values()) draft.keep();
  }
}

/** `US, 80-0890696, Tax ID No.`: the state, which may be missing, the number, and what it is. */
const numberShape = /^(?:([A-Z]{2}), )?(.+), ([^,]+)$/;

const numbersIn = (text: string | undefined): readonly CslNumber[] =>
  (text === undefined ? [] : text.split('; ')).map((piece) => {
    const [, state, number = piece, label = ''] = numberShape.exec(piece) ?? [];
    return { label, number, ...(state === undefined ? {} : { state }) };
  });

/**
 * Reads the US Consolidated Screening List as a table (consolidated.csv of the International Trade Administration). An
 * entry's number is its `entity_number`; where its list numbers nobody, the short name of the list and the name.
 */
export function readCslCsv(bytes: Uint8Array, label: ListLabel = {}): ListReading {
  const into = new Gathering();
  const entries = new Entries(into);
  eachRow(bytes, { header: ['federal_register_notice'] }, into, (fields, segment) => {
    entries.take(fields, numbersIn(fields.take('ids')), { segment });
  });
  entries.keep();
  return into.reading({ ...usual, ...label });
}

const textOfAny = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(textOfAny).join('; ');
  if (isMembers(value))
    return Object.values(value)
      .map(textOfAny)
      .filter((text) => text !== '')
      .join(', ');
  return value === null || value === undefined ? '' : String(value);
};

/** The members of a record as texts, lists with semicolons between their parts. */
const fieldsOf = (members: Members): Fields =>
  new Fields(Object.entries(members).map(([name, value]) => [name, textOfAny(value)] as const));

function numbersOf(ids: unknown): readonly CslNumber[] {
  const list = Array.isArray(ids) ? ids.filter(isMembers) : [];
  return list.flatMap(({ type, number, country: state }) => {
    const [written, issuer] = [textIn(number), textIn(state)];
    if (written === undefined) return [];
    return [{ label: textIn(type) ?? '', number: written, ...(issuer === undefined ? {} : { state: issuer }) }];
  });
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeUtf8(bytes).replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/**
 * Reads the US Consolidated Screening List as JSON: `{ "results": [...] }` as the search and the bulk file give it, or the
 * results alone. The version is the day of `search_performed_at`. Positions are paths, `results[3]`, counted from 1.
 */
export function readCslJson(bytes: Uint8Array, label: ListLabel = {}): ListReading {
  const into = new Gathering();
  const json = parse(bytes);
  if (json === undefined) into.complain('LST-0109', {}, { path: 'results' });
  const members = isMembers(json) ? json : { results: json };
  const results = Array.isArray(members['results']) ? members['results'] : [];
  const entries = new Entries(into);
  results.forEach((result: unknown, index) => {
    const path = `results[${index + 1}]`;
    if (!isMembers(result)) into.complain('LST-0111', { member: 'results', expected: 'object' }, { path });
    else {
      const { ids, ...others } = result;
      entries.take(fieldsOf(others), numbersOf(ids), { path });
    }
  });
  entries.keep();
  const version = textIn(members['search_performed_at'])?.slice(0, 10) ?? usual.version;
  return into.reading({ ...usual, version, ...label });
}
