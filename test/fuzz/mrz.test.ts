import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readMrz } from '#formats/mrz';
import { decodeLatin1, encodeUtf8, hasError, parsePlainDate } from '#kernel';
import { type Alphabet, rounds, tryAll } from './mutations.ts';

const receivedOn = parsePlainDate('2026-11-24');

/** The specimens of ICAO 9303, and the vectors of the data folder where it is there. */
const specimens = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10',
  'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<',
  'I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<',
  'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6',
  'V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<',
  'V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<L8988901C4XXX4009078F9612109<<<<<<<<',
];
const folder = join(process.env['TRIPOINT_DATA'] ?? '../shared/data', 'traveller/mrz');
const vectors = existsSync(folder)
  ? ['vectors.json', 'cheminfo.json'].flatMap((file): readonly { readonly lines: readonly string[] }[] =>
      JSON.parse(readFileSync(join(folder, file), 'utf8')),
    )
  : [];
const samples = [...specimens, ...vectors.map(({ lines }) => lines.join('\n'))].map((text) => encodeUtf8(text));

const alphabet: Alphabet = {
  signs: encodeUtf8('<09OIA \n\rPVX'),
  pieces: ['<', '<<', '<<<', '\n', '\r\n', 'BEL', '000000', '<<<<<<', 'é', '\0', '000229'].map((text) =>
    encodeUtf8(text),
  ),
};

test(`${rounds} mutated zones: an answer to each, each finding located, 1 ms a KB at most`, () => {
  if (receivedOn === undefined) throw new Error('no day');
  const seen = new Map<string, number>();
  const { whole, slowest } = tryAll({
    samples,
    alphabet,
    seed: 9303,
    count: rounds,
    // A scanner's bytes are the characters of their numbers.
    read: (bytes) => readMrz(decodeLatin1(bytes), receivedOn),
    check: ({ fields, findings }) => {
      for (const { code, at } of findings) {
        seen.set(code, (seen.get(code) ?? 0) + 1);
        const [line = 0, place = 0] = [at?.segment, at?.element];
        if (line < 1 || line > 3 || place < 1 || place > 44) throw new Error(`${code} at ${JSON.stringify(at)}`);
      }
      if (fields === undefined && !hasError(findings)) throw new Error('neither fields nor an error');
    },
  });
  process.stdout.write(`MRZ: ${whole.toFixed(3)} ms a KB, the slowest batch ${slowest.toFixed(3)}\n`);
  expect(whole).toBeLessThan(1);
  // All but the one for fields that are too long to be written.
  expect([...seen.keys()].sort()).toEqual(
    Array.from({ length: 11 }, (_, at) => `MRZ-01${String(at + 1).padStart(2, '0')}`),
  );
});
