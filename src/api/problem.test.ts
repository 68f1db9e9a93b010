import { expect, test } from 'vitest';
import { definePart, type Finding } from '#kernel';
import { problemMediaType, problemOf, problemSchema, statuses } from './problem.ts';

const same = (text: string) => ({ en: text, fr: text, es: text });
const finding = (code: string, origin: Finding['origin']): Finding => ({
  code,
  origin,
  severity: 'error',
  parameters: {},
});

test('the status of a finding: declared by its room, else by who has to act', () => {
  const findings = {
    A: { origin: 'sender', severity: 'error', status: 409 },
    C: { origin: 'sender', severity: 'error' },
  } as const;
  const statusOf = statuses([definePart({ name: 'x', title: same('X'), findings })]);
  const of = (code: string, origin: Finding['origin']) => statusOf(finding(code, origin));
  expect([of('A', 'sender'), of('B', 'sender'), of('C', 'sender')]).toEqual([409, 422, 422]);
  expect([of('B', 'node'), of('B', 'partner'), of('B', 'operator')]).toEqual([500, 502, 500]);
  expect(of('API-0101', 'sender')).toBe(404);
});

const telling = {
  ...({ language: 'fr', status: 422 } as const),
  texts: (language: string, code: string, parameters: object) => `${language} ${code} ${JSON.stringify(parameters)}`,
};

test('problem details carry the finding, its text and where it was', () => {
  const found: Finding = { ...finding('TST-0001', 'sender'), parameters: { a: 1 }, at: { segment: 2 } };
  const problem = problemOf({ finding: found }, { ...telling, instance: '/api/x' });
  expect(problem).toEqual({
    type: 'urn:tripoint:finding:TST-0001',
    title: 'fr TST-0001 {"a":1}',
    status: 422,
    ...{ code: 'TST-0001', origin: 'sender', severity: 'error', parameters: { a: 1 }, at: { segment: 2 } },
    instance: '/api/x',
  });
  expect(problemSchema.parse(problem)).toEqual(problem);
  expect(problemMediaType).toBe('application/problem+json');
});

test('what is not there is left out; one misfit is the finding itself, several are told', () => {
  const misfit = { path: '/a', problem: 'x' };
  const bare = problemOf({ finding: finding('A', 'node') }, telling);
  expect(Object.keys(bare)).toEqual(['type', 'title', 'status', 'code', 'origin', 'severity', 'parameters']);
  expect(problemOf({ finding: finding('A', 'node'), misfits: [misfit] }, telling).misfits).toBeUndefined();
  const two = problemOf({ finding: finding('A', 'node'), misfits: [misfit, misfit] }, telling);
  expect(two.misfits).toEqual([misfit, misfit]);
  expect(problemSchema.parse(two)).toEqual(two);
  expect(problemSchema.safeParse({ ...two, origin: 'nobody' }).success).toBe(false);
  expect(problemSchema.safeParse({ ...two, severity: 'sad' }).success).toBe(false);
});
