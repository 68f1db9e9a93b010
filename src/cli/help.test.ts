import { expect, test } from 'vitest';
import { helpPage } from './help.ts';

const parts = [{ usage: 'tripoint decode garden FILE', summary: 'what a garden says' }];
const commands = async (...words: string[]): Promise<readonly string[]> =>
  (await helpPage('en', parts, words))
    .split('\n')
    .filter((line) => /^ {2}[a-z]/.test(line))
    .map((line) => line.trim().split(' ').slice(0, 2).join(' '));

test('the page lists every command, its own and those of the parts', async () => {
  const all = await commands();
  for (const name of ['start', 'node', 'assess', 'ledger verify', 'decode garden']) {
    expect(
      all.some((line) => line.startsWith(name)),
      name,
    ).toBe(true);
  }
});

test('the page of a command shows that one, whatever follows it', async () => {
  expect(await commands('decode', 'garden', 'x.txt')).toEqual(['decode garden']);
  expect(await commands('decode')).toEqual(['decode garden']);
  expect(await commands('ledger', 'verify')).toEqual(['ledger verify']);
  expect((await commands('assess', 'x.edi'))[0]).toBe('assess FILE...');
  expect(await commands('nonsense')).toEqual(await commands());
});

test('the page is in three languages and leaves no key unsaid', async () => {
  const pages = await Promise.all((['en', 'fr', 'es'] as const).map((language) => helpPage(language, [])));
  expect(new Set(pages).size).toBe(3);
  for (const page of pages) expect(page).not.toMatch(/cli\.[a-z]/);
});
