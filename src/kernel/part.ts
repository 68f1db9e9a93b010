import type { z } from 'zod';
import type { Finding, FindingSpecs } from './finding.ts';
import type { AggregateId, CountryCode } from './ids.ts';
import type { Json } from './json.ts';
import type { Reality } from './reality.ts';
import type { Result } from './result.ts';
import type { Scope } from './scope.ts';
import type { Catalogues, Language, Texts } from './texts.ts';
import type { Instant } from './time.ts';

/** A kind of ledger entry: its name (`travel.assessed`), the schema of its data, and how long it is kept. */
export interface RecordKind<Data = unknown> {
  readonly name: string;
  readonly title: Texts;
  readonly schema: z.ZodType<Data>;
  /** Names a row of the retention table of the country; entries of one class share their data key within a lodgement or case. */
  readonly retention: string;
}

/** An entry as a fold sees it: opened, in the order of its aggregate. */
export interface Recorded<Data = unknown> {
  readonly aggregate: AggregateId;
  readonly version: number;
  readonly at: Instant;
  readonly kind: string;
  readonly reality: Reality;
  readonly data: Data;
}

/** State is folded from entries, never stored beside them. `apply` is pure and total: an unknown kind leaves the state as it is. */
export interface Fold<State> {
  readonly initial: State;
  apply(state: State, entry: Recorded): State;
}

/** An entry that a domain wants recorded in the aggregate that it is working on. */
export interface Draft {
  readonly kind: string;
  readonly data: unknown;
}

/** Time is data: at `dueAt` the scheduler hands `action` with `data` back to the part that set it, once in effect. An equal key replaces. */
export interface Timer {
  readonly key: string;
  readonly dueAt: Instant;
  readonly action: string;
  readonly data: Json;
}

/** Long work in slices: each slice gets the last cursor and returns the next one, or the result. Cursor, progress and result are entries. */
export interface Job {
  readonly kind: string;
  readonly title: Texts;
  readonly slice: (cursor: Json, access: Access) => Promise<JobStep>;
}
export type JobStep =
  | { readonly done: false; readonly cursor: Json; readonly progress: number }
  | { readonly done: true; readonly result: Json };

/** Something a role may be granted. Access = permission x scope x purpose; what is not granted is denied. */
export interface Permission {
  readonly name: string;
  readonly title: Texts;
}

/** Why a case goes to an officer, what he may answer, and how long it may wait. */
export interface ReferralKind {
  readonly name: string;
  readonly title: Texts;
  readonly outcomes: readonly { readonly code: string; readonly title: Texts }[];
  readonly targetMinutes: number;
}

/** What a measure read: the number, and of how many things it was counted, where it is a share or a mean of them. */
export interface MeasureReading {
  readonly value: number;
  readonly of?: number;
}

/** A number that the part measures of itself, for /metrics and the register of the plan. */
export interface Measure {
  readonly name: string;
  readonly title: Texts;
  /** `share` is 0 to 1, `1` counts things, `s` is seconds; others are said as they are. */
  readonly unit: string;
  /** The page of the console that shows what it is made of. */
  readonly page?: string;
  /** How it stands now, from folds and views; called when somebody asks. Undefined while there is nothing to count. */
  readonly read: (access: Access) => Promise<MeasureReading | undefined>;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Who asks, after authentication: absence of a grant denies. */
export interface Actor {
  readonly name: string;
  readonly roles: readonly string[];
  readonly organisation?: string;
  readonly ports: readonly string[];
  /** Why the person reads, from the closed list of purposes; needed where a route reads personal data. */
  readonly purpose?: string;
  /** Forced on everything that the caller does, as with the sandbox credentials of a certification. */
  readonly reality?: Reality;
}

export interface RouteRequest {
  readonly actor: Actor;
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | number | boolean | undefined>>;
  /** The parsed body, or the raw bytes (`Uint8Array`) when the route consumes bytes. */
  readonly body: unknown;
  /** How far the caller's grant reaches; see `within`. */
  readonly scope: Scope;
  /** The language that the caller asked for, for titles in the answer. */
  readonly language: Language;
  readonly reality: Reality;
}

/** An HTTP route as data. Reading personal data (`personal`) needs a purpose and is itself an entry. */
export interface Route {
  readonly method: Method;
  /** `/travel/flights/:journey`; parameters are declared in `path`. */
  readonly pattern: string;
  readonly summary: Texts;
  /** The permission that a caller needs; `public` for the few routes that anyone may call. */
  readonly permission: string;
  readonly personal: boolean;
  readonly path?: z.ZodType;
  /** Query values arrive as text: use `z.coerce` for numbers. Lists spread `pageQuery`. */
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** `bytes`: the body is handed over as it came, whatever its media type. */
  readonly consumes?: 'bytes';
  /** Only what this schema names leaves the node. */
  readonly response: z.ZodType;
  /** The media type when `handle` returns bytes (`Uint8Array`), which then pass the schema by. */
  readonly produces?: string;
  readonly handle: (request: RouteRequest, access: Access) => Promise<Result<unknown>>;
}

/** What routes, timers and jobs may do to the node: read folds and views, and record. Handed in by the node, never imported. */
export interface Access {
  readonly country: CountryCode;
  readonly now: () => Instant;
  /** The fold of one aggregate, up to its last durable entry; undefined when there is no such aggregate. */
  readonly state: <State>(aggregate: AggregateId, fold: Fold<State>) => Promise<State | undefined>;
  /** The aggregate of a natural key, if there is one. The key is hashed with the node's secret, never stored. */
  readonly find: (key: string) => Promise<AggregateId | undefined>;
  /** A view of this part by its name; it may lag and says as of when. */
  readonly view: <State>(name: string) => { readonly state: Listing<State>; readonly asOf: Instant };
  /** Records drafts in one aggregate, durably, and keeps its timers. A lost race is retried by the caller. */
  readonly record: (
    aggregate: AggregateId,
    drafts: readonly Draft[],
    timers?: readonly Timer[],
  ) => Promise<Result<void>>;
  /** Makes an aggregate for a natural key, or finds the one there is. */
  readonly open: (key: string) => Promise<AggregateId>;
  /** Another route of the generic means by name; see the node's table of services. */
  readonly service: <Service>(name: string) => Service;
}

/**
 * What lists and search know of many aggregates: of each that is listed a state of its own, which is plain data (JSON)
 * and holds nothing personal, references and counts only. Read as a map of states by aggregate.
 */
export interface View<State = unknown> {
  readonly name: string;
  /** True for the kinds of entry that may change it; the others are not even opened for it. */
  hears(kind: string): boolean;
  /** Of one aggregate; undefined while it is not listed, and again when it no longer is. */
  readonly fold: Fold<State | undefined>;
  /** The ports that an aggregate of the view belongs to, for those who watch a port and not the country. */
  ports?(state: State): readonly string[];
}

/** The states of a view by aggregate. */
export type Listing<State> = ReadonlyMap<AggregateId, State>;

/** Something that was found: what it is called in the caller's language, and the page of the console where it is. */
export interface Hit {
  readonly title: string;
  readonly detail?: string;
  readonly address: string;
}

/**
 * What of a part can be found by words. Like a view it holds nothing personal: references, codes and titles, never a name.
 * `request.scope` says how far the caller's grant of `permission` reaches, and `find` keeps to it. It gives the best hits
 * first; `hitsOfPart` and one more are enough, the one says that there are more.
 */
export interface Search {
  readonly name: string;
  /** What its hits are, as the heading above them: Flights. */
  readonly title: Texts;
  /** By what they are found, for the person who does not know yet. */
  readonly by: Texts;
  readonly permission: string;
  readonly find: (words: readonly string[], request: RouteRequest, access: Access) => Promise<readonly Hit[]>;
}

/** A verb of the command line, `tripoint <name>`; `run` is loaded when it is called. */
export interface Verb {
  readonly name: string;
  readonly usage: string;
  readonly summary: Texts;
  readonly load: () => Promise<{ readonly run: VerbRun }>;
}
/** Returns the exit code: 0 fine, 1 the input had an error finding or a check failed, 2 usage, 3 refused. */
export type VerbRun = (args: readonly string[], terminal: Terminal) => Promise<0 | 1 | 2 | 3>;

/** What a verb may do to the world. */
export interface Terminal {
  readonly language: Language;
  /** True when a person watches, who likes progress; never when output goes to a file or pipe. */
  readonly watched: boolean;
  /** True when one JSON object a line is wanted. */
  readonly json: boolean;
  readonly out: (line: string) => void;
  /** Bytes as they are, for formats that are no text. */
  readonly outBytes: (bytes: Uint8Array) => void;
  /** The text of a finding in the language of the terminal. */
  readonly textOf: (finding: Finding) => string;
  /** A text of the catalogues by its key, in the language of the terminal. */
  readonly say: (key: string, parameters?: Readonly<Record<string, string | number>>) => string;
  readonly now: () => Instant;
  readonly progress: (text: string) => void;
  readonly complain: (finding: Finding) => void;
  /** A whole file; `-` is standard input. Where it cannot be read, the command ends with a finding that says so. */
  readonly readFile: (path: string) => Promise<Uint8Array>;
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Asks a running node through HTTP. Where it refuses or cannot be reached, the command ends with a finding that says so. */
  readonly ask: (asked: AskedNode) => Promise<Uint8Array>;
  /** Prints a page of HTML to a file with a browser of this machine; where there is none, the command ends with a finding. */
  readonly printPdf: (html: string, path: string) => Promise<void>;
}

/** What is asked of a running node. With `body` it is sent to it. */
export interface AskedNode {
  readonly address: string;
  /** From the API's root, `/plan/facts`. */
  readonly path: string;
  readonly body?: Uint8Array;
}

/** How a room becomes visible: to the API, the command line, the console, agreements and search. There is no second way. */
export interface Part {
  readonly name: string;
  readonly title: Texts;
  readonly records: readonly RecordKind[];
  readonly findings: FindingSpecs;
  readonly permissions: readonly Permission[];
  readonly routes: readonly Route[];
  readonly verbs: readonly Verb[];
  readonly views: readonly View[];
  readonly jobs: readonly Job[];
  readonly referrals: readonly ReferralKind[];
  readonly measures: readonly Measure[];
  readonly searches: readonly Search[];
  readonly catalogues: Catalogues;
  /**
   * What to do when a timer of this part is due, whose action begins with the part's name and a dot: recorded in the
   * timer's aggregate together with the firing itself, so once in effect.
   */
  readonly due?: (
    timer: Timer,
    aggregate: AggregateId,
    access: Access,
  ) => Promise<{ readonly drafts: readonly Draft[]; readonly timers: readonly Timer[] }>;
}

/** What a part must say of itself; the rest it may leave out. */
export interface PartSpec extends Pick<Part, 'name' | 'title'>, Partial<Omit<Part, 'name' | 'title'>> {}

/** Fills in what a part does not need. */
export function definePart(spec: PartSpec): Part {
  return {
    records: [],
    findings: {},
    permissions: [],
    routes: [],
    verbs: [],
    views: [],
    jobs: [],
    referrals: [],
    measures: [],
    searches: [],
    catalogues: { en: {}, fr: {}, es: {} },
    ...spec,
  };
}
