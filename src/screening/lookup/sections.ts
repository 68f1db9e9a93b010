/** Sections of 32-bit numbers, in the order in which they stand in the bytes. `Start` sections are one longer than what they divide. */
const wide = [
  'nameStart',
  'nameTokens',
  'nameOwner',
  'entryNames',
  'entryStart',
  'entryList',
  'entrySlots',
  'tokenStart',
  'tokenSkeleton',
  'tokenTrigramStart',
  'tokenTrigrams',
  'skeletonPostStart',
  'skeletonPosts',
  'skeletonStart',
  'variantStart',
  'variants',
  'trigramStart',
  'trigramPosts',
  'documentStart',
  'documentEntries',
] as const;

/** Sections of bytes. */
const narrow = ['tokenBytes', 'skeletonBytes', 'nameBytes', 'entryKind', 'entryBytes', 'listBytes'] as const;

type Wide = (typeof wide)[number];
type Narrow = (typeof narrow)[number];
type SectionName = Wide | Narrow;

/** How many numbers or bytes each section holds. */
export type SectionLengths = Readonly<Record<SectionName, number>>;

/** What an index over some entries consists of: views over one buffer, which threads can share and a disk can keep. */
export type Sections = Readonly<Record<Wide, Int32Array> & Record<Narrow, Uint8Array>> & {
  readonly buffer: ArrayBufferLike;
};

/** `TPLK`, the version of the layout, the digest of what follows, and the length of each section. */
const magic = 0x544c_504b;
/** Raised whenever the sections, the trigrams or the way in which a token is hashed change. */
const layoutVersion = 1;
const names: readonly SectionName[] = [...wide, ...narrow];
const digestAt = 2;
const lengthsAt = digestAt + 8;
const headerWords = lengthsAt + names.length;

const aligned = (bytes: number): number => (bytes + 7) & ~7;
const isNarrow = (name: SectionName): name is Narrow => (narrow as readonly string[]).includes(name);

/** Bytes that sections of these lengths take, header included. */
export function bytesOf(lengths: SectionLengths): number {
  return names.reduce((sum, name) => sum + aligned(lengths[name] * (isNarrow(name) ? 1 : 4)), aligned(4 * headerWords));
}

/** Views over a buffer that is at least `bytesOf(lengths)` long. */
export function viewsOver(buffer: ArrayBufferLike, lengths: SectionLengths): Sections {
  let offset = aligned(4 * headerWords);
  const numbers = (name: Wide): Int32Array => {
    const view = new Int32Array(buffer, offset, lengths[name]);
    offset += aligned(4 * lengths[name]);
    return view;
  };
  const bytes = (name: Narrow): Uint8Array => {
    const view = new Uint8Array(buffer, offset, lengths[name]);
    offset += aligned(lengths[name]);
    return view;
  };
  return {
    buffer,
    nameStart: numbers('nameStart'),
    nameTokens: numbers('nameTokens'),
    nameOwner: numbers('nameOwner'),
    entryNames: numbers('entryNames'),
    entryStart: numbers('entryStart'),
    entryList: numbers('entryList'),
    entrySlots: numbers('entrySlots'),
    tokenStart: numbers('tokenStart'),
    tokenSkeleton: numbers('tokenSkeleton'),
    tokenTrigramStart: numbers('tokenTrigramStart'),
    tokenTrigrams: numbers('tokenTrigrams'),
    skeletonPostStart: numbers('skeletonPostStart'),
    skeletonPosts: numbers('skeletonPosts'),
    skeletonStart: numbers('skeletonStart'),
    variantStart: numbers('variantStart'),
    variants: numbers('variants'),
    trigramStart: numbers('trigramStart'),
    trigramPosts: numbers('trigramPosts'),
    documentStart: numbers('documentStart'),
    documentEntries: numbers('documentEntries'),
    tokenBytes: bytes('tokenBytes'),
    skeletonBytes: bytes('skeletonBytes'),
    nameBytes: bytes('nameBytes'),
    entryKind: bytes('entryKind'),
    entryBytes: bytes('entryBytes'),
    listBytes: bytes('listBytes'),
  };
}

/** A shared buffer with room for sections of these lengths, its header written but for the digest. */
export function allocate(lengths: SectionLengths): Sections {
  const buffer = new SharedArrayBuffer(bytesOf(lengths));
  const header = new Int32Array(buffer, 0, headerWords);
  header[0] = magic;
  header[1] = layoutVersion;
  names.forEach((name, at) => {
    header[lengthsAt + at] = lengths[name];
  });
  return viewsOver(buffer, lengths);
}
