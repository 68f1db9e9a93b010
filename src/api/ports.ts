import type { Access, Actor, Finding, Instant, Reality, Reply, Result } from '#kernel';

/** Fields of a log line: codes, counts and references. */
export type LogFields = Readonly<Record<string, string | number | boolean>>;

/** A structured log: one line an event, never personal data. */
export interface Log {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
}

/** What the edge measures of itself. */
export interface EdgeMetrics {
  request(route: string, method: string, status: number, seconds: number): void;
  watchers(count: number): void;
  watcherDropped(): void;
  lodgement(status: string): void;
  /** Lodgements that are being answered. */
  underWay(count: number): void;
  /** A request to lodge was turned away, since too many are under way. */
  shed(): void;
  /** The whole in the text format of Prometheus. */
  text(): Promise<{ readonly mediaType: string; readonly body: string }>;
}

/** What a caller shows of himself. */
export interface Credentials {
  readonly authorization: string | undefined;
  /** Any header by its lower-case name. */
  readonly header: (name: string) => string | undefined;
}

/** Tells who calls. The edge adds the purpose. */
export type Authenticate = (credentials: Credentials) => Promise<Result<Actor>>;

/** What a party hands in, as the edge passes it on. */
export interface LodgeRequest {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  readonly actor: Actor;
  readonly profile?: string;
  readonly reality: Reality;
  /** The same key from the same caller is answered with what was answered before, across a crash too. */
  readonly idempotencyKey?: string;
  /** What the edge found wrong already: an error here refuses the lodgement, whose bytes are kept as they came. */
  readonly findings?: readonly Finding[];
}

/** What became of one subject of a message. All but the combined word is for those who may know why (`lodgements.reasons`). */
export interface LodgedOutcome {
  readonly subject: string;
  readonly combined: string;
  /** The own word of this country; absent where the journey does not touch it. */
  readonly own?: {
    readonly disposition: string;
    readonly row?: string | undefined;
    readonly reasons: readonly { readonly code: string; readonly class: string }[];
  };
  readonly partners?: readonly {
    readonly country: string;
    readonly disposition: string;
    readonly reasonClass?: string;
    readonly failRule?: string;
  }[];
}

/** What the party that lodged is told. */
export interface LodgeAnswer {
  readonly lodgement: string;
  readonly status: 'accepted' | 'partly' | 'refused';
  readonly findings: readonly Finding[];
  /** In the format that it lodged in, when that format has replies. */
  readonly replies: readonly Reply[];
  readonly messages: readonly {
    readonly kind: string;
    readonly reference: string;
    readonly domain: string;
    readonly journey?: string;
    readonly findings: readonly Finding[];
    /** What the domain calls a subject of its messages. */
    readonly about?: string;
    readonly outcomes: readonly LodgedOutcome[];
  }[];
}

/** Takes a lodgement in; resolves when it is durable and answered. */
export type Lodge = (request: LodgeRequest) => Promise<LodgeAnswer>;

/** A person read personal data. Resolves when the entry of it is durable; the data leaves afterwards. */
export interface PersonalReading {
  readonly actor: Actor;
  readonly purpose: string;
  readonly part: string;
  readonly pattern: string;
  readonly path: Readonly<Record<string, string>>;
  readonly at: Instant;
  readonly reality: Reality;
}
export type OnPersonalRead = (reading: PersonalReading) => Promise<Result<void>>;

/** The means of the node for one part, within one reality. */
export type AccessFor = (part: string, reality: Reality) => Access;

/** What the node says of itself at the edge. */
export interface NodeFacts {
  readonly version: string;
  readonly country: string;
  readonly reality: Reality;
  /** Countries whose seat a watcher may take: the demonstration only. */
  readonly seats?: readonly { readonly country: string; readonly address: string }[];
}
