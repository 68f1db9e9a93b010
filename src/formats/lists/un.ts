import type { ListEntry, PartialDate, SubjectDocument } from '#kernel';
import { about, readIsoDate } from './dates.ts';
import { Gathering, type ListLabel, type ListReading } from './reading.ts';
import { stateOf } from './states.ts';
import { type Element, eachElement } from './xml-tree.ts';

const children = (element: Element, ...tags: readonly string[]): readonly Element[] =>
  element.children.filter((child) => tags.includes(child.tag));

/** The text of the first child of a name; undefined when it is missing or empty. */
function textOf(element: Element, ...tags: readonly string[]): string | undefined {
  const text = children(element, ...tags)
    .map((child) => child.text.trim())
    .find((found) => found !== '');
  return text;
}

type Name = ListEntry['names'][number];

function namesOf(element: Element): readonly Name[] {
  const parts = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'].map((tag) => textOf(element, tag));
  const whole = parts.filter((part) => part !== undefined).join(' ');
  const original = textOf(element, 'NAME_ORIGINAL_SCRIPT');
  const aliases = children(element, 'INDIVIDUAL_ALIAS', 'ENTITY_ALIAS').flatMap((alias): readonly Name[] => {
    const name = textOf(alias, 'ALIAS_NAME');
    if (name === undefined) return [];
    // "Low" quality: not enough to tell a person by (UN, list of definitions of the consolidated list).
    return [{ whole: name, quality: textOf(alias, 'QUALITY') === 'Low' ? 'weak' : 'alias' }];
  });
  return [
    ...(whole === '' ? [] : [{ whole, quality: 'primary' as const }]),
    ...(original === undefined ? [] : [{ whole: original, quality: 'alias' as const }]),
    ...aliases,
  ];
}

/** Letters and blanks before four digits or more: `A 0139243`, `OA296623`, `44103-5251752-5`. */
const numberShape = /(?:\b[A-Z]{1,3} )?[A-Z]{0,5}\d[\dA-Z-]{3,}/g;

/** The number of a document alone; undefined when an explanation stands around it and it is not clear which part is meant. */
function numberOf(text: string): string | undefined {
  if (/^[A-Z\d ./-]*\d[A-Z\d ./-]*$/.test(text)) return text;
  const shaped = text.replace(/\([^)]*\)/g, '').match(numberShape) ?? [];
  return shaped.length === 1 ? shaped[0] : undefined;
}

/** Reads one subject and notes what of it could not be read. */
class SubjectReader {
  readonly #element: Element;
  readonly #entry: string;
  readonly #complain: (code: 'LST-0104' | 'LST-0105' | 'LST-0115', text: string, tag: string) => void;

  constructor(element: Element, entry: string, path: string, into: Gathering) {
    this.#element = element;
    this.#entry = entry;
    this.#complain = (code, text, tag) => {
      into.complain(code, { entry, text }, { path: `${path}/${tag}` });
    };
  }

  read(kind: ListEntry['kind']): ListEntry {
    const programme = textOf(this.#element, 'UN_LIST_TYPE');
    const gender = textOf(this.#element, 'GENDER');
    const sex = gender === 'Male' ? 'M' : 'F';
    return {
      entry: this.#entry,
      kind,
      names: namesOf(this.#element),
      datesOfBirth: this.#datesOfBirth(),
      ...(gender === undefined ? {} : { sex }),
      nationalities: this.#nationalities(),
      documents: children(this.#element, 'INDIVIDUAL_DOCUMENT').flatMap((document) => this.#document(document)),
      ...(programme === undefined ? {} : { programme }),
    };
  }

  #datesOfBirth(): readonly PartialDate[] {
    const own = children(this.#element, 'INDIVIDUAL_DATE_OF_BIRTH').flatMap((date) => this.#date(date));
    const ofAliases = children(this.#element, 'INDIVIDUAL_ALIAS').flatMap((alias) =>
      this.#dateOr(textOf(alias, 'DATE_OF_BIRTH'), 'INDIVIDUAL_ALIAS'),
    );
    return [...own, ...ofAliases];
  }

  #date(date: Element): readonly PartialDate[] {
    const from = textOf(date, 'FROM_YEAR');
    if (from !== undefined) return this.#dateOr(`${from}/${textOf(date, 'TO_YEAR') ?? from}`, date.tag);
    const read = this.#dateOr(textOf(date, 'DATE', 'YEAR'), date.tag);
    if (textOf(date, 'TYPE_OF_DATE') !== 'APPROXIMATELY') return read;
    return read.map(({ year }) => about(year));
  }

  #dateOr(text: string | undefined, tag: string): readonly PartialDate[] {
    if (text === undefined) return [];
    const read = readIsoDate(text);
    if (read !== undefined) return [read];
    this.#complain('LST-0104', text, tag);
    return [];
  }

  #nationalities(): readonly string[] {
    const named = children(this.#element, 'NATIONALITY').flatMap((nationality) => children(nationality, 'VALUE'));
    return named.flatMap(({ text }) => this.#state(text.trim(), 'NATIONALITY') ?? []);
  }

  #state(name: string, tag: string): string | undefined {
    const state = name === '' ? undefined : stateOf(name);
    if (state === undefined && name !== '') this.#complain('LST-0105', name, tag);
    return state;
  }

  #document(document: Element): readonly SubjectDocument[] {
    const text = textOf(document, 'NUMBER');
    if (text === undefined) return [];
    const number = numberOf(text);
    if (number === undefined) {
      this.#complain('LST-0115', text, 'INDIVIDUAL_DOCUMENT');
      return [];
    }
    const kind = textOf(document, 'TYPE_OF_DOCUMENT', 'TYPE_OF_DOCUMENT2') ?? '';
    const type = /passe?port/i.test(kind) ? 'P' : 'I';
    const country = textOf(document, 'ISSUING_COUNTRY', 'COUNTRY_OF_ISSUE');
    const issuingState = country === undefined ? undefined : this.#state(country, 'INDIVIDUAL_DOCUMENT');
    return [{ type, number, ...(issuingState === undefined ? {} : { issuingState }) }];
  }
}

/**
 * Reads the consolidated list of the UN Security Council (consolidated.xml), entry by entry as it comes. The version is
 * its `dateGenerated`. Positions are paths such as `INDIVIDUAL[3]/NATIONALITY`, counted from 1; LST-0108 names the line
 * where the text stops being well-formed, and what came before it is kept.
 */
export function readUn(bytes: Uint8Array, label: ListLabel = {}): ListReading {
  const into = new Gathering();
  const counts = new Map<string, number>();
  let generated = 'undated';
  const brokenAt = eachElement(bytes, {
    tags: ['INDIVIDUAL', 'ENTITY'],
    root: (attributes) => {
      generated = attributes['dateGenerated']?.slice(0, 10) ?? generated;
    },
    take: (element) => {
      const count = (counts.get(element.tag) ?? 0) + 1;
      counts.set(element.tag, count);
      const path = `${element.tag}[${count}]`;
      const entry = textOf(element, 'REFERENCE_NUMBER');
      if (entry === undefined) into.complain('LST-0102', {}, { path });
      else {
        const kind = element.tag === 'INDIVIDUAL' ? 'person' : 'organisation';
        into.keep(new SubjectReader(element, entry, path, into).read(kind), { path });
      }
    },
  });
  if (brokenAt !== undefined) into.complain('LST-0108', {}, { path: `line ${brokenAt}` });
  return into.reading({ name: 'un-consolidated', version: generated, purpose: 'sanctions', ...label });
}
