import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importList } from '#formats/lists';
import { type CountryCode, countryCode, type Finding, ok, type Result, type SubjectList } from '#kernel';
import { shippedData } from './data-folder.ts';
import { wholeList } from './lists.ts';

/** The made-up lists of the demonstration, by country: `data/lists/demonstration/us-no-fly.jsonl` and so on. */
export function demonstrationLists(
  folder = join(shippedData(), 'lists', 'demonstration'),
): Result<ReadonlyMap<CountryCode, readonly SubjectList[]>, readonly Finding[]> {
  const lists = new Map<CountryCode, readonly SubjectList[]>();
  for (const file of readdirSync(folder)) {
    const country = countryCode(file.slice(0, 2).toUpperCase());
    if (country === undefined || !file.endsWith('.jsonl')) continue;
    const list = wholeList(file, importList(readFileSync(join(folder, file)), { format: 'jsonl' }));
    if (!list.ok) return list;
    lists.set(country, [...(lists.get(country) ?? []), list.value]);
  }
  return ok(lists);
}
