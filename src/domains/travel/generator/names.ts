import { type StateCode, stateCode } from '#kernel';
import { type Chance, Weighted } from './chance.ts';
import type { Culture } from './tables.ts';

/** A name as its bearer spells it. Some have only one, which then stands as the family name. */
export interface Name {
  readonly family: string;
  readonly given?: string;
}

/** Who bears which name, and whose document. */
export class NameBook {
  readonly #states: Weighted<StateCode>;
  readonly #cultures: ReadonlyMap<string, Weighted<Culture>>;

  constructor(cultures: readonly Culture[]) {
    const rows = cultures.flatMap((item) =>
      Object.entries(item.states).map(([name, weight]) => ({ item, weight, state: stateCode(name) })),
    );
    this.#states = new Weighted(
      rows.flatMap(({ state, weight }) => (state === undefined ? [] : [{ item: state, weight }])),
    );
    this.#cultures = new Map(
      rows.map(({ state }) => [state ?? '', new Weighted(rows.filter((row) => row.state === state))]),
    );
  }

  /** A state of anywhere in the world. */
  state(chance: Chance): StateCode {
    return this.#states.pick(chance);
  }

  /** A culture of people with a document of this state. */
  culture(chance: Chance, state: StateCode): Culture | undefined {
    return this.#cultures.get(state)?.pick(chance);
  }
}

/** The family name that the people of one household may share. */
export function familyOf(chance: Chance, culture: Culture): string {
  const first = chance.pick(culture.families);
  return culture.shape === 'two' ? `${first} ${chance.pick(culture.families)}` : first;
}

/** A person's name in a household of this family name. */
export function nameOf(chance: Chance, culture: Culture, family: string, sex: 'F' | 'M'): Name {
  const givens = sex === 'F' ? culture.female : culture.male;
  const first = chance.pick(givens);
  if (chance.percent(culture.single)) return { family: first };
  const second = chance.percent(culture.doubles) ? chance.pick(givens) : first;
  return { family: formOf(family, sex), given: second === first ? first : `${first} ${second}` };
}

/** Of a name that men and women bear differently, written `Kowalski/Kowalska`, the right one. */
function formOf(family: string, sex: 'F' | 'M'): string {
  const [male = family, female = male] = family.split('/');
  return sex === 'F' ? female : male;
}
