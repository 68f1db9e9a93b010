/** What one reader found in one folder of samples. */
export interface Conformance {
  readonly found: number;
  readonly passed: number;
  readonly failures: readonly string[];
}

/** A kind of sample: built, with its reader, or listed so that nobody takes it for read. */
export type Kind = 'not built yet' | { readonly reader: () => Promise<Reader> };
export interface Reader {
  readonly run: (folder: string) => Promise<Conformance>;
}
