import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, type Finding, hasError, ok, type Result, type SubjectList } from '#kernel';
import type { NodeConfig } from './config.ts';
import { nodeFindings } from './findings.ts';

type ListSource = NodeConfig['lists'][number];

interface Imported {
  readonly list: SubjectList;
  readonly findings: readonly Finding[];
}

/** The list, unless something of it could not be read: half a list would wave through whom the other half names. */
export const wholeList = (name: string, { list, findings }: Imported): Result<SubjectList, readonly Finding[]> =>
  hasError(findings) ? err([unread(name, 'has errors'), ...findings]) : ok(list);

const unread = (name: string, problem: string): Finding =>
  nodeFindings.find('NOD-0201', { path: `lists ${name}`, problem });

async function read(folder: string, source: ListSource): Promise<Result<SubjectList, readonly Finding[]>> {
  try {
    const bytes = await readFile(join(folder, source.file));
    const { importList, readOfac } = await import('#formats/lists');
    if (source.alt === undefined) return wholeList(source.name, importList(bytes, source));
    if (source.format !== 'ofac') return err([unread(source.name, 'alt')]);
    const alt = await readFile(join(folder, source.alt));
    return wholeList(source.name, readOfac({ sdn: bytes, alt }, source));
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem) return err([unread(source.name, String(problem.code))]);
    throw problem;
  }
}

/** Reads the lists of a configuration. One that cannot be read whole stops the node: an empty list would wave everybody through. */
export async function readLists(
  folder: string,
  sources: readonly ListSource[],
): Promise<Result<readonly SubjectList[], readonly Finding[]>> {
  const lists: SubjectList[] = [];
  for (const source of sources) {
    const done = await read(folder, source);
    if (!done.ok) return done;
    lists.push(done.value);
  }
  return ok(lists);
}
