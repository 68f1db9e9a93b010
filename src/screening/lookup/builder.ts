import type { ListEntry } from '#kernel';
import { readParts } from '../names/name.ts';
import { isTelling, plainNumber } from '../score/numbers.ts';
import { asciiBytes, Dictionary } from './dictionary.ts';
import { kinds, type Listed, type ListHead, packEntry } from './entries.ts';
import { GrowingBytes, GrowingInts } from './growing.ts';
import { bucketsFor, hashText } from './hashing.ts';
import { trigramSpace } from './letters.ts';
import { byteOf, otherSpelling } from './name-byte.ts';
import { type NameWords, skeletonPairs, trigramPairs } from './name-pairs.ts';
import { byHash, countInto, type Filing, fileInto, filing, putTexts } from './postings.ts';
import { allocate, type SectionLengths, type Sections } from './sections.ts';
import { mostVariants, variantsOf } from './variants.ts';

/** How the entry of a list is filed by its number. */
export const entryHash = (list: string, entry: string): number => hashText(`${list} ${entry}`);

/** Takes entries one by one, so that a list need never be in memory as a whole, and makes an index of them. */
export class Builder {
  readonly #dictionary = new Dictionary();
  readonly #lists: ListHead[] = [];
  readonly #nameTokens = new GrowingInts();
  readonly #nameBytes = new GrowingBytes();
  readonly #nameStart = new GrowingInts();
  readonly #nameOwner = new GrowingInts();
  readonly #entryNames = new GrowingInts();
  readonly #entryStart = new GrowingInts();
  readonly #entryList = new GrowingInts();
  readonly #entryKind = new GrowingBytes();
  readonly #entryBytes = new GrowingBytes();
  readonly #entryHash = new GrowingInts();
  readonly #documentHash = new GrowingInts();
  readonly #documentEntry = new GrowingInts();

  /** Begins a list: the entries added from here on stand on it. */
  begin({ list, version, purpose }: ListHead): void {
    this.#lists.push({ list, version, purpose });
  }

  /** Adds an entry of the list that was begun last. */
  add(entry: ListEntry): void {
    const place = this.#entryStart.length;
    this.#entryStart.push(this.#entryBytes.length);
    this.#entryNames.push(this.#nameOwner.length);
    this.#entryBytes.write(packEntry(entry));
    this.#entryList.push(this.#lists.length - 1);
    this.#entryKind.push(kinds.indexOf(entry.kind));
    this.#entryHash.push(entryHash(this.#lists.at(-1)?.list ?? '', entry.entry));
    for (const name of entry.names) this.#addName(name, entry.kind, place);
    for (const document of entry.documents) {
      const read = plainNumber(document);
      if (!isTelling(read)) continue;
      this.#documentHash.push(hashText(read));
      this.#documentEntry.push(place);
    }
  }

  #addName(name: ListEntry['names'][number], kind: ListEntry['kind'], place: number): void {
    this.#nameStart.push(this.#nameTokens.length);
    this.#nameOwner.push(place);
    for (const token of readParts(name, kind).tokens) {
      const byte = byteOf(token);
      this.#nameTokens.push(this.#dictionary.numberOf(token.text));
      this.#nameBytes.push(byte);
      for (const other of token.others ?? []) {
        this.#nameTokens.push(this.#dictionary.numberOf(other));
        this.#nameBytes.push(byte | otherSpelling);
      }
    }
  }

  /** The index of what was added; the builder is spent. */
  finish(): Sections {
    this.#nameStart.push(this.#nameTokens.length);
    this.#entryNames.push(this.#nameOwner.length);
    this.#entryStart.push(this.#entryBytes.length);
    this.#dictionary.tokenTrigramStart.push(this.#dictionary.tokenTrigrams.length);
    const words = {
      start: this.#nameStart.pushed(),
      tokens: this.#nameTokens.pushed(),
      bytes: this.#nameBytes.written(),
    };
    const bySkeleton = skeletonPairs(words, this.#dictionary);
    const byTrigram = trigramPairs(words, this.#dictionary);
    const skeletonStart = new Int32Array(this.#dictionary.skeletons.length + 1);
    countInto(skeletonStart, bySkeleton);
    const trigramStart = new Int32Array(trigramSpace + 1);
    countInto(trigramStart, byTrigram);
    const variants = variantFiling(this.#dictionary.skeletons);
    const list = new GrowingBytes();
    list.write(JSON.stringify(this.#lists));
    const sections = allocate({
      ...this.#lengths(words),
      skeletonPostStart: skeletonStart.length,
      skeletonPosts: skeletonStart.at(-1) ?? 0,
      trigramStart: trigramStart.length,
      trigramPosts: trigramStart.at(-1) ?? 0,
      variantStart: variants.start.length,
      variants: variants.filed.length,
      listBytes: list.length,
    });
    sections.listBytes.set(list.written());
    sections.variantStart.set(variants.start);
    sections.variants.set(variants.filed);
    sections.skeletonPostStart.set(skeletonStart);
    fileInto({ start: sections.skeletonPostStart, filed: sections.skeletonPosts }, bySkeleton);
    sections.trigramStart.set(trigramStart);
    fileInto({ start: sections.trigramStart, filed: sections.trigramPosts }, byTrigram);
    this.#copyInto(sections, words);
    return sections;
  }

  #lengths(words: NameWords) {
    const dictionary = this.#dictionary;
    const letters = (texts: readonly string[]): number => texts.reduce((sum, { length }) => sum + length, 0);
    return {
      nameStart: words.start.length,
      nameTokens: words.tokens.length,
      nameBytes: words.bytes.length,
      nameOwner: this.#nameOwner.length,
      entryNames: this.#entryNames.length,
      entryStart: this.#entryStart.length,
      entryList: this.#entryList.length,
      entryKind: this.#entryKind.length,
      entryBytes: this.#entryBytes.length,
      entrySlots: bucketsFor(2 * this.#entryList.length),
      tokenStart: dictionary.words.length + 1,
      tokenBytes: letters(dictionary.words),
      tokenSkeleton: dictionary.words.length,
      tokenTrigramStart: dictionary.words.length + 1,
      tokenTrigrams: dictionary.tokenTrigrams.length,
      skeletonStart: dictionary.skeletons.length + 1,
      skeletonBytes: letters(dictionary.skeletons),
      documentStart: bucketsFor(this.#documentHash.length) + 1,
      documentEntries: this.#documentEntry.length,
    } satisfies Partial<SectionLengths>;
  }

  #copyInto(sections: Sections, words: NameWords): void {
    const dictionary = this.#dictionary;
    sections.nameStart.set(words.start);
    sections.nameTokens.set(words.tokens);
    sections.nameBytes.set(words.bytes);
    sections.nameOwner.set(this.#nameOwner.pushed());
    sections.entryNames.set(this.#entryNames.pushed());
    sections.entryStart.set(this.#entryStart.pushed());
    sections.entryList.set(this.#entryList.pushed());
    sections.entryKind.set(this.#entryKind.written());
    sections.entryBytes.set(this.#entryBytes.written());
    putTexts(dictionary.words, sections.tokenStart, sections.tokenBytes);
    putTexts(dictionary.skeletons, sections.skeletonStart, sections.skeletonBytes);
    sections.tokenSkeleton.set(dictionary.tokenSkeleton.pushed());
    sections.tokenTrigramStart.set(dictionary.tokenTrigramStart.pushed());
    sections.tokenTrigrams.set(dictionary.tokenTrigrams.pushed());
    putSlots(sections.entrySlots, this.#entryHash.pushed());
    const { documentStart, documentEntries } = sections;
    const pairs = byHash(this.#documentHash.pushed(), this.#documentEntry.pushed(), documentStart.length - 1);
    countInto(documentStart, pairs);
    fileInto({ start: documentStart, filed: documentEntries }, pairs);
  }
}

/** Entries by their hash, each one place higher than its number, in the first free slot after its own; 0 is free. */
function putSlots(slots: Int32Array, hashes: Int32Array): void {
  hashes.forEach((hash, entry) => {
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = entry + 1;
  });
}

/** Skeletons by the hashes of their variants. */
function variantFiling(skeletons: readonly string[]): Filing {
  const hashes = new GrowingInts();
  const numbers = new GrowingInts();
  const found = new Int32Array(mostVariants);
  skeletons.forEach((skeleton, number) => {
    const count = variantsOf(asciiBytes(skeleton), found);
    for (let at = 0; at < count; at += 1) {
      hashes.push(found[at] ?? 0);
      numbers.push(number);
    }
  });
  const buckets = bucketsFor(hashes.length);
  return filing(buckets, byHash(hashes.pushed(), numbers.pushed(), buckets));
}

/** The index of entries; those of one list that stand together are filed under one head. */
export function sectionsOf(listed: readonly Listed[]): Sections {
  const builder = new Builder();
  let before: Listed | undefined;
  for (const one of listed) {
    const same = before !== undefined && one.list === before.list && one.version === before.version;
    if (!same || one.purpose !== before?.purpose) builder.begin(one);
    before = one;
    builder.add(one.entry);
  }
  return builder.finish();
}
