import { decodeLatin1, type ListEntry, type SubjectDocument } from '#kernel';
import type { ReadName } from '../names/name.ts';
import { isTelling, plainNumber } from '../score/numbers.ts';
import { entryHash } from './builder.ts';
import { type Listed, listHeads, unpackEntry } from './entries.ts';
import { Finder, type FoundName, type Wanted } from './finder.ts';
import { hashText } from './hashing.ts';
import { isOther, tokenOf } from './name-byte.ts';
import type { Sections } from './sections.ts';

/** An index over some entries, built once and never changed. Its sections can be shared; it holds working space: one per thread. */
export class Segment {
  readonly sections: Sections;
  readonly #finder: Finder;
  readonly #lists: readonly Omit<Listed, 'entry'>[];
  readonly #words: (string | undefined)[] = [];

  constructor(sections: Sections) {
    this.sections = sections;
    this.#finder = new Finder(sections);
    this.#lists = listHeads(sections.listBytes);
  }

  /** Entries, withdrawn ones too. */
  get size(): number {
    return this.sections.entryKind.length;
  }

  /** The entry at a place, with its list. */
  listed(place: number): Listed {
    const { entryList } = this.sections;
    const head = this.#lists[entryList[place] ?? 0] ?? { list: '', version: '', purpose: '' };
    return { ...head, entry: this.#entry(place) };
  }

  #entry(place: number): ListEntry {
    const { entryBytes, entryStart } = this.sections;
    return unpackEntry(entryBytes.subarray(entryStart[place], entryStart[place + 1]));
  }

  /** The places of the entries of a list with this number. */
  placesOf(list: string, entry: string): readonly number[] {
    const { entrySlots, entryList } = this.sections;
    const mask = entrySlots.length - 1;
    const places: number[] = [];
    for (let slot = entryHash(list, entry) & mask; entrySlots[slot] !== 0; slot = (slot + 1) & mask) {
      const place = (entrySlots[slot] ?? 0) - 1;
      if (this.#lists[entryList[place] ?? 0]?.list === list && this.#entry(place).entry === entry) places.push(place);
    }
    return places;
  }

  /** The places of entries that may list the number of a document, vessel or company: all that do, perhaps others. */
  placesWith(document: SubjectDocument): readonly number[] {
    const { documentStart, documentEntries } = this.sections;
    const plain = plainNumber(document);
    if (!isTelling(plain)) return [];
    const bucket = hashText(plain) & (documentStart.length - 2);
    return [...new Set(documentEntries.subarray(documentStart[bucket], documentStart[bucket + 1]))];
  }

  /** The names most like the one asked for, best first. */
  find(name: ReadName, wanted: Wanted): readonly FoundName[] {
    return this.#finder.find(name, wanted);
  }

  /** The name at a place, as it is compared; how its words were written is not kept. */
  nameAt(name: number): ReadName {
    const { nameStart, nameTokens, nameBytes } = this.sections;
    const tokens: ReadName['tokens'][number][] = [];
    const end = nameStart[name + 1] ?? 0;
    for (let at = nameStart[name] ?? 0; at < end; ) {
      const byte = nameBytes[at] ?? 0;
      const spellings = [this.#word(nameTokens[at] ?? 0)];
      for (at += 1; at < end && isOther(nameBytes[at] ?? 0); at += 1) spellings.push(this.#word(nameTokens[at] ?? 0));
      tokens.push(tokenOf(byte, spellings));
    }
    const text = tokens.map((token) => token.text).join(' ');
    return { written: text, text, tokens };
  }

  /** Which name of its entry a name is. */
  numberOf({ name, entry }: FoundName): number {
    return name - (this.sections.entryNames[entry] ?? 0);
  }

  #word(token: number): string {
    const known = this.#words[token];
    if (known !== undefined) return known;
    const { tokenBytes, tokenStart } = this.sections;
    const word = decodeLatin1(tokenBytes, tokenStart[token], tokenStart[token + 1]);
    this.#words[token] = word;
    return word;
  }
}
