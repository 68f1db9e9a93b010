import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Bug } from '#kernel';
import type { TableSource } from './criteria.ts';

/** The shipped `data/` folder: beside `src/` in a checkout, beside `dist/` in a package. */
export function shippedData(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'data', 'decisions'))) return join(folder, 'data');
    if (folder === dirname(folder)) throw new Bug('the data folder was not shipped');
  }
}

/** Tables as JSON files; those of `override` come before the shipped ones. Each file is read once. */
export function tablesFrom(override?: string): TableSource {
  const folders = override === undefined ? [shippedData()] : [override, shippedData()];
  const known = new Map<string, unknown>();
  return (path) => {
    if (known.has(path)) return known.get(path);
    const file = folders.map((folder) => join(folder, path)).find((candidate) => existsSync(candidate));
    const table: unknown = file === undefined ? undefined : JSON.parse(readFileSync(file, 'utf8'));
    known.set(path, table);
    return table;
  };
}
