import { expect, test } from 'vitest';
import { terminalOver } from '../testing/terminal.ts';
import { run } from './screen.ts';

const list = `{"list":"watch","version":"1","purpose":"lookout"}
{"id":"1","kind":"person","names":["Eufemio Zarate"],"dateOfBirth":"1961-04-09","nationality":"mx","placeOfBirth":"Tepic"}
{"id":"2","kind":"vessel","names":["Eufemio Zarate"]}
`;
const queries = `{"id":"q1","kind":"person","names":["Zárate, Eufemio"],"dateOfBirth":"1961-04-09","sex":"M","placeOfBirth":"Tepic"}
{"id":"q2","kind":"person","names":["Ingrid Holm"],"dateOfBirth":"1961-04"}
{"id":"q3","kind":"organization","names":["Zarate"],"documents":[{"type":"REG","number":"77"}]}
`;
const files = { list, queries, broken: `${queries}{"id":"q4","kind":"robot","names":["R"]}\n` };

async function told(args: string, json = true) {
  const { lines, refused, made } = terminalOver(files, { json });
  const exit = await run(args.split(' '), made);
  return { lines, codes: refused.map(({ code }) => code), exit };
}

test('a line a query, in their order: candidates with the evidence that their score is the sum of', async () => {
  const { lines, codes, exit } = await told('--list list --queries queries --top 5');
  const answers = lines.map((line) => JSON.parse(line));
  expect([exit, codes]).toEqual([0, []]);
  expect(answers.map(({ id, candidates }) => [id, candidates.length])).toEqual([
    ['q1', 1],
    ['q2', 0],
    ['q3', 0],
  ]);
  const [
    {
      candidates: [found],
      ms,
    },
  ] = answers;
  expect(ms).toBe(0);
  expect(found).toMatchObject({ source: 'watch', entryId: '1', matchedName: 'Eufemio Zarate', class: 'strong' });
  const sum = found.evidence.reduce((all: number, { contribution }: { contribution: number }) => all + contribution, 0);
  expect(sum).toBe(found.score);
  const of = (feature: string) => found.evidence.find((one: { feature: string }) => one.feature === feature);
  expect(of('date-of-birth')).toMatchObject({ relation: 'same', left: '1961-04-09', right: '1961-04-09' });
  expect(of('place-of-birth')).toMatchObject({ relation: 'same', left: 'Tepic' });
  expect(of('sex')).toEqual({ feature: 'sex', relation: 'absent', left: null, right: null, contribution: 0 });
});

test('a month of birth is no day, and says nothing', async () => {
  const { lines } = await told('--list list --queries queries');
  expect(lines[1]).toBe('{"id":"q2","candidates":[],"ms":0}');
});

test('without --json: who, how sure, and what speaks for and against', async () => {
  const { lines } = await told('--list list --queries queries', false);
  expect(lines[0]).toBe('q1  <screen.candidates 1>');
  expect(lines[1]).toMatch(/^ {2}<class\.strong> {2}\d+ {2}watch 1 {2}Eufemio Zarate$/);
  expect(lines).toContainEqual(
    expect.stringMatching(
      /^ {4}\d+ {2}<screening\.feature\.date-of-birth> {2}<screening\.relation\.same> {2}1961-04-09 \| 1961-04-09$/,
    ),
  );
  // What has no two sides, as where every comparison begins, is said without any.
  expect(lines).toContainEqual(expect.stringMatching(/^ {4}-?\d+ {2}<screening\.feature\.name-start>$/));
  expect(lines.some((line) => line.startsWith('    0'))).toBe(false);
  expect(lines.at(-1)).toBe('q3  <screen.candidates 0>');
});

test('what could be read is answered, an error is told', async () => {
  const { lines, codes, exit } = await told('--list list --queries broken');
  expect([lines.length, codes, exit]).toEqual([3, ['LST-0111'], 1]);
  expect(await told('--queries queries')).toEqual({ lines: [], codes: [], exit: 2 });
});
