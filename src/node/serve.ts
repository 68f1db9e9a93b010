import { loadHttp, loadMetrics } from '#adapters';
import {
  type Authenticate,
  accessTableSchema,
  compileAccess,
  createEventStream,
  type Lodge,
  type LodgedOutcome,
  type NodeFacts,
} from '#api';
import { type Clock, type Instant, invariant, type Outcome, type Part, type Random, toHex } from '#kernel';
import type { Say } from '#plan';
import { tablesFrom } from './data-folder.ts';
import { durableReplies } from './durable-replies.ts';
import { measureLodged, measureStanding } from './meter.ts';
import type { Node } from './node.ts';
import type { Log } from './ports.ts';
import { recordReading } from './reading-record.ts';
import type { Speakers } from './speakers.ts';
import { version } from './version.ts';

export interface ServeOptions {
  readonly node: Node;
  readonly speakers: Speakers;
  readonly authenticate: Authenticate;
  /** Makes credentials with which a carrier tries its system; routes find it as the service `sandbox`. */
  readonly sandbox: (organisation: string, expiresAt: Instant) => Promise<unknown>;
  readonly seats?: NodeFacts['seats'];
  /** False when the node should get no more requests: told to the load balancer at /ready. */
  readonly ready?: () => boolean;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log & { error(event: string, fields?: Readonly<Record<string, string | number | boolean>>): void };
  readonly tables?: string;
  /** The console as it was built; without it only the API is served. */
  readonly consoleFolder?: string;
  readonly host: string;
  readonly port: number;
  /** Lodgements under way at one time; the usual number when left out. */
  readonly underWay?: number | undefined;
}

/** A node that is listening. */
export interface Served {
  readonly address: string;
  readonly parts: readonly Part[];
  close(): Promise<void>;
}

/** What the edge may tell of one outcome; how much of it a caller hears, his permissions say. */
function toldOutcome({ subject, combined, own, partners }: Outcome): LodgedOutcome {
  const said = { subject, combined, partners };
  if (own === undefined) return said;
  const { disposition, reasons } = own;
  return { ...said, own: { disposition, row: reasons[0]?.row, reasons } };
}

/** A node's front door as the edge and the watched folder use it. */
export function lodgeThrough(node: Node): Lodge {
  return async (request) => {
    const started = performance.now();
    const lodged = await node.lodge(request);
    invariant(lodged.ok, 'a store that cannot append stops the node');
    const messages = lodged.value.messages.map((message) => ({
      ...message,
      about: node.domains.find((domain) => domain.name === message.domain)?.subject ?? 'subject',
      outcomes: message.outcomes.map(toldOutcome),
    }));
    const answer = { ...lodged.value, messages };
    if (node.meter !== undefined) measureLodged(node.meter, answer, (performance.now() - started) / 1000);
    return answer;
  };
}

/** The permission under which a view's changes are seen: the part's that owns it. */
const viewPermission = (view: string): string => `${view.slice(0, view.indexOf('.'))}.watch`;

/** Puts a node on the network: its API, its events, its console. */
export async function serveNode(options: ServeOptions): Promise<Served> {
  const { node, speakers, clock, log } = options;
  node.access.offer('sandbox', options.sandbox);
  node.access.offer('say', speakers.text satisfies Say);
  const { createHttpServer } = await loadHttp();
  const meter = node.meter ?? (await loadMetrics()).createMetrics({ process: true });
  const metrics = { ...meter, text: () => measureStanding(meter, node).then(() => meter.text()) };
  const events = createEventStream({ capacity: 4096, epoch: toHex(options.random.bytes(6)) });
  const visible = new Set(node.parts.flatMap((part) => part.views).map(({ name }) => name));
  const stopListening = node.views.listen(({ view, asOf, keys, ports, reality }) => {
    if (!visible.has(view)) return;
    const data = { view, asOf, keys: keys.slice(0, 64) };
    events.publish({ kind: 'view', at: asOf, permission: viewPermission(view), ports, reality, data });
  });
  // A page that shows half of what is in the ledger is worse than one that comes a moment later.
  let folded = false;
  void node.views.caughtUp().then(() => {
    folded = true;
  });
  const table = accessTableSchema.parse(tablesFrom(options.tables)('access/roles.json'));
  const server = await createHttpServer({
    parts: node.parts,
    node: {
      version,
      country: node.country,
      reality: node.reality,
      ...(options.seats === undefined ? {} : { seats: options.seats }),
    },
    access: (_part, reality) => node.access.within(reality),
    rules: compileAccess(table),
    authenticate: options.authenticate,
    texts: (language, code, parameters) => speakers.text(language, code, parameters),
    lodge: lodgeThrough(node),
    events,
    onPersonalRead: (reading) => recordReading(node.access, reading),
    idempotency: durableReplies(node.access),
    clock,
    log,
    metrics,
    ready: () => folded && (options.ready?.() ?? true),
    onBug: () => meter.bug(),
    ...(options.consoleFolder === undefined ? {} : { staticFolder: options.consoleFolder }),
    ...(options.underWay === undefined ? {} : { limits: { underWay: options.underWay } }),
  });
  const address = await server.listen({ host: options.host, port: options.port }).catch(async (problem) => {
    stopListening();
    await server.close();
    throw problem;
  });
  return {
    address,
    parts: server.parts,
    close: async () => {
      stopListening();
      await server.close();
    },
  };
}
