import type { NameToken } from '../names/name.ts';
import { Letters } from './spelling.ts';

/**
 * How much a word tells of who somebody is, in nats: minus the natural logarithm of the share of names that hold it.
 * From a list's own frequencies, or `shippedRarity` where there is no list.
 */
export type Rarity = (word: string) => number;

/** What is known of words beyond their letters; given by the caller, so that an index can hold it ready. */
export interface Lexicon {
  readonly rarity: Rarity;
  /** The phonetic key of a word; empty where it has none. */
  readonly soundOf: (word: string) => string;
  /** True for two forms of one given name, such as a nickname and its full form. */
  readonly sameName: (one: string, other: string) => boolean;
}

/** One way to write a word. */
export interface WordSpelling {
  readonly text: string;
  readonly letters: Letters;
  readonly sound: string;
}

/** A word with what the comparison needs of it. */
export interface Word {
  readonly role: NameToken['role'];
  /** The usual one first; any of them may agree. */
  readonly spellings: readonly WordSpelling[];
  /** Nats, by role: a particle or a legal form tells little. */
  readonly weight: number;
  readonly light: boolean;
  /** By which branches, funds and ships are told apart; Roman digits are a number in these only, "Xi" is a family name. */
  readonly number: 'digits' | 'roman' | undefined;
  /** What is left of a word of which a machine-readable zone may have cut the end. */
  readonly cut: boolean;
}

/** What of its rarity a word counts by its role. */
const roleShares: Readonly<Record<NameToken['role'], number>> = {
  plain: 1,
  initial: 0.3,
  particle: 0.15,
  honorific: 0.1,
  patronymic: 0.6,
  maternal: 0.6,
  'legal-form': 0.15,
  'vessel-prefix': 0.1,
};
const lightRoles: ReadonlySet<NameToken['role']> = new Set(['particle', 'honorific', 'legal-form', 'vessel-prefix']);
const leastRarity = 1;
const mostRarity = 12;
const mostWords = 65_536;
const digitZero = 48;
const digitNine = 57;
const roman = /^(?:X{0,3})(?:IX|IV|V?I{0,3})$/;

/** Words as they are compared, each made once; forgets all when it holds too many, so that its memory stays bounded. */
export class Words {
  readonly #lexicon: Lexicon;
  readonly #known = new Map<NameToken['role'], Map<string, Word>>();
  #held = 0;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** The word of a token. */
  of(token: NameToken): Word {
    let ofRole = this.#known.get(token.role);
    if (ofRole === undefined) {
      ofRole = new Map();
      this.#known.set(token.role, ofRole);
    }
    const key = keyOf(token);
    const known = ofRole.get(key);
    if (known !== undefined) return known;
    if (this.#held >= mostWords) this.#forget();
    const made = this.#make(token);
    ofRole.set(key, made);
    this.#held += 1;
    return made;
  }

  #forget(): void {
    for (const ofRole of this.#known.values()) ofRole.clear();
    this.#held = 0;
  }

  #make(token: NameToken): Word {
    const rarity = Math.min(Math.max(this.#lexicon.rarity(token.text), leastRarity), mostRarity);
    return {
      role: token.role,
      spellings: [token.text, ...(token.others ?? [])].map((text) => this.#spelling(text)),
      weight: rarity * roleShares[token.role],
      light: lightRoles.has(token.role),
      number: numberIn(token.text),
      cut: token.cut === true,
    };
  }

  #spelling(text: string): WordSpelling {
    const letters = new Letters();
    letters.add(text);
    return { text, letters, sound: this.#lexicon.soundOf(text) };
  }
}

/** Most words have one spelling and are whole; their key is their text. */
const keyOf = ({ text, others, cut }: NameToken): string =>
  others === undefined && cut === undefined ? text : `${text} ${others?.join(' ') ?? ''} ${cut === true ? 'cut' : ''}`;

function numberIn(word: string): Word['number'] {
  const first = word.charCodeAt(0);
  if (first >= digitZero && first <= digitNine) return 'digits';
  return word.length > 1 && roman.test(word) ? 'roman' : undefined;
}
