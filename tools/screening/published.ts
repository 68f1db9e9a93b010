import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { eachRecord } from '#formats/lists';
import type { Subject } from '#kernel';

type Kind = Subject['kind'];

/** Two names with what is said of them. */
export interface NamePair {
  readonly left: string;
  readonly right: string;
  readonly kind: Kind;
  readonly same: boolean;
  /** How much the label counts in the fit. */
  readonly counts: number;
  readonly source: 'bench' | 'checks' | 'ofac' | 'alias' | 'script' | 'typo' | 'innocent' | 'rival' | 'made';
  /** The published score of logic-v2 for the same pair, where there is one. */
  readonly logicV2?: number;
}

/** A listed subject of the normalised copy of the lists. */
export interface ListedSubject {
  readonly id: string;
  readonly kind: Kind;
  readonly names: readonly string[];
}

const schemaKinds: Readonly<Record<string, Kind>> = { Person: 'person', Vessel: 'vessel' };
const kindOf = (schema: string): Kind => schemaKinds[schema] ?? 'organisation';

type Row = Readonly<Record<string, string | undefined>>;

function rowsOf(folder: string, file: string): readonly Row[] {
  let columns: readonly string[] | undefined;
  const rows: Row[] = [];
  eachRecord(readFileSync(join(folder, file)), ({ fields }) => {
    if (columns === undefined) columns = fields;
    else rows.push(Object.fromEntries(columns.map((column, at) => [column, fields[at] ?? ''])));
  });
  return rows;
}

/** The labelled pairs of the benchmark; noisy: many were proposed by a machine, some contradict other labels. */
export const benchPairs = (folder: string): readonly NamePair[] =>
  rowsOf(folder, 'pairs/name_bench.csv').map((row) => ({
    left: row['name1'] ?? '',
    right: row['name2'] ?? '',
    kind: kindOf(row['schema'] ?? ''),
    same: row['is_match'] === 'true',
    counts: 1,
    source: 'bench',
    ...(row['logicv2_score'] !== '' && { logicV2: Number(row['logicv2_score']) }),
  }));

interface Check {
  readonly match: boolean;
  readonly schema: string;
  readonly query: { readonly name?: string | readonly string[] };
  readonly candidate: { readonly name?: string | readonly string[] };
}

/** Pairs of the checks of whole entities of which only names are given. */
export function checkPairs(folder: string): readonly NamePair[] {
  const { checks }: { readonly checks: readonly Check[] } = parse(
    readFileSync(join(folder, 'pairs/entity_checks.yml'), 'utf8'),
  );
  return checks.flatMap(({ match: same, schema, query, candidate }) => {
    const onlyNames = Object.keys(query).length === 1 && Object.keys(candidate).length === 1;
    if (!onlyNames || typeof query.name !== 'string' || typeof candidate.name !== 'string') return [];
    const kind = kindOf(schema);
    return [{ left: query.name, right: candidate.name, kind, same, counts: 0.5, source: 'checks' as const }];
  });
}

/** Scores of the public OFAC search as weak labels: what it puts at the top is the same, what it puts low is not. */
export const ofacPairs = (folder: string): readonly NamePair[] =>
  rowsOf(folder, 'pairs/ofac_tool_scores.csv').flatMap((row) => {
    const score = Number(row['ofac_score']);
    if (score < 98 && score > 88) return [];
    const [left = '', right = ''] = [row['query_name'], row['result_name']];
    return [{ left, right, kind: 'person' as const, same: score >= 98, counts: 0.25, source: 'ofac' as const }];
  });

/** The subjects of the published lists. */
export function listedSubjects(folder: string): readonly ListedSubject[] {
  const read: readonly { id: string; schema: string; names: readonly string[] }[] = JSON.parse(
    gunzipSync(readFileSync(join(folder, 'lists/entities_normalised.json.gz'))).toString('utf8'),
  );
  return read.map(({ id, schema, names }) => ({ id, kind: kindOf(schema), names }));
}

/** Names of invented people who stand on no list. */
export const innocents = (folder: string): readonly string[] =>
  ['negatives_global.csv', 'negatives_us.csv'].flatMap((file) =>
    rowsOf(folder, `screening/${file}`).map((row) => row['full_name'] ?? ''),
  );

/** Listed names as they were changed by typing errors. */
export const typoPairs = (folder: string): readonly NamePair[] =>
  rowsOf(folder, 'screening/positives_un_pairs.csv')
    .filter((row) => row['name_changed'] === 'true')
    .map((row) => ({
      left: row['query_name'] ?? '',
      right: row['true_name'] ?? '',
      kind: 'person',
      same: true,
      counts: 1,
      source: 'typo',
    }));
