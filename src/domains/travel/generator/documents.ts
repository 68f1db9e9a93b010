import type { PaxlstTravelDocument } from '#formats/edifact';
import { mrzDate, writeMrz } from '#formats/mrz';
import { addDays, type PlainDate, type StateCode } from '#kernel';
import type { Mode } from '../places.ts';
import type { Chance } from './chance.ts';
import type { DocumentTable } from './tables.ts';
import type { Traveller } from './traveller.ts';

const capitals = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A number of a form such as `AA999999`: A is any letter, 9 any digit, the rest is itself. */
export function numberOf(chance: Chance, form: string): string {
  let number = '';
  for (const sign of form) {
    if (sign === '9') number += String(chance.below(10));
    else number += sign === 'A' ? capitals.charAt(chance.below(capitals.length)) : sign;
  }
  return number;
}

/** What documents are like: their numbers, how many are cards, how many have expired. */
export class DocumentOffice {
  readonly #table: DocumentTable;
  readonly #forms: ReadonlyMap<string, readonly string[]>;

  constructor(table: DocumentTable) {
    this.#table = table;
    this.#forms = new Map(table.numbers.map(({ state, forms }) => [state, forms]));
  }

  /** A number as this state gives them. */
  number(chance: Chance, state: StateCode): string {
    return numberOf(chance, chance.pick(this.#forms.get(state) ?? this.#forms.get('*') ?? []));
  }

  /** A passport, or the card that will do by sea and land. */
  issue(chance: Chance, state: StateCode, on: { readonly day: PlainDate; readonly mode: Mode }): PaxlstTravelDocument {
    const { cardForm, cardPercent, expiredPerThousand, validYears } = this.#table;
    const card = chance.percent(cardPercent[on.mode]);
    const expired = chance.perThousand(expiredPerThousand);
    const days = expired ? -chance.between(1, 400) : chance.between(20, validYears * 365);
    return {
      type: card ? 'I' : 'P',
      typeList: '110',
      typeAgency: '111',
      number: card ? numberOf(chance, cardForm) : this.number(chance, state),
      expiry: addDays(on.day, days),
      issuingState: state,
    };
  }
}

/** The machine-readable zone of the document that a traveller shows at the booth, with every check digit (ICAO 9303). */
export function zoneOf({ person, name }: Traveller): readonly string[] {
  const [document] = person.documents;
  const { dateOfBirth, nationality } = person;
  if (document?.expiry === undefined || dateOfBirth === undefined) return [];
  const written = writeMrz({
    format: document.type === 'I' ? 'TD1' : 'TD3',
    documentCode: document.type,
    issuingState: document.issuingState ?? '',
    documentNumber: document.number,
    family: name.family,
    given: name.given ?? '',
    nationality: nationality ?? '',
    dateOfBirth: mrzDate(dateOfBirth),
    sex: person.sex ?? 'X',
    expiry: mrzDate(document.expiry),
    optional: '',
  });
  return written.ok ? written.value : [];
}
