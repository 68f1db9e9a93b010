import type { ListEntry, PartialDate, Particular, SubjectDocument } from '#kernel';
import { about, dayIn, readIsoDate } from './dates.ts';
import { numberOf } from './document-text.ts';
import { Gathering, type ListLabel, type ListReading } from './reading.ts';
import { stateOf } from './states.ts';
import { children, textOf, textsAt, textsWithin } from './xml-read.ts';
import { type Element, eachElement } from './xml-tree.ts';

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

/** Elements that are read, or that say nothing about the subject. */
const known: ReadonlySet<string> = new Set([
  ...['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME', 'NAME_ORIGINAL_SCRIPT', 'UN_LIST_TYPE'],
  ...['REFERENCE_NUMBER', 'LISTED_ON', 'LAST_DAY_UPDATED', 'GENDER', 'NATIONALITY', 'INDIVIDUAL_PLACE_OF_BIRTH'],
  ...['INDIVIDUAL_DATE_OF_BIRTH', 'INDIVIDUAL_DOCUMENT', 'DATAID', 'VERSIONNUM', 'LIST_TYPE', 'SORT_KEY'],
  'SORT_KEY_LAST_MOD',
]);

/** What of an alias is no name, quality or date of birth of it: where he was born under it. */
const knownOfAlias: ReadonlySet<string> = new Set(['QUALITY', 'ALIAS_NAME', 'DATE_OF_BIRTH']);

/** Titles, addresses, comments and whatever else stands there, under the list's own names. */
function particularsOf(element: Element): readonly Particular[] {
  const others = element.children.flatMap((child) => {
    if (known.has(child.tag)) return [];
    return child.tag.endsWith('_ALIAS') ? child.children.filter(({ tag }) => !knownOfAlias.has(tag)) : [child];
  });
  return others.flatMap((child) => {
    const text = textsWithin(child).join(', ');
    return text === '' ? [] : [{ name: child.tag, text }];
  });
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
      ...this.#further(),
    };
  }

  /** What is kept and not compared, and the days of listing. */
  #further(): Partial<ListEntry> {
    const places = children(this.#element, 'INDIVIDUAL_PLACE_OF_BIRTH').map((place) => textsWithin(place).join(', '));
    const placesOfBirth = places.filter((place) => place !== '');
    const particulars = particularsOf(this.#element);
    return {
      ...(placesOfBirth.length === 0 ? {} : { placesOfBirth }),
      ...this.#days(),
      ...(particulars.length === 0 ? {} : { particulars }),
    };
  }

  #days(): Partial<ListEntry> {
    const days = textsAt(this.#element, 'LAST_DAY_UPDATED', 'VALUE').flatMap((text) => dayIn(text) ?? []);
    const listedOn = dayIn(textOf(this.#element, 'LISTED_ON') ?? '');
    const updatedOn = days.toSorted().at(-1);
    return { ...(listedOn === undefined ? {} : { listedOn }), ...(updatedOn === undefined ? {} : { updatedOn }) };
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
