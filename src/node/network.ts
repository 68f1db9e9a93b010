import { loadClock, loadCrypto } from '#adapters';
import {
  type CountryCode,
  countryCode,
  type Domain,
  type Finding,
  invariant,
  type Language,
  ok,
  type Reality,
  type Result,
  type SubjectList,
} from '#kernel';
import { MemoryStore, type Store } from '#ledger';
import { createNode, type NodeSetup } from './create-node.ts';
import type { TableSource } from './criteria.ts';
import type { Node } from './node.ts';
import { type Log, type NodePorts, silentLog } from './ports.ts';

/** Several nodes in one process. They speak through the exchange port only, by the same bytes as over a wire. */
export interface Network {
  readonly nodes: ReadonlyMap<CountryCode, Node>;
  /** The node of a country of this network. */
  node(country: string): Node;
  close(): Promise<void>;
}

/** How bytes travel from one node to another; by default at once. */
export type Post = (
  letter: { readonly from: string; readonly to: string; readonly bytes: Uint8Array },
  deliver: (bytes: Uint8Array) => Promise<boolean>,
) => Promise<boolean>;

export interface NetworkOptions {
  readonly countries: readonly CountryCode[];
  readonly domains: readonly Domain[];
  readonly tables: TableSource;
  readonly reality: Reality;
  readonly lists?: (country: CountryCode) => readonly SubjectList[];
  readonly lenient?: (organisation: string) => boolean;
  readonly texts?: (language: Language, finding: Finding) => string;
  readonly post?: Post;
  /** Doors of one node that are not to be the usual ones: a simulator's clock, a real disk. */
  readonly ports?: (country: CountryCode) => Partial<NodePorts>;
  readonly log?: Log;
  readonly pace?: NodeSetup['pace'];
  readonly duties?: NodeSetup['duties'];
}

/** The doors of a node that keeps nothing: real keys, the real clock, a ledger in memory. */
export async function usualPorts(log: Log): Promise<Omit<NodePorts, 'send'>> {
  const { createAesGcm, createEnvelope, createRandom, createSha256, createSigner } = await loadCrypto();
  const { alarm, systemClock } = await loadClock();
  const random = createRandom();
  const store: Store = new MemoryStore(createSha256());
  return {
    clock: systemClock,
    alarm: { at: (at, ring) => alarm(at, ring) },
    random,
    hash: createSha256(),
    cipher: createAesGcm(),
    envelope: createEnvelope(random.bytes(32)),
    signer: createSigner(random.bytes(32)),
    store,
    aliasSecret: random.bytes(32),
    log,
  };
}

type Doors = ReadonlyMap<CountryCode, Omit<NodePorts, 'send'>>;

async function doorsOf(options: NetworkOptions): Promise<Doors> {
  const doors = new Map<CountryCode, Omit<NodePorts, 'send'>>();
  for (const country of options.countries) {
    doors.set(country, { ...(await usualPorts(options.log ?? silentLog)), ...options.ports?.(country) });
  }
  return doors;
}

/** What a node of the network is to be: the others are its partners, known by their keys. */
function setupOf(country: CountryCode, options: NetworkOptions, doors: Doors): NodeSetup {
  const { reality, domains, tables, lists, pace, duties } = options;
  const others = [...doors].filter(([other]) => other !== country);
  return {
    ...{ country, reality, domains, tables, lists: lists?.(country) ?? [] },
    partners: others.map(([other, { envelope, signer }]) => ({
      country: other,
      sealKey: envelope.publicKey,
      signKey: signer.publicKey,
    })),
    lenient: options.lenient ?? (() => false),
    texts: options.texts ?? ((_language, finding) => finding.code),
    ...(pace === undefined ? {} : { pace }),
    ...(duties === undefined ? {} : { duties }),
  };
}

/** Makes a node for each country and lets them know each other's keys. */
export async function createNetwork(options: NetworkOptions): Promise<Result<Network, readonly Finding[]>> {
  const nodes = new Map<CountryCode, Node>();
  const nodeNamed = (name: string): Node | undefined => {
    const country = countryCode(name);
    return country === undefined ? undefined : nodes.get(country);
  };
  const post: Post = options.post ?? ((letter, deliver) => deliver(letter.bytes));
  const close = async (): Promise<void> => {
    for (const node of nodes.values()) await node.close();
  };
  const doors = await doorsOf(options);
  for (const [from, ports] of doors) {
    const deliver = (to: string) => async (bytes: Uint8Array) => (await nodeNamed(to)?.receive(bytes))?.ok ?? false;
    const send: NodePorts['send'] = (to, bytes) => post({ from, to, bytes }, deliver(to));
    const made = await createNode(setupOf(from, options, doors), { ...ports, send });
    if (!made.ok) {
      await close();
      return made;
    }
    nodes.set(from, made.value);
  }
  const node = (country: string): Node => {
    const found = nodeNamed(country);
    invariant(found !== undefined, `${country} has a node`);
    return found;
  };
  return ok({ nodes, node, close });
}
