import { decodeUtf8, encodeUtf8, fromHex, type Instant, invariant, type KeyId, keyId, toHex } from '#kernel';
import { type DataKey, newDataKey } from '#ledger';
import { breath } from './breath.ts';
import type { Listed } from './listings.ts';
import type { NodePorts } from './ports.ts';

/** Up to where the ledger was folded: the position, the chain there, and the time of that entry. */
export interface Mark {
  readonly position: number;
  readonly chain: string;
  readonly asOf: Instant;
}

/** The last section of a layer: where it goes on from, and to where. */
interface Foot extends Mark {
  readonly from: number;
}

interface Layer {
  readonly foot: Foot;
  readonly sections: readonly (readonly Listed[])[];
}

const nonceBytes = 12;
/** Letters of a section: few enough to be read or written in some milliseconds. */
const sectionLength = 128 * 1024;
/** More layers than this are made one. */
const mostLayers = 64;
const fileOf = (layer: number): string => (layer === 0 ? 'views' : `views-${layer}`);

/**
 * What was folded of the ledger, kept so that a start need not fold everything anew. The first layer holds all, each
 * further one what changed since the one before. A layer is a file of sealed sections, each small enough to hold nothing
 * else up. All layers are sealed under one key of the ledger, which is destroyed once a new first layer stands. Whatever
 * is wrong with a layer (lost, torn, of another program, another ledger or another past of this one), it and those after
 * it are not there, and what they held is folded again.
 */
export class Snapshots {
  readonly #ports: NodePorts;
  /** What the shape of the states depends on; bound into the seals, so that another program finds nothing. */
  readonly #form: string;
  /** The key of the layers that stand, or of what was found in their place. */
  #key: KeyId | undefined;
  #position = 0;
  #layers = 0;
  #items = 0;

  constructor(ports: NodePorts, form: string) {
    this.#ports = ports;
    this.#form = form;
  }

  /** Up to where the layers reach. */
  get position(): number {
    return this.#position;
  }

  /** Hands over what the layers hold, in their order, and says up to where; undefined when there is none. */
  async load(take: (items: readonly Listed[]) => void, stopped: () => boolean): Promise<Mark | undefined> {
    let mark: Mark | undefined;
    for (;;) {
      const layer = await this.#read(this.#layers, stopped);
      if (layer === undefined) return mark;
      for (const items of layer.sections) {
        take(items);
        this.#items += items.length;
        await breath();
      }
      mark = layer.foot;
      this.#position = mark.position;
      this.#layers += 1;
    }
  }

  /** One layer, when all of it is as it was written and belongs to this ledger. */
  async #read(layer: number, stopped: () => boolean): Promise<Layer | undefined> {
    const sections: (readonly Listed[])[] = [];
    for await (const section of this.#opened(layer)) {
      if ('from' in section) return (await this.#fits(section)) ? { foot: section, sections } : undefined;
      sections.push(section);
      await breath();
      if (stopped()) break;
    }
    return undefined;
  }

  /** The sections of a layer up to the first that is not as it was written. */
  async *#opened(layer: number): AsyncGenerator<readonly Listed[] | Foot> {
    let key: DataKey | undefined;
    let number = 0;
    for await (const bytes of this.#ports.snapshots?.read(fileOf(layer)) ?? []) {
      const section = key && this.#open(bytes, key, `${layer} ${number}`);
      if (section !== undefined) yield section;
      else if (number > 0) return;
      key ??= await this.#keyNamed(bytes, layer);
      if (key === undefined) return;
      number += 1;
    }
  }

  async #keyNamed(bytes: Uint8Array, layer: number): Promise<DataKey | undefined> {
    const id = keyId(toHex(bytes));
    if (layer === 0) this.#key = id;
    return id === undefined || id !== this.#key ? undefined : this.#ports.store.key(id);
  }

  /** A layer goes on where the one before ended, and the ledger still has the past that it was folded from. */
  async #fits({ from, position, chain }: Foot): Promise<boolean> {
    if (from !== this.#position) return false;
    const [last] = await this.#ports.store.sequenced(position - 1, 1);
    return last?.chain === chain;
  }

  #open(bytes: Uint8Array, { secret }: DataKey, place: string): readonly Listed[] | Foot | undefined {
    const [nonce, sealed] = [bytes.subarray(0, nonceBytes), bytes.subarray(nonceBytes)];
    const plain = this.#ports.cipher.open(secret, nonce, sealed, this.#bound(place));
    return plain && JSON.parse(decodeUtf8(plain));
  }

  #seal(text: string, { secret }: DataKey, place: string): Uint8Array {
    const { cipher, random } = this.#ports;
    const nonce = random.bytes(nonceBytes);
    return Buffer.concat([nonce, cipher.seal(secret, nonce, encodeUtf8(text), this.#bound(place))]);
  }

  #bound(place: string): Uint8Array {
    return encodeUtf8(`${this.#form} ${place}`);
  }

  /** True when so many more changes had better be kept by writing all of so many states anew: reading stays in proportion. */
  isDue(changes: number, states: number): boolean {
    return this.#layers === 0 || this.#layers >= mostLayers || this.#items + changes > 2 * states;
  }

  /** Keeps changes as one more layer. */
  async add(mark: Mark, items: readonly Listed[]): Promise<boolean> {
    const key = this.#key && (await this.#ports.store.key(this.#key));
    invariant(key !== undefined, 'layers that stand have a key');
    await this.#write(this.#layers, key, { ...mark, from: this.#position }, items);
    this.#layers += 1;
    this.#items += items.length;
    this.#position = mark.position;
    return true;
  }

  /**
   * Keeps everything anew, unless the ledger takes no key for it. The key is durable before it, and the one before it is
   * destroyed after it.
   */
  async replace(mark: Mark, items: readonly Listed[]): Promise<boolean> {
    const { random, store, snapshots } = this.#ports;
    const key = newDataKey(random);
    const appended = await store.append({ entries: [], keys: [key] });
    if (!appended.ok) return false;
    await this.#write(0, key, { ...mark, from: 0 }, items);
    const before = this.#key;
    const layers = this.#layers;
    this.#key = key.id;
    this.#layers = 1;
    this.#items = items.length;
    this.#position = mark.position;
    if (before !== undefined) await store.forget([before]);
    for (let layer = 1; layer < layers; layer += 1) await snapshots?.remove(fileOf(layer));
    return true;
  }

  async #write(layer: number, key: DataKey, foot: Foot, items: readonly Listed[]): Promise<void> {
    await this.#ports.snapshots?.write(fileOf(layer), this.#sections(layer, key, foot, items));
  }

  async *#sections(layer: number, key: DataKey, foot: Foot, items: readonly Listed[]): AsyncGenerator<Uint8Array> {
    const id = fromHex(key.id);
    invariant(id !== undefined, 'a key id is hexadecimal');
    yield id;
    let number = 0;
    for (const text of texts(items, foot)) {
      number += 1;
      yield this.#seal(text, key, `${layer} ${number}`);
      await breath();
    }
  }
}

/** The sections of a layer as text: items, as many as are worth a section, and last the foot. */
function* texts(items: readonly Listed[], foot: Foot): Generator<string> {
  let parts: string[] = [];
  let length = 0;
  for (const item of items) {
    const text = JSON.stringify(item);
    parts.push(text);
    length += text.length;
    if (length < sectionLength) continue;
    yield `[${parts.join()}]`;
    parts = [];
    length = 0;
  }
  if (parts.length > 0) yield `[${parts.join()}]`;
  yield JSON.stringify(foot);
}
