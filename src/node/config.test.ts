import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const codeAt = (value: unknown): unknown => {
  const read = readConfig(value);
  return read.ok ? undefined : read.error.parameters['path'];
};

test('a country is enough; everything else has a usual value', () => {
  expect(readConfig({ country: 'US' })).toEqual({
    ok: true,
    value: {
      ...{ country: 'US', reality: 'live', identity: 'identity.json', tokens: 'tokens.json' },
      store: { kind: 'embedded', folder: 'ledger' },
      http: { host: '127.0.0.1', port: 8421 },
      ...{ partners: [], lists: [], lenient: [] },
    },
  });
});

test('the first thing that is wrong is named by its place; what is unknown is wrong', () => {
  const key = 'a'.repeat(64);
  const partner = { country: 'CA', url: 'https://ca.example', sealingKey: key, signingKey: key };
  const list = { file: 'sdn.csv', format: 'ofac', name: 'sdn', purpose: 'sanctions' };
  const more = (rest: object) => ({ country: 'US', ...rest });
  expect(readConfig(more({ partners: [partner], lists: [{ ...list, alt: 'alt.csv' }], http: { port: 0 } })).ok).toBe(
    true,
  );
  for (const [path, value] of [
    ['', []],
    ['country', {}],
    ['country', { country: 'usa' }],
    ['', more({ contry: 'US' })],
    ['reality', more({ reality: 'play' })],
    ['store.kind', more({ store: { kind: 'cloud' } })],
    ['store.url', more({ store: { kind: 'postgres', keys: 'k' } })],
    ['http.port', more({ http: { port: 65_536 } })],
    ['http.port', more({ http: { port: 1.5 } })],
    ['partners.0.url', more({ partners: [{ ...partner, url: 'ca' }] })],
    ['partners.0.sealingKey', more({ partners: [{ ...partner, sealingKey: 'A'.repeat(64) }] })],
    ['partners.1.country', more({ partners: [partner, { ...partner, country: 'X' }] })],
    ['lists.0.format', more({ lists: [{ ...list, format: 'xls' }] })],
    ['backup.recoveryKey', more({ backup: { recoveryKey: 'k' } })],
    ['backup.keepDays', more({ backup: { recoveryKey: key, keepDays: 0 } })],
    ['oidc.issuer', more({ oidc: { issuer: 'x', audience: 'a', roles: {} } })],
  ] as const)
    expect(codeAt(value), JSON.stringify(value)).toBe(path);
});
