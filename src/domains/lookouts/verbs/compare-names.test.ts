import { expect, test } from 'vitest';
import { terminalOver } from '../testing/terminal.ts';
import { run } from './compare-names.ts';

const pairs = `kind,left,right
person,Eufemio Zárate,"ZARATE, Eufemio"
organization,Acme Ltd,Acme Limited
vessel,MV Sea Star,Sea Star
person,Ingrid Holm,Luis Mora
`;
const files = { pairs, robot: `${pairs}robot,Ann Lee,Ann Lee\n`, broken: 'left,right\nA,B\n', empty: '' };

async function told(args: readonly string[], json = true) {
  const { lines, refused, made } = terminalOver(files, { json });
  const exit = await run(args, made);
  return { lines, codes: refused.map(({ code }) => code), exit };
}

test('a line a pair, in order; the alignment sums to the score', async () => {
  const { lines, codes, exit } = await told(['pairs']);
  expect([exit, codes, lines.length]).toEqual([0, [], 4]);
  const told4 = lines.map((line) => JSON.parse(line));
  for (const { score, alignment } of told4) {
    const sum = alignment.reduce((all: number, one: { contribution: number }) => all + one.contribution, 0);
    expect(sum).toBe(score);
  }
  const scores = told4.map(({ score }) => score);
  expect(Math.min(scores[0], scores[1], scores[2])).toBeGreaterThan(0);
  expect(scores[3]).toBeLessThan(0);
  expect(told4[0].alignment[0]).toMatchObject({ feature: 'name-start', left: null, right: null });
  expect(told4[0].alignment[1]).toMatchObject({
    feature: 'name-word',
    relation: 'same',
    left: 'EUFEMIO',
    right: 'Eufemio',
  });
});

test('without --json a table', async () => {
  const { lines, exit } = await told(['pairs'], false);
  expect(exit).toBe(0);
  expect(lines[0]).toMatch(/^\d+ {2}Eufemio Zárate \| ZARATE, Eufemio$/);
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^ {2}-?\d+ {2}<screening\.feature\.name-word> {2}<screening\.relation\.same> {2}EUFEMIO \| Eufemio$/,
    ),
  );
});

test('an unknown kind is told and read as a person', async () => {
  const { lines, codes, exit } = await told(['robot']);
  expect([exit, codes, lines.length]).toEqual([1, ['LKT-0103'], 5]);
});

test.each(['broken', 'empty'])('a file without its columns (%s) is refused', async (file) => {
  expect(await told([file])).toEqual({ lines: [], codes: ['LKT-0102'], exit: 1 });
});

test.each([[[]], [['--x']], [['pairs', 'more']]])('%j is called wrongly', async (args) => {
  expect(await told(args)).toEqual({ lines: [], codes: [], exit: 2 });
});
