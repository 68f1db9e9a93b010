import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import papaparse from 'papaparse';
import { numbers } from './names.ts';

/** One subject on the bench's list: a line of the own JSON lines. */
export interface BenchEntry {
  readonly id: string;
  readonly kind: 'person' | 'organization' | 'vessel';
  readonly names: readonly string[];
  readonly dateOfBirth?: string;
}

/** One question, and the entry that it is about. */
export interface BenchQuery {
  readonly id: string;
  readonly kind: BenchEntry['kind'];
  readonly name: string;
  readonly wanted: readonly string[];
}

/** A list from which the names asked for were taken out, and the questions by set. */
export interface BenchSets {
  readonly list: readonly BenchEntry[];
  readonly sets: Readonly<Record<string, readonly BenchQuery[]>>;
  readonly innocents: readonly BenchQuery[];
}

interface Published {
  readonly id: string;
  readonly schema: string;
  readonly names: readonly string[];
}

type Row = Readonly<Record<string, string>>;

/** The records of a CSV file with a line of headings. */
function rowsOf(folder: string, file: string): readonly Row[] {
  const records: (readonly string[])[] = [];
  const text = readFileSync(join(folder, file), 'utf8');
  papaparse.parse(text, { delimiter: ',', step: ({ data }) => void records.push(data) });
  const [heads = [], ...rows] = records;
  return rows
    .filter((row) => row.length > 1)
    .map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? ''])));
}

/** So many of the items, each as likely as the other, in an order of their own. */
function sampleOf<Item>(items: readonly Item[], count: number, random: () => number): readonly Item[] {
  const left = [...items];
  const taken: Item[] = [];
  while (taken.length < count && left.length > 0) taken.push(...left.splice(Math.floor(random() * left.length), 1));
  return taken;
}

const latin = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;
const kindOf = (schema: string): BenchEntry['kind'] => {
  if (schema === 'Person') return 'person';
  return schema === 'Vessel' ? 'vessel' : 'organization';
};

const tidy = (name: string): string =>
  name
    .normalize('NFC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Typing errors: the UN's names as the published pairs changed them. */
function typos(folder: string, published: readonly Published[]): readonly BenchQuery[] {
  const byName = new Map<string, string[]>();
  for (const { id, names } of published) {
    for (const name of names) byName.set(tidy(name), [...(byName.get(tidy(name)) ?? []), id]);
  }
  return rowsOf(folder, 'screening/positives_un_pairs.csv').flatMap((row, at) => {
    const wanted = byName.get(tidy(row['true_name'] ?? ''));
    if (row['name_changed'] !== 'true' || wanted === undefined) return [];
    return [{ id: `typo-${at}`, kind: 'person' as const, name: row['query_name'] ?? '', wanted }];
  });
}

interface HeldOut {
  readonly queries: readonly BenchQuery[];
  readonly gone: ReadonlySet<string>;
}

/** One alias of an entry is asked for and taken off the list. */
function aliases(folder: string, byId: ReadonlyMap<string, Published>, random: () => number): HeldOut {
  const firstSeen = new Map<string, Row>();
  for (const row of sampleOf(rowsOf(folder, 'pairs/alias_same_person.csv'), Number.POSITIVE_INFINITY, random)) {
    const id = row['entity_id'] ?? '';
    if (byId.get(id)?.schema === 'Person' && latin.test(row['alias'] ?? '') && !firstSeen.has(id))
      firstSeen.set(id, row);
  }
  const rows = sampleOf([...firstSeen.values()], 400, random);
  return {
    queries: rows.map((row) => ({
      id: `alias-${row['entity_id']}`,
      kind: 'person',
      name: row['alias'] ?? '',
      wanted: [row['entity_id'] ?? ''],
    })),
    gone: new Set(rows.map((row) => `${row['entity_id']} ${tidy(row['alias'] ?? '')}`)),
  };
}

/** Names in another script are asked for, and all such names of the entry are taken off the list. */
function crossScript(folder: string, byId: ReadonlyMap<string, Published>): readonly BenchQuery[] {
  return rowsOf(folder, 'pairs/crossscript_same_person.csv').flatMap((row, at) => {
    const id = row['entity_id'] ?? '';
    const name = row['original_script_name'] ?? '';
    const published = byId.get(id);
    if (latin.test(name) || published?.schema !== 'Person' || !published.names.some((one) => latin.test(one)))
      return [];
    return [{ id: `cross-${at}`, kind: 'person' as const, name, wanted: [id] }];
  });
}

const arabic = /\p{Script=Arabic}/u;

function nameBench(folder: string): {
  readonly entries: readonly BenchEntry[];
  readonly queries: readonly BenchQuery[];
} {
  const rows = rowsOf(folder, 'pairs/name_bench.csv').filter(
    (row) => row['schema'] === 'Person' && row['is_match'] === 'true',
  );
  const listed = [...new Set(rows.map((row) => row['name2'] ?? ''))];
  const idOf = (name = ''): string => `bench-${listed.indexOf(name)}`;
  return {
    entries: listed.map((name) => ({ id: idOf(name), kind: 'person', names: [name] })),
    queries: rows.map((row, at) => ({
      id: `bench-${at}`,
      kind: 'person',
      name: row['name1'] ?? '',
      wanted: rows.flatMap((other) => (other['name1'] === row['name1'] ? [idOf(other['name2'])] : [])),
    })),
  };
}

function countermeasures(folder: string): {
  readonly entries: readonly BenchEntry[];
  readonly queries: readonly BenchQuery[];
} {
  const rows = rowsOf(folder, 'lists/cn_countermeasures.csv').filter(
    (row) => row['Type'] === 'Person' && (row['Chinese name'] ?? '') !== '' && (row['Name'] ?? '') !== '',
  );
  return {
    entries: rows.map((row, at) => ({ id: `cn-${at}`, kind: 'person', names: [row['Name'] ?? ''] })),
    queries: rows.map((row, at) => ({
      id: `cn-${at}`,
      kind: 'person',
      name: row['Chinese name'] ?? '',
      wanted: [`cn-${at}`],
    })),
  };
}

/** Names of two tokens, each a mined transliteration, joined by the middle dot as Chinese writes foreign names. */
function composed(folder: string, random: () => number) {
  const lines = readFileSync(join(folder, 'translit/wd_chinese_dev16.tsv'), 'utf8').split('\n');
  const tokens = lines.flatMap((line) => {
    const [written = '', han = ''] = line.split('\t');
    return written.length > 2 && han !== '' ? [{ written, han: han.replaceAll(' ', '') }] : [];
  });
  const pick = () => tokens[Math.floor(random() * tokens.length)] ?? { written: '', han: '' };
  const pairs = Array.from({ length: 300 }, () => [pick(), pick()] as const);
  return {
    entries: pairs.map(
      ([a, b], at): BenchEntry => ({ id: `han-${at}`, kind: 'person', names: [`${a.written} ${b.written}`] }),
    ),
    queries: pairs.map(
      ([a, b], at): BenchQuery => ({
        id: `han-${at}`,
        kind: 'person',
        name: `${a.han}·${b.han}`,
        wanted: [`han-${at}`],
      }),
    ),
  };
}

/** The sets of the table, from the folder of the data, with a stated seed. */
export function benchSets(folder: string, seed: number): BenchSets {
  const random = numbers(seed);
  const published: readonly Published[] = JSON.parse(
    gunzipSync(readFileSync(join(folder, 'lists/entities_normalised.json.gz'))).toString('utf8'),
  );
  const byId = new Map(published.map((one) => [one.id, one]));
  const alias = aliases(folder, byId, random);
  const cross = crossScript(folder, byId);
  const crossed = new Set(cross.flatMap(({ wanted }) => wanted));
  const bench = nameBench(folder);
  const cn = countermeasures(folder);
  const han = composed(folder, random);
  const list = published.map(
    ({ id, schema, names }): BenchEntry => ({
      id,
      kind: kindOf(schema),
      names: names.filter((name) => !alias.gone.has(`${id} ${tidy(name)}`) && !(crossed.has(id) && !latin.test(name))),
    }),
  );
  const innocents = ['negatives_global.csv', 'negatives_us.csv'].flatMap((file) =>
    sampleOf(rowsOf(folder, `screening/${file}`), 5000, random).map(
      (row, at): BenchQuery => ({
        id: `${file}-${at}`,
        kind: 'person',
        name: row['full_name'] ?? '',
        wanted: [],
      }),
    ),
  );
  return {
    list: [...list, ...bench.entries, ...cn.entries, ...han.entries],
    sets: {
      typo: typos(folder, published),
      alias: alias.queries,
      crossScript: sampleOf(
        cross.filter(({ name }) => !arabic.test(name)),
        400,
        random,
      ),
      arabic: sampleOf(
        cross.filter(({ name }) => arabic.test(name)),
        400,
        random,
      ),
      nameBench: bench.queries,
      hanListed: cn.queries,
      hanComposed: han.queries,
    },
    innocents,
  };
}
