import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding, SubjectList } from '#kernel';
import { err, ok, type Result } from '#kernel';
import type { NodeConfig } from './config.ts';
import { nodeFindings } from './findings.ts';

type ListSource = NodeConfig['lists'][number];

async function read(
  folder: string,
  source: ListSource,
): Promise<Result<{ list: SubjectList; findings: readonly Finding[] }>> {
  const path = join(folder, source.file);
  const bytes = await readFile(path).catch((problem: NodeJS.ErrnoException) => problem.code ?? 'unreadable');
  if (typeof bytes === 'string')
    return err(nodeFindings.find('NOD-0201', { path: `lists ${source.name}`, problem: bytes }));
  const { importList } = await import('#formats/lists');
  return ok(importList(bytes, source));
}

/** Reads the lists of a configuration. A file that cannot be read stops the node: an empty list would wave everybody through. */
export async function readLists(
  folder: string,
  sources: readonly ListSource[],
): Promise<Result<readonly SubjectList[]>> {
  const lists: SubjectList[] = [];
  for (const source of sources) {
    const done = await read(folder, source);
    if (!done.ok) return err(done.error);
    lists.push(done.value.list);
  }
  return ok(lists);
}
