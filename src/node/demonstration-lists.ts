import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importList } from '#formats/lists';
import { type CountryCode, countryCode, type SubjectList } from '#kernel';
import { shippedData } from './data-folder.ts';

/** The made-up lists of the demonstration, by country: `data/lists/demonstration/us-no-fly.jsonl` and so on. */
export function demonstrationLists(): ReadonlyMap<CountryCode, readonly SubjectList[]> {
  const folder = join(shippedData(), 'lists', 'demonstration');
  const lists = new Map<CountryCode, readonly SubjectList[]>();
  for (const file of readdirSync(folder)) {
    const country = countryCode(file.slice(0, 2).toUpperCase());
    if (country === undefined || !file.endsWith('.jsonl')) continue;
    const { list } = importList(readFileSync(join(folder, file)), { format: 'jsonl' });
    lists.set(country, [...(lists.get(country) ?? []), list]);
  }
  return lists;
}
