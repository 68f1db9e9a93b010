import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VerbBook } from './main.ts';
import { main } from './main.ts';

/** What `bin/tripoint` calls: the command with the domains of this build. `built` is the folder that this file was bundled into. */
export async function enter(args: readonly string[], top: string, built: string): Promise<number> {
  const { version }: { readonly version: string } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8'));
  const { domainVerbs: domains } = await import('#node/domains');
  const book: VerbBook = JSON.parse(readFileSync(join(built, 'verbs.json'), 'utf8'));
  return main(args, { home: { top, built, version }, domains, book, environment: process.env });
}
