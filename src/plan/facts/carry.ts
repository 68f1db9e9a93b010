import { type Access, decodeStrictUtf8, type Finding, type Listing, ok, type Result } from '#kernel';
import { planFindings } from '../findings.ts';
import { type Fact, factSchema } from './fact.ts';
import type { Said } from './records.ts';
import { hearFrom, isSigned, type Signatures } from './say.ts';

/** The longest file of facts, bytes: some 20,000 facts. */
export const longestFile = 16 * 1024 * 1024;
/** Clocks of two nodes may differ by this much, milliseconds. */
const tolerance = 600_000;

/** What never leaves the node: what a person wants to hear of is his own business. */
const isOurs = ({ what }: Fact): boolean => what === 'followed';

/**
 * Everything that this node knows of the register as a file: one fact a line, signed by the country that said it, in the
 * order of their names. Facts of others go along: their signature proves them, whoever carries them.
 */
export function factLines(said: Listing<Said>): string {
  const facts = [...said.values()].flatMap((one) => one.facts).filter((fact) => !isOurs(fact));
  const sorted = facts.toSorted((a, b) => a.madeAt - b.madeAt || (a.name < b.name ? -1 : 1));
  return sorted.map((fact) => `${JSON.stringify(fact)}\n`).join('');
}

/** What came of merging a file. */
export interface Merged {
  readonly read: number;
  readonly heard: number;
  readonly known: number;
  readonly findings: readonly Finding[];
}

/** One line of a file: the fact, or what is wrong with it. */
function readLine(text: string, line: number, now: number, signatures: Signatures): Fact | Finding {
  const value = parsed(text);
  if (value === undefined) return planFindings.find('PLN-0301', { line });
  const read = factSchema.safeParse(value);
  if (!read.success) {
    return planFindings.find('PLN-0302', { line, path: read.error.issues[0]?.path.join('.') ?? '' });
  }
  const { nation } = read.data.by;
  if (isOurs(read.data) || !read.data.name.startsWith(`${nation}-${read.data.milestone}-`)) {
    return planFindings.find('PLN-0302', { line, path: 'name' });
  }
  const signed = isSigned(read.data, signatures);
  if (signed === undefined) return planFindings.find('PLN-0303', { line, nation });
  if (!signed) return planFindings.find('PLN-0304', { line, nation });
  return read.data.madeAt > now + tolerance ? planFindings.find('PLN-0305', { line, nation }) : read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Takes in a file of facts from another node. Lines that are no signed fact of a known country are findings with their
 * line and change nothing; the others are recorded, once, whatever else is in the file. Fails only when the store does.
 */
export async function mergeFacts(access: Access, bytes: Uint8Array): Promise<Result<Merged>> {
  const text = bytes.length > longestFile ? undefined : decodeStrictUtf8(bytes);
  if (text === undefined) {
    return ok({ read: 0, heard: 0, known: 0, findings: [planFindings.find('PLN-0306', { bytes: longestFile })] });
  }
  const signatures = access.service<Signatures>('signatures');
  const findings: Finding[] = [];
  const merged = { read: 0, heard: 0, known: 0, findings };
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    merged.read += 1;
    const fact = readLine(line, at + 1, access.now(), signatures);
    if ('code' in fact) {
      findings.push(fact);
      continue;
    }
    const heard = await hearFrom(access, fact);
    if (!heard.ok) return heard;
    if (heard.value) merged.heard += 1;
    else merged.known += 1;
  }
  return ok(merged);
}
