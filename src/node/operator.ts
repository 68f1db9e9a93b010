import { dirname, join, resolve } from 'node:path';
import { loadAuth, loadClock, loadCrypto } from '#adapters';
import { accessTableSchema } from '#api';
import { type CountryCode, err, type Finding, instant, ok, type Result, toHex } from '#kernel';
import { tablesFrom } from './data-folder.ts';
import { nodeFindings } from './findings.ts';
import { loadIdentity } from './identity.ts';
import { loadConfig } from './load-config.ts';

/** What a partner writes into his configuration to exchange with this node. Nothing of it is secret. */
export interface PublicKeys {
  readonly country: CountryCode;
  readonly sealingKey: string;
  readonly signingKey: string;
}

/** The public halves of a node's keys; the secret ones are made when there are none yet. */
export async function publicKeys(configFile: string): Promise<Result<PublicKeys>> {
  const config = await loadConfig(configFile);
  if (!config.ok) return config;
  const { createEnvelope, createSigner } = await loadCrypto();
  const identity = await loadIdentity(join(dirname(resolve(configFile)), config.value.identity));
  return ok({
    country: config.value.country,
    sealingKey: toHex(createEnvelope(identity.sealing).publicKey),
    signingKey: toHex(createSigner(identity.signing).publicKey),
  });
}

/** Whom a token is for. */
export interface TokenWish {
  readonly name: string;
  readonly roles: readonly string[];
  readonly ports: readonly string[];
  readonly organisation?: string;
  readonly days: number;
}

async function tokensOf(configFile: string) {
  const config = await loadConfig(configFile);
  if (!config.ok) return config;
  const { createTokens, fileTokenStore } = await loadAuth();
  const { createRandom } = await loadCrypto();
  const { systemClock: clock } = await loadClock();
  const store = await fileTokenStore(join(dirname(resolve(configFile)), config.value.tokens));
  const tables =
    config.value.tables === undefined ? undefined : join(dirname(resolve(configFile)), config.value.tables);
  const { roles } = accessTableSchema.parse(tablesFrom(tables)('access/roles.json'));
  const known = roles.map((role) => role.name);
  return ok({ clock, known, tokens: createTokens({ store, random: createRandom(), clock }) });
}

const dayMilliseconds = 86_400_000;

/** Makes a token for an officer, a carrier or a partner node. Its text is told once and kept nowhere. */
export async function issueToken(configFile: string, wish: TokenWish): Promise<Result<{ id: string; token: string }>> {
  const opened = await tokensOf(configFile);
  if (!opened.ok) return opened;
  const { clock, known, tokens } = opened.value;
  const role = wish.roles.find((one) => !known.includes(one));
  if (role !== undefined) return err(nodeFindings.find('NOD-0204', { role, known: known.join(', ') }));
  const { days, ...whom } = wish;
  const { token, record } = await tokens.issue({ ...whom, expiresAt: instant(clock.now() + days * dayMilliseconds) });
  return ok({ id: record.id, token });
}

/** Revokes a token by its id; a node that runs refuses it from the next request on. */
export async function revokeToken(configFile: string, id: string): Promise<Result<void, Finding>> {
  const opened = await tokensOf(configFile);
  if (!opened.ok) return opened;
  return (await opened.value.tokens.revoke(id)) ? ok(undefined) : err(nodeFindings.find('NOD-0203', { id }));
}
