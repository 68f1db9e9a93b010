import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Result } from '#kernel';
import { ledgerPlace, neededValue, readOptions, wholeNumber } from './options.ts';
import { type FoundVerb, findVerb } from './part-verbs.ts';
import { orRefuse, Refusal } from './refusal.ts';
import { parsed, refusedBy } from './request-node.ts';
import { languageOf } from './terminal.ts';

const valued = ['n', 'config', 'data', 'many...'];
const read = (...words: string[]) => orRefuse(readOptions('c', words, { valued }));
const errorOf = (result: Result<unknown>) => (result.ok ? undefined : result.error);

describe('values of options', () => {
  const range = { usual: 5, least: 2, most: 9 };

  test('a whole number is taken at both ends of its range and refused one beyond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 12 }), (value) => {
        const known = '2-9';
        const option = wholeNumber(read('--n', String(value)), 'n', range);
        if (value >= 2 && value <= 9) expect(option).toEqual({ ok: true, value });
        else
          expect(errorOf(option)).toMatchObject({
            code: 'CLI-0107',
            parameters: { option: '--n', value: String(value), known },
          });
      }),
    );
  });

  test.each(['', '-1', '3.0', '1e0', ' 3', '3x', '0x3', '00000000000000003'])('"%s" is no whole number', (text) => {
    expect(errorOf(wholeNumber(read(`--n=${text}`), 'n', range))?.code).toBe('CLI-0107');
  });

  test('without the option the usual number stands, even outside the range; the last given wins', () => {
    expect(wholeNumber(read(), 'n', { ...range, usual: 0 })).toEqual({ ok: true, value: 0 });
    expect(wholeNumber(read('--n=99', '--n', '3'), 'n', range)).toEqual({ ok: true, value: 3 });
    expect(wholeNumber(read('--n=0'), 'n', { usual: 1 })).toEqual({ ok: true, value: 0 });
    expect(wholeNumber(read('--n=9007199254740992'), 'n', { usual: 1 }).ok).toBe(false);
  });

  test('a ledger stands at exactly one place', () => {
    expect(ledgerPlace('c', read('--config', 'a'))).toEqual({ ok: true, value: { config: 'a' } });
    expect(ledgerPlace('c', read('--data', 'b'))).toEqual({ ok: true, value: { data: 'b' } });
    for (const options of [read(), read('--config', 'a', '--data', 'b')])
      expect(errorOf(ledgerPlace('c', options))).toMatchObject({
        code: 'CLI-0103',
        parameters: { command: 'c', what: '--config | --data' },
      });
  });

  test('a needed value is named when it is missing; one that is empty is given', () => {
    expect(errorOf(neededValue('c', read(), 'n'))).toMatchObject({
      code: 'CLI-0103',
      parameters: { command: 'c', what: '--n' },
    });
    expect(neededValue('c', read('--n='), 'n')).toEqual({ ok: true, value: '' });
  });

  test('only the first equals sign divides, and lists go on where they are named again', () => {
    expect(read('--n=a=b').values).toEqual({ n: ['a=b'] });
    expect(read('--many', 'a', 'b', '--n', '1', '--many=c').values).toEqual({ many: ['a', 'b', 'c'], n: ['1'] });
    expect(orRefuse(readOptions('c', ['x=y'], { operands: ['X'] })).operands).toEqual(['x=y']);
  });
});

test.each([
  [undefined, {}, 'en'],
  ['fr-CA', { TRIPOINT_LANG: 'es' }, 'fr'],
  ['ES', {}, 'es'],
  ['de', { LANG: 'fr' }, 'en'],
  [undefined, { TRIPOINT_LANG: 'es', LC_ALL: 'fr' }, 'es'],
  [undefined, { LC_ALL: 'fr_CA.UTF-8', LC_MESSAGES: 'es', LANG: 'es' }, 'fr'],
  [undefined, { LC_MESSAGES: 'es_MX', LANG: 'fr' }, 'es'],
  [undefined, { LANG: 'fr' }, 'fr'],
  [undefined, { LANG: 'C' }, 'en'],
])('asked for %s in %j the command speaks %s', (asked, environment, language) => {
  expect(languageOf(asked, environment)).toBe(language);
});

describe('refusals', () => {
  const thrown = (result: Result<unknown>, code?: 3): unknown => {
    try {
      orRefuse(result, code);
    } catch (failed) {
      return failed;
    }
    return undefined;
  };
  test('a value passes; a finding ends the command, with 2 unless another code is given', () => {
    expect(orRefuse({ ok: true, value: 0 })).toBe(0);
    const missing = ledgerPlace('c', read());
    expect(thrown(missing)).toBeInstanceOf(Refusal);
    expect(thrown(missing)).toMatchObject({ code: 2, message: 'CLI-0103', findings: [{ code: 'CLI-0103' }] });
    expect(thrown(missing, 3)).toMatchObject({ code: 3 });
  });

  test('an answer that is no problem document is named by its HTTP status', () => {
    const answer = { status: 502, statusText: 'Bad Gateway', bytes: Buffer.from('<html>') };
    expect(parsed(answer)).toBeUndefined();
    expect(parsed({ ...answer, bytes: Buffer.from('{"é":1}') })).toEqual({ é: 1 });
    expect(refusedBy('http://n', answer)).toMatchObject({
      code: 3,
      findings: [{ code: 'CLI-0202', parameters: { address: 'http://n', code: '502', problem: 'Bad Gateway' } }],
    });
  });
});

describe('verbs of the domains', () => {
  const verb = (name: string): FoundVerb['verb'] => ({
    name,
    usage: `tripoint ${name}`,
    summary: { en: name, fr: name, es: name },
    load: async () => ({ run: async () => 0 }),
  });
  const catalogues = { en: {}, fr: {}, es: {} };
  const loaded: string[] = [];
  const loader =
    (name: string, ...names: string[]) =>
    async () => {
      loaded.push(name);
      return { verbs: names.map(verb), catalogues };
    };
  const loaders = { a: loader('a', 'decode'), b: loader('b', 'decode list', 'weigh') };

  test('two words win over one, and what follows them is the rest', async () => {
    const found = await findVerb(['decode', 'list', 'x'], loaders, undefined);
    expect([found?.verb.name, found?.rest]).toEqual(['decode list', ['x']]);
    const one = await findVerb(['decode', 'x'], loaders, undefined);
    expect([one?.verb.name, one?.rest]).toEqual(['decode', ['x']]);
    expect(await findVerb(['list'], loaders, undefined)).toBeUndefined();
    expect(await findVerb([], loaders, undefined)).toBeUndefined();
  });

  test('by the index of the build no other domain is loaded', async () => {
    loaded.length = 0;
    const index = { a: ['decode'], b: ['decode list', 'weigh'] };
    expect((await findVerb(['weigh', 'x'], loaders, index))?.rest).toEqual(['x']);
    expect(loaded).toEqual(['b']);
    expect(await findVerb(['nothing'], loaders, index)).toBeUndefined();
    expect(loaded).toEqual(['b']);
  });
});
