import { decodeUtf8 } from '#kernel';
import { cliFindings } from '../findings.ts';
import { lastValue, ledgerPlace, readOptions } from '../options.ts';
import type { OwnRun } from '../own-verb.ts';
import { progressBar } from '../progress.ts';
import { orRefuse } from '../refusal.ts';
import type { OwnTerminal } from '../terminal.ts';

/** `tripoint ledger verify`: recomputes every proof of a ledger. Exit code 1 when one does not hold. */
export const run: OwnRun = async (args, terminal) => {
  const options = orRefuse(readOptions('ledger verify', args, { valued: ['config', 'data', 'known'] }));
  const place = orRefuse(ledgerPlace('ledger verify', options));
  const known = await knownHead(lastValue(options, 'known'), terminal);
  const { verifyLedgerAt } = await import('#node');
  const progress = progressBar(terminal);
  const verified = await verifyLedgerAt(place, known === undefined ? { progress } : { known, progress });
  const { head, opened, forgotten, findings } = orRefuse(verified, 3);
  for (const finding of findings) terminal.complain(finding);
  const line = { ...head, opened, forgotten, findings: findings.length };
  terminal.out(terminal.json ? JSON.stringify(line) : terminal.say('cli.ledger.verified', line));
  return findings.length === 0 ? 0 : 1;
};

interface Head {
  readonly size: number;
  readonly chain: string;
  readonly root: string;
}

/** A head that was printed or published earlier: the line of an earlier `ledger verify --json`, or of `GET /api/ledger/head`. */
async function knownHead(path: string | undefined, terminal: OwnTerminal): Promise<Head | undefined> {
  if (path === undefined) return undefined;
  const head = parsed(decodeUtf8(await terminal.readFile(path)));
  if (isHead(head)) return head;
  return orRefuse({
    ok: false,
    error: cliFindings.find('CLI-0107', { option: '--known', value: path, known: '{"size","chain","root"}' }),
  });
}

const isHead = (value: unknown): value is Head =>
  typeof value === 'object' &&
  value !== null &&
  'size' in value &&
  Number.isSafeInteger(value.size) &&
  ['chain', 'root'].every((name) => /^[0-9a-f]{64}$/.test(String(Reflect.get(value, name))));

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
