/** Who has to act on an operating error: the party that lodged, this node, a partner node, or this node's operator. */
export type Origin = 'sender' | 'node' | 'partner' | 'operator';

/** error: strict mode refuses; warning: accepted and marked; note: worth knowing. */
export type Severity = 'error' | 'warning' | 'note';

/**
 * Where in what was lodged. Segments, elements and components count from 1, as the standards do;
 * `offset` counts bytes from 0 at the start of the lodgement; `path` is for formats that nest (XML, JSON).
 */
export interface Position {
  readonly message?: number;
  readonly segment?: number;
  readonly tag?: string;
  readonly element?: number;
  readonly component?: number;
  readonly offset?: number;
  readonly path?: string;
}

export type Parameters = Readonly<Record<string, string | number>>;

/** An operating error as a value. Its text is found by its code in the catalogues; a finding never holds prose. */
export interface Finding {
  readonly code: string;
  readonly origin: Origin;
  readonly severity: Severity;
  readonly parameters: Parameters;
  readonly at?: Position;
}

/** What a room declares of one code; the names of its parameters are the placeholders of its text in every language. */
export interface FindingSpec {
  readonly origin: Origin;
  readonly severity: Severity;
  readonly parameters?: readonly string[];
  /** The HTTP status when a route fails with it; by default 422 for a sender's, 500 for the node's and operator's, 502 for a partner's. */
  readonly status?: number;
}

export type FindingSpecs = Readonly<Record<string, FindingSpec>>;

/** The codes of one room, and the only way to make a finding with one of them. */
export interface FindingCatalogue<Code extends string> {
  readonly specs: Readonly<Record<Code, FindingSpec>>;
  /** Makes a finding; `severity` may be overridden where a sender's tolerance grades it differently. */
  readonly find: (code: Code, parameters?: Parameters, at?: Position) => Finding;
}

/** Declares the finding codes of one room. A test compares them with the catalogues of three languages and with the documentation. */
export function defineFindings<Code extends string>(
  specs: Readonly<Record<Code, FindingSpec>>,
): FindingCatalogue<Code> {
  return {
    specs,
    find: (code, parameters = {}, at) => {
      const spec = specs[code];
      const base = { code, origin: spec.origin, severity: spec.severity, parameters };
      return at === undefined ? base : { ...base, at };
    },
  };
}

/** True when at least one finding is an error. */
export const hasError = (findings: readonly Finding[]): boolean =>
  findings.some((finding) => finding.severity === 'error');
