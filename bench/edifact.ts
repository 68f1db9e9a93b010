import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type BenchRow, median } from './row.ts';

const rounds = 5;

/** Runs a script of this folder as a process of its own, and reads what it prints. */
function printedBy<Printed>(name: string): Printed {
  const script = new URL(name, import.meta.url).pathname;
  return JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8' }));
}

interface Rates {
  readonly plain: number;
  readonly segments: number;
  readonly model: number;
  readonly peer: number;
}

/** A row against a floor or peer; without a bar where only the distance is of interest. */
function rowOf(
  name: string,
  rates: readonly number[],
  floor: readonly number[],
  held: { readonly against: string; readonly bar?: number },
): BenchRow {
  const ratio = median(rates.map((rate, round) => rate / (floor[round] ?? Number.NaN)));
  const met = held.bar === undefined ? {} : { met: ratio >= held.bar };
  return { name, value: median(rates), unit: 'MB/s', ratio, ...held, ...met };
}

/** Segments, typed model and memory, beside the plain tokenizer and the peer. CPU time, median of five processes. */
export async function bench(): Promise<BenchRow[]> {
  if (!existsSync(new URL('./peers/node_modules/edifact', import.meta.url))) {
    throw new Error('npm ci in bench/peers first');
  }
  const all = Array.from({ length: rounds }, () => printedBy<Rates>('./edifact-round.ts'));
  const of = (name: keyof Rates): readonly number[] => all.map((rates) => rates[name]);
  const [plain, segments, model, peer] = [of('plain'), of('segments'), of('model'), of('peer')];
  const peerName = 'edifact 1.2.12 collecting arrays';
  return [
    { name: 'EDIFACT plain byte tokenizer (the floor)', value: median(plain), unit: 'MB/s' },
    { name: peerName, value: median(peer), unit: 'MB/s' },
    rowOf('EDIFACT segments', segments, plain, { against: 'plain byte tokenizer', bar: 0.65 }),
    rowOf('EDIFACT segments', segments, peer, { against: peerName, bar: 2.5 }),
    rowOf('typed PAXLST', model, peer, { against: peerName, bar: 1 }),
    rowOf('typed PAXLST', model, segments, { against: 'EDIFACT segments' }),
    memoryRow(),
  ];
}

function memoryRow(): BenchRow {
  const { growthMegabytes } = printedBy<{ growthMegabytes: number }>('./edifact-memory.ts');
  return {
    name: 'memory over a 1 GB interchange, growth',
    value: growthMegabytes,
    unit: 'MB',
    bar: 50,
    met: growthMegabytes <= 50,
  };
}
