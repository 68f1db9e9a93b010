import type { PaxlstPerson, PaxlstTravelDocument } from '#formats/edifact';
import { addDays, type CountryCode, type PlainDate, type StateCode, yearsBetween } from '#kernel';
import type { Mode } from '../places.ts';
import { type Chance, Deck, Weighted } from './chance.ts';
import { DocumentOffice } from './documents.ts';
import { familyOf, type Name, NameBook, nameOf } from './names.ts';
import { capitals, type Spelling } from './spelling.ts';
import type { Culture, GeneratorTables, Watched } from './tables.ts';
import type { Traveller } from './traveller.ts';

/** People who booked together; they share a locator. */
export interface Party {
  readonly travellers: readonly Traveller[];
}

/** What people have in common who board one conveyance. */
export interface Boarding {
  readonly day: PlainDate;
  readonly mode: Mode;
  readonly spelling: Spelling;
  readonly places: readonly string[];
  /** Countries that the conveyance begins, calls or ends in. */
  readonly countries: readonly CountryCode[];
  /** Begins the references of its people, so that no two are equal. */
  readonly reference: string;
}

/** Below this age a traveller is an infant (ICAO Annex 9). */
const infantYears = 2;
/** How long the passports of listed people are still valid. */
const documentDays = 900;

/** Ages of those who travel together, the first an adult; infants are below two. */
const parties = new Weighted<(chance: Chance) => readonly number[]>([
  { weight: 50, item: (chance) => [chance.between(18, 84)] },
  { weight: 24, item: (chance) => couple(chance.between(22, 78)) },
  { weight: 16, item: (chance) => [...couple(chance.between(26, 46)), ...children(chance)] },
  { weight: 10, item: (chance) => Array.from({ length: chance.between(3, 6) }, () => chance.between(18, 70)) },
]);

const couple = (age: number): readonly number[] => [age, age + 2];
const children = (chance: Chance): readonly number[] =>
  Array.from({ length: chance.between(1, 3) }, (_, at) => (at === 0 && chance.percent(20) ? 1 : chance.between(2, 16)));

const wholeWay = (places: readonly string[]): { readonly from: string; readonly to: string } => ({
  from: places[0] ?? '',
  to: places.at(-1) ?? '',
});

/** Those who are watched, shuffled for each country. */
function decksOf(watched: readonly Watched[], chance: Chance): ReadonlyMap<CountryCode, Deck<Watched>> {
  const countries = [...new Set(watched.map(({ country }) => country))];
  const deckOf = (country: CountryCode) =>
    new Deck(
      watched.filter((one) => one.country === country),
      chance,
    );
  return new Map(countries.map((country) => [country, deckOf(country)]));
}

/** Makes up travellers of a seed. */
export class People {
  readonly #chance: Chance;
  readonly #tables: GeneratorTables;
  readonly #names: NameBook;
  readonly #office: DocumentOffice;
  readonly #watched: ReadonlyMap<CountryCode, Deck<Watched>>;
  readonly #referred: ReadonlyMap<CountryCode, Deck<Watched>>;
  /** Passengers of each country since the last one whom it refers to an officer. */
  readonly #since = new Map<CountryCode, number>();

  constructor(chance: Chance, tables: GeneratorTables) {
    this.#chance = chance;
    this.#tables = tables;
    this.#names = new NameBook(tables.cultures);
    this.#office = new DocumentOffice(tables.documents);
    this.#watched = decksOf(tables.watched, chance);
    this.#referred = decksOf(
      tables.watched.filter(({ referred }) => referred),
      chance,
    );
  }

  /** A party of `most` people at the most, whose references go on from `from`. */
  party(boarding: Boarding, from: number, most: number): Party {
    const ages = parties.pick(this.#chance)(this.#chance).slice(0, most);
    const state = this.#stateFor(boarding);
    const culture = this.#names.culture(this.#chance, state);
    if (culture === undefined) return { travellers: [] };
    const family = familyOf(this.#chance, culture);
    const locator = locatorOf(this.#chance);
    const owed = this.#owed(boarding, ages.length);
    const segment = owed === undefined ? this.#segment(boarding.places) : wholeWay(boarding.places);
    const together = culture.shape === 'two' ? 2 : 1;
    const travellers = ages.map((age, at): Traveller => {
      const sex = at < 2 && ages.length > 1 ? (at === 0 ? 'F' : 'M') : this.#chance.pick(['F', 'M'] as const);
      const shared = at === 0 || (at >= together && ages.length > 2);
      const name = nameOf(this.#chance, culture, shared ? family : familyOf(this.#chance, culture), sex);
      const own = { sex, name, state, age, locator, reference: `${boarding.reference}${from + at}`, ...segment };
      return this.#traveller(boarding, own, at === 0 ? (owed ?? this.#watchedFor(boarding, ages.length)) : undefined);
    });
    return { travellers };
  }

  /** Someone of the crew. */
  crew(boarding: Boarding, at: number): Traveller {
    const state = this.#stateFor(boarding);
    const culture = this.#names.culture(this.#chance, state);
    const sex = this.#chance.pick(['F', 'M'] as const);
    const name = culture === undefined ? { family: 'Crew' } : this.#crewName(culture, sex);
    const own = {
      ...{ sex, name, state, age: this.#chance.between(23, 62) },
      ...{ ...wholeWay(boarding.places), reference: `${boarding.reference}C${at}` },
    };
    const { person } = this.#traveller(boarding, own, undefined);
    return { name, person: { ...person, role: 'crew', crewPosition: at === 0 ? 'CR1' : at < 3 ? 'CR2' : 'CR3' } };
  }

  #crewName(culture: Culture, sex: 'F' | 'M'): Name {
    return nameOf(this.#chance, culture, familyOf(this.#chance, culture), sex);
  }

  #stateFor({ countries }: Boarding): StateCode {
    const { homes, homePercent } = this.#tables.routes;
    const home = this.#chance.percent(homePercent) ? homes[this.#chance.pick(countries)] : undefined;
    return home ?? this.#names.state(this.#chance);
  }

  /** Most stay on board from the first place to the last; where there is a place between, some leave or enter there. */
  #segment(places: readonly string[]): { readonly from: string; readonly to: string } {
    const start = places.length > 2 && this.#chance.percent(25) ? 1 : 0;
    const end = places.length > 2 && start === 0 && this.#chance.percent(30) ? places.length - 2 : places.length - 1;
    return { from: places[start] ?? '', to: places[end] ?? '' };
  }

  /**
   * Someone whom a country of the way refers to an officer, when it has not had one for so many passengers: whoever sits
   * down in its seat finds one waiting, whatever the seed and the hour.
   */
  #owed({ countries }: Boarding, size: number): Watched | undefined {
    const { referredAmong } = this.#tables;
    for (const country of countries) this.#since.set(country, (this.#since.get(country) ?? referredAmong) + size);
    const country = countries.find((one) => this.#referred.has(one) && (this.#since.get(one) ?? 0) > referredAmong);
    if (country === undefined) return undefined;
    this.#since.set(country, 0);
    return this.#referred.get(country)?.draw();
  }

  #watchedFor({ countries }: Boarding, size: number): Watched | undefined {
    if (!this.#chance.perThousand(this.#tables.watchedPerThousand * size)) return undefined;
    return this.#watched.get(this.#chance.pick(countries))?.draw();
  }

  #traveller(boarding: Boarding, own: Own, watched: Watched | undefined): Traveller {
    const { name, sex, state, document, born, infant } =
      watched === undefined ? this.#somebody(boarding, own) : this.#watchedAs(boarding, own, watched);
    const { spelling } = boarding;
    const person: PaxlstPerson = {
      role: 'passenger',
      family: capitals(name.family, spelling),
      ...(name.given === undefined ? {} : { given: capitals(name.given, spelling) }),
      sex,
      dateOfBirth: born,
      infant,
      nationality: state,
      residence: state,
      verified: true,
      clearancePlace: own.to,
      embarkedPlace: own.from,
      destinationPlace: own.to,
      documents: [document],
      ...(own.locator === undefined ? {} : { locator: own.locator }),
      passengerReference: own.reference,
      bagTags: [],
      segment: 0,
    };
    return watched === undefined ? { person, name } : { person, name, listed: watched.entry };
  }

  #somebody(boarding: Boarding, { name, sex, state, age }: Own): Identity {
    const { day } = boarding;
    const document = this.#office.issue(this.#chance, state, boarding);
    const born = addDays(day, -Math.floor(age * 365.25) - this.#chance.below(340));
    return { name, sex, state, document, born, infant: yearsBetween(born, day) < infantYears };
  }

  /** One who is listed, as the list knows him; what it does not know is his own. He travels on a valid passport. */
  #watchedAs(boarding: Boarding, own: Own, watched: Watched): Identity {
    const { state, family, given, dateOfBirth, sex, number } = watched;
    const other = this.#somebody(boarding, { ...own, state });
    const booklet = { ...other.document, type: 'P', expiry: addDays(boarding.day, documentDays) };
    return {
      name: family === undefined ? own.name : { family, ...(given === undefined ? {} : { given }) },
      sex: sex ?? own.sex,
      state,
      document: number === undefined ? booklet : { ...booklet, number },
      born: dateOfBirth ?? other.born,
      infant: false,
    };
  }
}

/** Who someone is by his document. */
interface Identity extends Pick<Own, 'name' | 'sex' | 'state'> {
  readonly document: PaxlstTravelDocument;
  readonly born: PlainDate;
  readonly infant: boolean;
}

/** What is known of a traveller before his document is issued. */
interface Own {
  readonly sex: 'F' | 'M';
  readonly name: Name;
  readonly state: StateCode;
  readonly age: number;
  readonly from: string;
  readonly to: string;
  readonly reference: string;
  readonly locator?: string;
}

const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const locatorOf = (chance: Chance): string =>
  Array.from({ length: 6 }, () => signs.charAt(chance.below(signs.length))).join('');
