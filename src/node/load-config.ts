import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { err, type Result } from '#kernel';
import { type NodeConfig, readConfig } from './config.ts';
import { nodeFindings } from './findings.ts';

/** Reads a configuration file: YAML, or JSON, which is YAML too. */
export async function loadConfig(path: string): Promise<Result<NodeConfig>> {
  try {
    return readConfig(parse(await readFile(path, 'utf8')));
  } catch (problem) {
    return err(nodeFindings.find('NOD-0201', { path, problem: problem instanceof Error ? problem.message : '' }));
  }
}
