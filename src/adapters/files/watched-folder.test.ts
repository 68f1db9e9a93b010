import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LodgeRequest } from '#api';
import { encodeUtf8 } from '#kernel';
import type { WatchedFolderOptions } from './watched-folder.ts';
import { watchFolder } from './watched-folder.ts';

let folder: string;
let lodged: LodgeRequest[];
let lines: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watched-'));
  lodged = [];
  lines = [];
});
afterEach(() => rm(folder, { recursive: true }));

const options = (more: Partial<WatchedFolderOptions> = {}): WatchedFolderOptions => ({
  folder,
  actor: { name: 'folder', roles: ['carrier'], ports: [], organisation: 'AA' },
  reality: 'live',
  profile: 'us',
  pollMilliseconds: 10,
  log: {
    info: (event, fields) => void lines.push(`${event} ${JSON.stringify(fields)}`),
    warn: (event, fields) => void lines.push(`${event} ${JSON.stringify(fields)}`),
    error: (event, fields) => void lines.push(`${event} ${JSON.stringify(fields)}`),
  },
  lodge: async (request) => {
    lodged.push(request);
    const text = Buffer.from(request.bytes).toString();
    return {
      lodgement: String(lodged.length),
      status: text.startsWith('UNB') ? 'accepted' : 'refused',
      findings: [],
      messages: [],
      replies: text === 'quiet' ? [] : [{ mediaType: 'application/edifact', bytes: encodeUtf8(`re:${text}`) }],
    };
  },
  ...more,
});
const put = (name: string, text: string) => writeFile(join(folder, name), text);
const list = async (inside: string) => (await readdir(join(folder, inside))).toSorted();
const twice = async (watched = watchFolder(options())) => {
  await watched.sweep();
  await watched.sweep();
  return watched;
};

test('a file is lodged, its reply lies beside, and it moves on', async () => {
  await put('good.edi', 'UNB+1');
  await put('bad.edi', '<html>');
  await put('silent.edi', 'quiet');
  await twice(watchFolder(options({ atOnce: 1 })));
  expect(lodged.map((one) => Buffer.from(one.bytes).toString())).toEqual(['<html>', 'UNB+1', 'quiet']);
  expect(lodged[1]).toMatchObject({
    profile: 'us',
    reality: 'live',
    mediaType: 'application/octet-stream',
    actor: { organisation: 'AA' },
  });
  expect(lodged[1]?.idempotencyKey).toMatch(/^file:[0-9a-f]{64}$/);
  expect(await list('done')).toEqual(['good.edi']);
  expect(await list('refused')).toEqual(['bad.edi', 'silent.edi']);
  const replies = await list('replies');
  expect(replies.map((name) => name.replace(/\.[0-9a-f]{8}\./, '.#.'))).toEqual([
    'bad.edi.#.reply',
    'good.edi.#.reply',
  ]);
  expect(await readFile(join(folder, 'replies', replies[1] ?? ''), 'utf8')).toBe('re:UNB+1');
  expect(await list('taken')).toEqual([]);
});

test('what is still being written waits: by its name, or while it grows', async () => {
  const watched = watchFolder(options());
  await put('.hidden', 'UNB');
  for (const name of ['a.part', 'b.tmp', 'c.TMP', 'd~', 'e.filepart']) await put(name, 'UNB');
  await put('growing.edi', 'UNB+1');
  await watched.sweep();
  await put('growing.edi', 'UNB+1+2');
  await watched.sweep();
  expect(lodged).toEqual([]);
  await watched.sweep();
  expect(lodged.map((one) => one.bytes.length)).toEqual([7]);
  expect(
    (await list('.')).filter((name) => !['answers', 'done', 'refused', 'replies', 'taken'].includes(name)),
  ).toHaveLength(6);
});

test('the same content is lodged once, whatever it is called and however often it comes', async () => {
  await put('one.edi', 'UNB+1');
  await put('two.edi', 'UNB+1');
  await twice();
  await put('one.edi', 'UNB+1');
  await twice();
  expect(lodged).toHaveLength(1);
  expect(await list('done')).toEqual(['one.edi', 'one.edi.2', 'two.edi']);
  expect(await list('replies')).toHaveLength(2);
});

test('the same name with other content is another file: nothing is overwritten', async () => {
  await put('one.edi', 'UNB+1');
  await twice();
  await put('one.edi', 'UNB+2');
  await twice();
  expect(lodged).toHaveLength(2);
  expect(await Promise.all((await list('done')).map((name) => readFile(join(folder, 'done', name), 'utf8')))).toEqual([
    'UNB+1',
    'UNB+2',
  ]);
  expect(await list('replies')).toHaveLength(2);
});

test('a file that is too long is refused unread', async () => {
  await put('long.edi', 'UNB+123456');
  await twice(watchFolder(options({ mostBytes: 9 })));
  expect(lodged).toEqual([]);
  expect(await list('refused')).toEqual(['long.edi']);
  expect(lines.join()).toContain('API-0601');
});

test('what a crash left half done is finished: taken, answered, replied', async () => {
  await mkdir(join(folder, 'taken'), { recursive: true });
  await writeFile(join(folder, 'taken', 'left.edi'), 'UNB+left');
  await watchFolder(options()).sweep();
  expect(lodged).toHaveLength(1);
  // Again as if killed after the answer was kept and before the move.
  await writeFile(join(folder, 'taken', 'left.edi'), 'UNB+left');
  await rm(join(folder, 'replies'), { recursive: true });
  await watchFolder(options()).sweep();
  expect(lodged).toHaveLength(1);
  expect(await list('replies')).toHaveLength(1);
});

test('at most so many at one time', async () => {
  let now = 0;
  let most = 0;
  for (let count = 0; count < 12; count += 1) await put(`${count}.edi`, `UNB+${count}`);
  const { lodge } = options();
  await twice(
    watchFolder(
      options({
        atOnce: 3,
        lodge: async (request) => {
          now += 1;
          most = Math.max(most, now);
          await new Promise((resolve) => setTimeout(resolve, 5));
          now -= 1;
          return lodge(request);
        },
      }),
    ),
  );
  expect(most).toBe(3);
  expect(await list('done')).toHaveLength(12);
});

test('a node that fails leaves the file where it is, and the next sweep tries again; names never reach the log', async () => {
  let failures = 2;
  const { lodge } = options();
  const watched = watchFolder(
    options({
      lodge: (request) => {
        failures -= 1;
        return failures >= 0 ? Promise.reject(Object.assign(new Error('SECRETNAME'), { code: 'EIO' })) : lodge(request);
      },
    }),
  );
  await put('ERIKSSON.edi', 'UNB+1');
  await watched.start();
  while (lodged.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await watched.stop();
  expect(await list('done')).toEqual(['ERIKSSON.edi']);
  expect(lines.filter((line) => line.includes('API-0602'))).toHaveLength(2);
  expect(lines.join()).not.toMatch(/SECRETNAME|ERIKSSON/);
});
