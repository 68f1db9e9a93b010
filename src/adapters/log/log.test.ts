import { expect, test } from 'vitest';
import { createLog } from './log.ts';
import { maskFields } from './mask.ts';

const jwt = 'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJ1LTE3In0.c2lnbmF0dXJl';

test('a field that nobody allowed is masked, however harmless it looks', () => {
  expect(
    maskFields({
      status: 200,
      code: 'API-0101',
      surname: 'ERIKSSON',
      documentNumber: 'L898902C3',
      url: '/x?name=ANNA',
    }),
  ).toEqual({
    status: 200,
    code: 'API-0101',
    surname: '[masked]',
    documentNumber: '[masked]',
    url: '[masked]',
  });
});

test('credentials and machine-readable zones are masked inside allowed texts', () => {
  for (const [text, left] of [
    [`Bearer ${jwt}`, '[masked]'],
    [`at ${jwt} end`, 'at [masked] end'],
    ['tpt_0123456789abcdef_secretSECRET-_x.', '[masked].'],
    ['P<UTOERIKSSON<<ANNA<MARIA<<<<<', '[masked]'],
    ['near NAD+FL+++ERIKSSON:ANNA+++ here', 'near [masked] here'],
    ["x'DOC+P+L898902C3'", "x'[masked]'"],
    ['an ordinary cause', 'an ordinary cause'],
  ] as const) {
    expect(maskFields({ cause: text })['cause']).toBe(left);
  }
});

test('masking takes no time to speak of on any text', () => {
  const began = performance.now();
  for (const text of ['<'.repeat(1e6), 'A'.repeat(1e6), 'eyJ'.repeat(3e5), 'NAD+'.repeat(3e5), 'Bearer '.repeat(2e5)])
    maskFields({ cause: text });
  expect(performance.now() - began).toBeLessThan(500);
});

test('a line is JSON with level, time, node, event and fields; the level is a floor', () => {
  const lines: string[] = [];
  const log = createLog({ level: 'warn', node: 'MX', destination: { write: (line) => void lines.push(line) } });
  log.info('quiet');
  log.warn('outbox-full', { country: 'US', count: 3 });
  log.error('bug');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      node: 'MX',
      event: 'outbox-full',
      country: 'US',
      count: 3,
    },
    { level: 'error', time: expect.any(String), node: 'MX', event: 'bug' },
  ]);
});
