import { expect, it } from 'vitest';
import { readName } from './name.ts';

it.each([
  ['M/V ATLANTIC', 'MV:vessel-prefix ATLANTIC:plain'],
  ['M.T. HAPPY STAR', 'MT:vessel-prefix HAPPY:plain STAR:plain'],
  ['SS MINNOW', 'SS:vessel-prefix MINNOW:plain'],
  ['MV', 'MV:plain'],
  ['STAR MV', 'STAR:plain MV:plain'],
  ['STAR 2', 'STAR:plain 2:initial'],
])('tells the kind of the vessel %s from its name', (name, expected) => {
  expect(
    readName(name, 'vessel')
      .tokens.map(({ text, role }) => `${text}:${role}`)
      .join(' '),
  ).toBe(expected);
});

it('reads no vessel in no name', () => {
  expect(readName('', 'vessel').tokens).toEqual([]);
});
