import type { Read } from './fitting.ts';
import { hashOf } from './split.ts';

/** Pairs that share a name, directly or over others, belong to one group; returns the group of each. */
export function groupsOf(rows: readonly Read[]): readonly string[] {
  const parents = new Map<string, string>();
  const find = (text: string): string => {
    let at = text;
    for (let up = parents.get(at); up !== undefined && up !== at; up = parents.get(at)) at = up;
    return at;
  };
  for (const { texts } of rows) {
    for (const text of texts) if (!parents.has(text)) parents.set(text, text);
    parents.set(find(texts[0]), find(texts[1]));
  }
  return rows.map(({ texts }) => find(texts[1]));
}

/** The fold of each group, so that the pairs of one group are never in two. */
export const foldOf = (group: string, folds: number, seed: number): number => hashOf(group, seed) % folds;
