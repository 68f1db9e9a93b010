declare module 'papaparse' {
  interface Step {
    readonly data: readonly string[];
    readonly errors: readonly { readonly code: string }[];
  }
  const papaparse: {
    /** Hands each record to `step` as soon as it is read. */
    parse(text: string, config: { readonly delimiter: string; readonly step: (step: Step) => void }): void;
  };
  export = papaparse;
}
