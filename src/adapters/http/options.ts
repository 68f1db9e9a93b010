import type {
  AccessFor,
  AccessRules,
  Authenticate,
  EdgeMetrics,
  EventStream,
  IdempotencyStore,
  Lodge,
  Log,
  NodeFacts,
  OnPersonalRead,
  Texter,
} from '#api';
import type { Clock, Part } from '#kernel';

/** What one request, and all of them together, may take. */
export interface HttpLimits {
  /** The longest body, in bytes as it comes over the wire. */
  readonly bodyBytes: number;
  /** The longest body once unpacked. */
  readonly unpackedBytes: number;
  /** How long a body may take to arrive. */
  readonly bodySeconds: number;
  /** All bodies in memory at one time. */
  readonly bufferedBytes: number;
  readonly headerBytes: number;
  /** Messages in one request. */
  readonly messages: number;
  /** Messages of one request that are worked on at one time. */
  readonly atOnce: number;
  /** Lodgements under way, of all requests together; one that comes beyond them is turned away, and not taken in. */
  readonly underWay: number;
  readonly watchers: number;
  /** Bytes that may wait for one watcher before it is dropped. */
  readonly watcherBytes: number;
  readonly heartbeatSeconds: number;
  /** How long requests in flight may take when the server closes. */
  readonly closeSeconds: number;
}

/**
 * Lodgements under way that an answer within 2.0 s leaves room for: 50 a second while a partner is silent for its 1.5 s,
 * and some. What it holds is measured by `npm run bench`.
 */
export const usualUnderWay = 80;

export const defaultLimits: HttpLimits = {
  bodyBytes: 16 << 20,
  unpackedBytes: 64 << 20,
  bodySeconds: 30,
  bufferedBytes: 256 << 20,
  headerBytes: 16 << 10,
  messages: 1000,
  atOnce: 8,
  underWay: usualUnderWay,
  watchers: 500,
  watcherBytes: 256 << 10,
  heartbeatSeconds: 15,
  closeSeconds: 10,
};

/** All that the server needs of the node. */
export interface HttpServerOptions {
  readonly parts: readonly Part[];
  readonly node: NodeFacts;
  readonly access: AccessFor;
  readonly rules: AccessRules;
  readonly authenticate: Authenticate;
  readonly texts: Texter;
  readonly lodge: Lodge;
  readonly events: EventStream;
  readonly onPersonalRead: OnPersonalRead;
  readonly idempotency: IdempotencyStore;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: EdgeMetrics;
  /** True once the node can answer; asked by `/ready`. */
  readonly ready?: () => boolean;
  /** The built console. It is read once, and nothing outside it can be asked for. */
  readonly staticFolder?: string;
  readonly limits?: Partial<HttpLimits>;
  /** Called with a bug after its request was answered with 500; the node decides whether to go on. */
  readonly onBug?: (bug: unknown) => void;
}
