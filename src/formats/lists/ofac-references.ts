import { monthLength, type PartialDate } from '#kernel';
import { allAt, children, textOf } from './xml-read.ts';
import type { Element } from './xml-tree.ts';

/** The sets of reference values that are looked into; each value has a number that the parties point to. */
export const referenceTags = [
  ...['AliasType', 'AreaCode', 'Country', 'DetailReference', 'FeatureType', 'IDRegDocType', 'LegalBasis', 'List'],
  ...['NamePartType', 'PartySubType', 'PartyType', 'RelationType', 'SanctionsType', 'SanctionsProgram'],
] as const;

/** The numbered values, places and documents that stand before the parties, by their numbers. */
export class OfacReferences {
  readonly #values = new Map<string, Element>();
  readonly #places = new Map<string, string>();
  readonly #documents = new Map<string, Element[]>();

  /** Keeps one value, `<FeatureType ID="8">Birthdate</FeatureType>`. */
  add(value: Element): void {
    this.#values.set(`${value.tag} ${value.attributes['ID']}`, value);
  }

  /** What stands under a number: `text('FeatureType', '8')` is `Birthdate`; undefined where the set has no such number. */
  text(tag: string, number: string | undefined): string | undefined {
    const value = this.#values.get(`${tag} ${number}`);
    const text = value?.text.trim() ?? '';
    return text === '' ? undefined : text;
  }

  /** The kind of a party: its subtype, or, where that is `Unknown`, its type. */
  partyType(subType: string | undefined): string | undefined {
    const value = this.#values.get(`PartySubType ${subType}`);
    const text = value?.text.trim();
    return text === 'Unknown' ? this.text('PartyType', value?.attributes['PartyTypeID']) : text;
  }

  /** Keeps a place under its number, as one text: street, town, state. */
  addPlace(place: Element): void {
    const parts = allAt(place, 'LocationPart', 'LocationPartValue').flatMap((value) => textOf(value, 'Value') ?? []);
    const areas = children(place, 'LocationAreaCode').map(({ attributes }) => this.#area(attributes['AreaCodeID']));
    const lands = children(place, 'LocationCountry').map(({ attributes }) =>
      this.text('Country', attributes['CountryID']),
    );
    const states = [...new Set([...areas, ...lands])].filter(
      (state) => state !== undefined && state !== 'undetermined',
    );
    this.#places.set(place.attributes['ID'] ?? '', [...parts, ...states].join(', '));
  }

  #area(number: string | undefined): string | undefined {
    return this.#values.get(`AreaCode ${number}`)?.attributes['Description'] ?? this.text('AreaCode', number);
  }

  place(number: string | undefined): string | undefined {
    return this.#places.get(number ?? '');
  }

  /** Keeps a document under the identity whose it is. */
  addDocument(document: Element): void {
    const identity = document.attributes['IdentityID'] ?? '';
    const before = this.#documents.get(identity);
    if (before === undefined) this.#documents.set(identity, [document]);
    else before.push(document);
  }

  documents(identity: string | undefined): readonly Element[] {
    return this.#documents.get(identity ?? '') ?? [];
  }
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A day in its parts. Where month or day is missing it is the first day that it may be, or the last. */
function dayOf(element: Element | undefined, end: 'first' | 'last'): Day | undefined {
  if (element === undefined) return undefined;
  const [year, month, day] = (['Year', 'Month', 'Day'] as const).map((tag) => Number(textOf(element, tag) ?? 0));
  if (year === undefined || !(year > 0)) return undefined;
  if (end === 'first') return { year, month: month || 1, day: day || 1 };
  return lastDay(year, month || 12, day || undefined);
}

const lastDay = (year: number, month: number, day = monthLength(year, month)): Day => ({ year, month, day });

/** One date in its parts, `<Date><Year>2020</Year><Month>9</Month><Day>28</Day></Date>`, as ISO 8601; undefined when it is none. */
export function isoOf(element: Element | undefined): string | undefined {
  const day = dayOf(element, 'first');
  if (day === undefined) return undefined;
  const [month, number] = [day.month, day.day].map((part) => String(part).padStart(2, '0'));
  return `${day.year}-${month}-${number}`;
}

const isSame = (one: Day, other: Day): boolean =>
  one.year === other.year && one.month === other.month && one.day === other.day;

/**
 * A date of birth as a period from its first to its last possible day: the same day twice is that day, a whole month or a
 * whole year is what is known of it, and a longer period is a span of years. `Approximate` is one year either side.
 */
export function periodOf(period: Element): PartialDate | undefined {
  const [start] = children(period, 'Start');
  const [from] = allAt(period, 'Start', 'From');
  const first = dayOf(from, 'first');
  const [until = allAt(period, 'Start', 'To')[0] ?? from] = allAt(period, 'End', 'To');
  const last = dayOf(until, 'last');
  if (first === undefined || last === undefined) return undefined;
  if (start?.attributes['Approximate'] === 'true') return { year: first.year - 1, untilYear: last.year + 1 };
  if (isSame(first, last)) return first;
  if (first.year !== last.year) return { year: first.year, untilYear: last.year };
  return first.month === last.month ? { year: first.year, month: first.month } : { year: first.year };
}
