import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Demonstration } from '#node';
import { objects, tripoint } from '../../support/command.ts';
import { ask, openSeats, slow } from '../travel/seats.ts';

let seats: Demonstration;
let folder: string;
beforeAll(async () => {
  [seats, folder] = await Promise.all([openSeats(), mkdtemp(join(tmpdir(), 'tripoint-plan-'))]);
  // The first command of a stale checkout builds.
  await tripoint(['--version']);
}, slow);
afterAll(async () => {
  await seats.close();
  await rm(folder, { recursive: true });
});
const addressOf = (seat: string): string => seats.seats.find(({ country }) => country === seat)?.address ?? '';

describe('tripoint plan status and overdue', () => {
  test('tell the shipped register as of a month, in words and in JSON', async () => {
    const told = await tripoint(['plan', 'status', '--as-of', '2006-08']);
    expect(told).toMatchObject({ code: 0, err: '' });
    expect(told.out).toContain('106 commitments in 10 chapters.\n12 are done for every pair that they bind.\n');
    const [head, ...rows] = objects((await tripoint(['plan', 'status', '--as-of', '2006-08', '--json'])).out);
    expect(head).toEqual({
      plan: 'spp-2005',
      month: '2006-08',
      counts: { milestones: 106, chapters: 10, done: 12, late: 41, contradicts: 13, moved: 9, stale: 0, measured: 0 },
    });
    expect(rows).toHaveLength(106);
    const french = await tripoint(['plan', 'status', '--as-of=2006-08', '--lang', 'fr']);
    expect(french.out).toContain('13 se disent en bonne voie après leur mois.');
  });

  test('list what is past its month, the longest first, and end with 1 when there is any', async () => {
    const told = await tripoint(['plan', 'overdue', '--as-of', '2006-08']);
    expect(told.code).toBe(1);
    const months = told.out.split('\n').flatMap((line) => / {2}(\d{4}-\d{2}) {2}/.exec(line)?.[1] ?? []);
    expect(months.length).toBeGreaterThan(30);
    expect(months).toEqual([...months].sort());
    const early = await tripoint(['plan', 'overdue', '--as-of', '2005-06', '--json']);
    expect(early).toMatchObject({ code: 0, out: '' });
    expect(objects((await tripoint(['plan', 'overdue', '--as-of', '2006-08', '--json'])).out)).toHaveLength(
      months.length,
    );
  });

  test.each([
    [['status', '--as-of', 'soon']],
    [['status', 'x']],
    [['overdue', '--until', '2006-08']],
    [['report', '--as-of', '2006-13']],
    [['export']],
    [['merge', 'x']],
    [['report', 'x']],
    [['status', '--as-of']],
  ])('plan %j is said to be called wrongly', async (words) => {
    const told = await tripoint(['plan', ...words]);
    expect(told).toMatchObject({ code: 2, out: '', err: expect.stringContaining('CLI-0109') });
  });
});

describe('tripoint plan report', () => {
  test('writes HTML and open data, and HTML to standard output without a file', async () => {
    const files = ['--html', join(folder, 'r.html'), '--csv', join(folder, 'r.csv'), '--open', join(folder, 'r.json')];
    const told = await tripoint(['plan', 'report', '--as-of', '2006-08', '--lang', 'es', ...files]);
    expect(told).toMatchObject({ code: 0, out: `${files[1]}\n${files[3]}\n${files[5]}\n` });
    const html = await readFile(join(folder, 'r.html'), 'utf8');
    expect(html).toContain('<h1>Informe a los mandatarios</h1>');
    expect((await readFile(join(folder, 'r.csv'), 'utf8')).split('\r\n')).toHaveLength(320);
    expect(JSON.parse(await readFile(join(folder, 'r.json'), 'utf8'))).toHaveLength(318);
    const out = await tripoint(['plan', 'report', '--as-of', '2006-08']);
    expect(out.out).toMatch(/^<!doctype html>.*<\/html>\n$/s);
  });

  test('is printed by a browser of the machine, and says so where there is none or it does not print', async () => {
    const pdf = join(folder, 'r.pdf');
    const browser = join(folder, 'browser');
    await writeFile(
      browser,
      '#!/bin/sh\nfor one in "$@"; do case "$one" in --print-to-pdf=*) echo "%PDF $*" > "$(echo "$one" | cut -d= -f2)";; esac; done\n',
    );
    await chmod(browser, 0o755);
    const words = ['plan', 'report', '--as-of', '2006-08', '--pdf', pdf];
    expect(await tripoint(words, { environment: { TRIPOINT_CHROMIUM: browser } })).toMatchObject({
      code: 0,
      out: `${pdf}\n`,
    });
    expect(await readFile(pdf, 'utf8')).toMatch(/^%PDF .*--headless.* file:\/\/.*page\.html/);
    await writeFile(browser, '#!/bin/sh\nexit 1\n');
    const broken = await tripoint(words, { environment: { TRIPOINT_CHROMIUM: browser } });
    expect(broken).toMatchObject({ code: 2, err: expect.stringContaining('CLI-0306') });
    const none = await tripoint(words, { environment: { TRIPOINT_CHROMIUM: join(folder, 'nowhere') } });
    expect(none).toMatchObject({ code: 2, err: expect.stringContaining('CLI-0305') });
  });
});

test('what was said in one node is exported, merged into another, and told by it; a refusal and silence are findings', async () => {
  const body = { pair: 'US-CA', said: { state: 'completed' }, asOf: '2026-10' };
  expect((await ask(seats, 'US', 'POST /plan/milestones/TRV-1.3/reports', { body })).status).toBe(200);
  await seats.network.node('US').settled();
  const file = join(folder, 'facts.ndjson');
  expect(await tripoint(['plan', 'export', file, '--node', addressOf('US')])).toMatchObject({
    code: 0,
    out: `${file}\n`,
  });
  expect(await readFile(file, 'utf8')).toBe((await tripoint(['plan', 'export', '--node', addressOf('US')])).out);
  const merged = await tripoint(['plan', 'merge', file, '--node', addressOf('CA')]);
  expect(merged).toMatchObject({ code: 0, out: '1 fact was read: 1 new, 0 known before.\n' });
  await writeFile(file, `${await readFile(file, 'utf8')}{}\n`);
  const again = await tripoint(['plan', 'merge', file, '--node', addressOf('CA'), '--json']);
  expect([again.code, objects(again.out)]).toEqual([1, [expect.objectContaining({ read: 2, heard: 0, known: 1 })]]);
  await seats.network.node('CA').settled();
  const [, , , row] = objects<{ pairs: { pair: string; reportedBy: string }[] }>(
    (await tripoint(['plan', 'status', '--json', '--node', addressOf('CA')])).out,
  );
  expect(row?.pairs[0]).toMatchObject({ pair: 'US-CA', reportedBy: 'report' });
  const refused = await tripoint(['plan', 'export', '--node', addressOf('US')], {
    environment: { TRIPOINT_TOKEN: 'tpt_x' },
  });
  expect(refused).toMatchObject({ code: 3, err: expect.stringContaining('CLI-0202') });
  const silent = await tripoint(['plan', 'export', '--node', 'http://127.0.0.1:1']);
  expect(silent).toMatchObject({ code: 3, err: expect.stringContaining('CLI-0201') });
});
