import { mkdir, mkdtemp, readdir, readFile, rm, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { filesIn, ifThere, settledArrivals } from './arrivals.ts';
import { moveFile, readAnswer, writeAnswer, writeWhole } from './durable-files.ts';
import { snapshotFiles } from './snapshot-files.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stored-'));
});
afterEach(() => rm(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);
async function* given(sections: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* sections;
}
async function all(sections: AsyncIterable<Uint8Array>): Promise<readonly (readonly number[])[]> {
  const list: (readonly number[])[] = [];
  for await (const section of sections) list.push([...section]);
  return list;
}

describe('arrivals', () => {
  test('only a file that is not there is nothing; every other trouble is thrown on', async () => {
    expect(await ifThere(readFile(at('none')))).toBeUndefined();
    expect(await ifThere(Promise.resolve(0))).toBe(0);
    await expect(ifThere(readFile(folder))).rejects.toMatchObject({ code: 'EISDIR' });
  });

  test.each(['.a', 'a~', 'a.part', 'a.partial', 'a.tmp', 'a.TEMP', 'a.filepart', 'a.crdownload', 'a.swp'])(
    '%s is still being written',
    async (name) => {
      await writeFile(at(name), '');
      expect(await filesIn(folder)).toEqual([]);
    },
  );

  test.each(['a.', '~a', 'a.part.edi', 'apart', 'a.tmpx', 'tmp', 'a b.edi'])('%s is finished', async (name) => {
    await writeFile(at(name), '');
    expect(await filesIn(folder)).toEqual([name]);
  });

  test('files stand in the order of their names; folders and links are none', async () => {
    for (const name of ['c', 'a', 'b']) await writeFile(at(name), name);
    await mkdir(at('folder'));
    await symlink(at('a'), at('link'));
    expect(await filesIn(folder)).toEqual(['a', 'b', 'c']);
  });

  test('a file settles at the second look, and anew after its size, time or inode changed', async () => {
    await writeFile(at('a'), 'one');
    await utimes(at('a'), 1000, 1000);
    const first = await settledArrivals(folder, ['a'], new Map());
    expect(first.settled).toEqual([]);
    expect((await settledArrivals(folder, ['a'], first.marks)).settled).toEqual(['a']);
    await utimes(at('a'), 1000, 1001);
    const touched = await settledArrivals(folder, ['a'], first.marks);
    expect(touched.settled).toEqual([]);
    await writeFile(at('a'), 'longer');
    await utimes(at('a'), 1000, 1001);
    const longer = await settledArrivals(folder, ['a'], touched.marks);
    expect(longer.settled).toEqual([]);
    await writeWhole(at('a'), Buffer.from('others'));
    await utimes(at('a'), 1000, 1001);
    expect((await settledArrivals(folder, ['a'], longer.marks)).settled).toEqual([]);
  });

  test('one that went away has no mark and has not settled', async () => {
    const looked = await settledArrivals(folder, ['gone'], new Map([['gone', 'x']]));
    expect(looked.settled).toEqual([]);
    expect(looked.marks.size).toBe(0);
  });
});

describe('durable files', () => {
  test('a file is written whole over the one before, and nothing stays beside it', async () => {
    await writeWhole(at('a'), Buffer.from('a long one'));
    await writeWhole(at('a'), given([Buffer.from('sh'), Buffer.from('ort')]));
    expect(await readFile(at('a'), 'utf8')).toBe('short');
    expect(await readdir(folder)).toEqual(['a']);
  });

  test('when the bytes fail halfway the file before stays as it was', async () => {
    await writeWhole(at('a'), Buffer.from('before'));
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('half');
      throw new RangeError('no more');
    }
    await expect(writeWhole(at('a'), broken())).rejects.toThrow('no more');
    expect(await readFile(at('a'), 'utf8')).toBe('before');
  });

  test('a name that is taken gets the next free number; one that is gone moves nothing', async () => {
    await mkdir(at('to'));
    for (const text of ['1', '2', '3']) {
      await writeFile(at('a'), text);
      await moveFile(at('a'), at('to'), 'a');
    }
    await moveFile(at('a'), at('to'), 'b');
    expect((await readdir(at('to'))).toSorted()).toEqual(['a', 'a.2', 'a.3']);
    for (const [name, text] of [
      ['a', '1'],
      ['a.2', '2'],
      ['a.3', '3'],
    ] as const)
      expect(await readFile(join(at('to'), name), 'utf8')).toBe(text);
  });

  test('an answer comes back as it was kept, whatever the bytes of its replies, without its messages', async () => {
    expect(await readAnswer(at('none'))).toBeUndefined();
    const run = fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 3 }), async (replies) => {
      const answer = { lodgement: 'l-1', status: 'refused' as const, findings: [], messages: [] };
      await writeAnswer(at('x'), {
        ...answer,
        replies: replies.map((bytes) => ({ mediaType: 'application/edifact', bytes })),
      });
      const back = await readAnswer(at('x'));
      expect(back).toMatchObject(answer);
      expect(back?.replies.map(({ mediaType, bytes }) => [mediaType, ...bytes])).toEqual(
        replies.map((bytes) => ['application/edifact', ...bytes]),
      );
    });
    await fc.assert(run, { numRuns: 15 });
  });
});

describe('snapshots', () => {
  const sections = fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 5 });

  test('what was written is read, section by section, empty ones too', async () => {
    const files = snapshotFiles(join(folder, 'deep', 'er'));
    const run = fc.asyncProperty(sections, async (wanted) => {
      await files.write('a', given(wanted));
      expect(await all(files.read('a'))).toEqual(wanted.map((one) => [...one]));
    });
    await fc.assert(run, { numRuns: 15 });
  });

  test('of a file cut anywhere, exactly the sections before the cut are read', async () => {
    const files = snapshotFiles(folder);
    const run = fc.asyncProperty(sections, fc.nat(), async (wanted, cut) => {
      await files.write('a', given(wanted));
      const ends = wanted.map((_one, index) =>
        wanted.slice(0, index + 1).reduce((sum, one) => sum + 4 + one.length, 0),
      );
      const length = cut % ((ends.at(-1) ?? 0) + 1);
      await truncate(at('a.snapshot'), length);
      const whole = ends.filter((end) => end <= length).length;
      expect(await all(files.read('a'))).toEqual(wanted.slice(0, whole).map((one) => [...one]));
    });
    await fc.assert(run, { numRuns: 30 });
  });

  test('lengths are four bytes, the greatest first; one beyond 256 MiB ends the reading', async () => {
    const files = snapshotFiles(folder);
    await files.write('a', given([Uint8Array.of(7, 8)]));
    expect([...(await readFile(at('a.snapshot')))]).toEqual([0, 0, 0, 2, 7, 8]);
    await writeFile(at('a.snapshot'), Uint8Array.of(0, 0, 0, 1, 9, 0x10, 0, 0, 1, 5));
    expect(await all(files.read('a'))).toEqual([[9]]);
  });

  test('names stand apart; none was written, or it was removed, twice even, is none', async () => {
    const files = snapshotFiles(folder);
    expect(await all(files.read('a'))).toEqual([]);
    await files.write('a', given([Uint8Array.of(1)]));
    await files.write('b', given([Uint8Array.of(2)]));
    await files.remove('a');
    await files.remove('a');
    expect(await all(files.read('a'))).toEqual([]);
    expect(await all(files.read('b'))).toEqual([[2]]);
  });
});
