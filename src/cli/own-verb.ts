import type { ExitCode } from './exit-code.ts';
import type { OwnTerminal } from './terminal.ts';

/** Where the command itself stands: for the console's files, the data tables and the version. */
export interface Home {
  /** The folder of the package or checkout. */
  readonly top: string;
  /** The folder of the build that runs, with `console/` in it. */
  readonly built: string;
  readonly version: string;
}

export type OwnRun = (args: readonly string[], terminal: OwnTerminal, home: Home) => Promise<ExitCode>;

/** A verb of the command itself; those of parts are found by their domain. The summary is `cli.verb.<key>`. */
export interface OwnVerb {
  readonly name: string;
  readonly usage: string;
  readonly key: string;
  /** What it has to say may come from any domain, whose texts are then loaded. */
  readonly ofDomains?: true;
  readonly load: () => Promise<{ readonly run: OwnRun }>;
}
