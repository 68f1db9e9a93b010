import { z } from 'zod';
import {
  dayOf,
  decodeLatin1,
  decodeStrictUtf8,
  formatInstant,
  parsePlainDate,
  type Terminal,
  textAs,
  type VerbRun,
} from '#kernel';
import { generateDay } from '../generator/day.ts';
import { zoneOf } from '../generator/documents.ts';
import type { Sent } from '../generator/letters.ts';
import type { Traveller } from '../generator/traveller.ts';

/**
 * `tripoint generate day`: what carriers lodge on a made-up day. The interchanges one after another as they are; with
 * `--out` a file each; with `--json` a line each, which also says what is wrong with it and who the travellers are.
 */
export const run: VerbRun = async (args, terminal) => {
  const options = readOptions(args, terminal);
  if (options === undefined) return 2;
  const { seed, day, travellers, out } = options;
  const progress = new Bar(terminal, travellers);
  let count = 0;
  for (const sent of generateDay(seed, day, travellers)) {
    count += 1;
    const file = out === undefined ? undefined : `${out}/${nameOf(sent, count)}`;
    if (file !== undefined) await terminal.writeFile(file, sent.bytes);
    if (terminal.json) terminal.out(JSON.stringify(lineOf(sent, file)));
    else if (file !== undefined) terminal.out(file);
    else terminal.outBytes(withLineEnd(sent.bytes));
    progress.add(sent);
  }
  progress.end();
  return 0;
};

const whole = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

const optionsSchema = z.strictObject({
  '--seed': whole.optional(),
  '--day': textAs(parsePlainDate).optional(),
  '--travellers': whole.refine((count) => count > 0).optional(),
  '--out': z
    .string()
    .transform((folder) => folder.replace(/(?<=.)\/+$/, ''))
    .optional(),
});

/** The options; undefined where one is unknown, lacks its value or has a wrong one. */
function readOptions(args: readonly string[], terminal: Terminal) {
  const words = args.flatMap((word) => (/^--[a-z]+=/.test(word) ? word.split(/=(.*)/s).slice(0, 2) : [word]));
  const pairs = Array.from({ length: Math.ceil(words.length / 2) }, (_, at) => words.slice(2 * at, 2 * at + 2));
  const read = optionsSchema.safeParse(Object.fromEntries(pairs));
  if (!read.success || words.length % 2 > 0) return undefined;
  const { '--seed': seed = 1, '--day': day, '--travellers': travellers, '--out': out } = read.data;
  return { seed, day: day ?? dayOf(terminal.now()), travellers, out };
}

/** A carrier's file, whose name sorts by the conveyance and then by the time. */
const nameOf = ({ at, organisation, to }: Sent, count: number): string =>
  `${String(count).padStart(7, '0')}-${formatInstant(at).slice(0, 16).replace(/[-:]/g, '')}Z-${organisation}-${to}.edi`;

function withLineEnd(bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(bytes.length + 1);
  whole.set(bytes);
  whole[bytes.length] = 0x0a;
  return whole;
}

const lineOf = (sent: Sent, file: string | undefined) => ({
  ...(file === undefined ? {} : { file }),
  at: formatInstant(sent.at),
  to: sent.to,
  organisation: sent.organisation,
  mediaType: sent.mediaType,
  document: sent.document,
  function: sent.function,
  defects: sent.defects,
  travellers: sent.travellers.map(travellerLine),
  ...(file === undefined ? { text: decodeStrictUtf8(sent.bytes) ?? decodeLatin1(sent.bytes) } : {}),
});

/** A traveller as he is, whatever his carrier made of him, with the zone of his document. */
const travellerLine = (traveller: Traveller) => ({
  reference: traveller.person.passengerReference,
  ...traveller.name,
  dateOfBirth: traveller.person.dateOfBirth,
  sex: traveller.person.sex,
  nationality: traveller.person.nationality,
  document: traveller.person.documents[0],
  mrz: zoneOf(traveller),
  ...(traveller.listed === undefined ? {} : { listed: traveller.listed }),
});

const barWidth = 40;

/** How far the day is, where a person watches and says how many travellers it shall have. */
class Bar {
  readonly #terminal: Terminal;
  readonly #wanted: number;
  #travellers = 0;
  #shown = -1;

  constructor(terminal: Terminal, wanted: number | undefined) {
    this.#terminal = terminal;
    this.#wanted = wanted ?? 0;
  }

  add({ function: what, document, travellers }: Sent): void {
    if (what === 'new' && document === 'passenger-list') this.#travellers += travellers.length;
    if (!this.#terminal.watched || this.#wanted === 0) return;
    const percent = Math.min(100, Math.floor((100 * this.#travellers) / this.#wanted));
    if (percent === this.#shown) return;
    this.#shown = percent;
    const filled = Math.round((percent * barWidth) / 100);
    this.#terminal.progress(`[${'#'.repeat(filled).padEnd(barWidth)}] ${percent} %`);
  }

  end(): void {
    if (this.#shown >= 0) this.#terminal.progress('');
  }
}
