import { type Hash, invariant } from '#kernel';

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

type LengthOf = (name: SectionName) => number;

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
function bytesOf(lengthOf: LengthOf): number {
  return names.reduce(
    (sum, name) => sum + aligned(lengthOf(name) * (isNarrow(name) ? 1 : 4)),
    aligned(4 * headerWords),
  );
}

/** Views over a buffer that is at least `bytesOf` says long. */
function viewsOver(buffer: ArrayBufferLike, lengthOf: LengthOf): Sections {
  let offset = aligned(4 * headerWords);
  const numbers = (name: Wide): Int32Array => {
    const view = new Int32Array(buffer, offset, lengthOf(name));
    offset += aligned(4 * lengthOf(name));
    return view;
  };
  const bytes = (name: Narrow): Uint8Array => {
    const view = new Uint8Array(buffer, offset, lengthOf(name));
    offset += aligned(lengthOf(name));
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
  const buffer = new SharedArrayBuffer(bytesOf((name) => lengths[name]));
  const header = new Int32Array(buffer, 0, headerWords);
  header[0] = magic;
  header[1] = layoutVersion;
  names.forEach((name, at) => {
    header[lengthsAt + at] = lengths[name];
  });
  return viewsOver(buffer, (name) => lengths[name]);
}

/** The digest's place in the header, bytes. */
const digest = { from: 4 * digestAt, to: 4 * lengthsAt };

/**
 * The bytes of an index as they are kept on a disk: its sections as they stand, with the SHA-256 of all but itself in the
 * header. Numbers are in the byte order of the machine; one of the other order does not know the bytes.
 */
export function toSnapshot({ buffer }: Sections, hash: Hash): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(buffer.byteLength);
  bytes.set(new Uint8Array(buffer));
  bytes.set(hash.sha256(bytes.subarray(0, digest.from), bytes.subarray(digest.to)), digest.from);
  return bytes;
}

/** The index of a snapshot, in a shared buffer of its own; undefined when it is of another version, cut short or damaged. */
export function fromSnapshot(bytes: Uint8Array, hash: Hash): Sections | undefined {
  if (bytes.length < 4 * headerWords || bytes.length % 8 !== 0) return undefined;
  const buffer = new SharedArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  const header = new Int32Array(buffer, 0, headerWords);
  if (header[0] !== magic || header[1] !== layoutVersion) return undefined;
  const found = hash.sha256(bytes.subarray(0, digest.from), bytes.subarray(digest.to));
  if (!found.every((byte, at) => byte === bytes[digest.from + at])) return undefined;
  return sharedSections(buffer);
}

/** Views over the buffer of an index that another thread handed over. */
export function sharedSections(buffer: ArrayBufferLike): Sections {
  const header = new Int32Array(buffer, 0, headerWords);
  const lengths = names.map((name, at) => [name, header[lengthsAt + at] ?? 0] as const);
  const lengthOf = new Map<SectionName, number>(lengths);
  const sections = viewsOver(buffer, (name) => lengthOf.get(name) ?? 0);
  invariant(bytesOf((name) => lengthOf.get(name) ?? 0) === buffer.byteLength, 'a buffer is as long as its sections');
  return sections;
}
