import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import { createRemoteJWKSet, customFetch, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { apiFindings } from '#api';
import type { Actor, Clock, Finding, Result } from '#kernel';
import { err, ok } from '#kernel';
import type { Fetch } from './limited-fetch.ts';
import { limitedFetch } from './limited-fetch.ts';

/** The issuer that a node trusts, and how its claims become an actor. */
export interface OidcOptions {
  /** Exactly as it stands in `iss`; the discovery document is asked for below it (OpenID Connect Discovery 1.0, section 4). */
  readonly issuer: string;
  readonly audience: string;
  /** Asymmetric ones only; anything else in a token is refused whatever its signature. */
  readonly algorithms?: readonly ('ES256' | 'ES384' | 'EdDSA' | 'PS256' | 'RS256')[];
  /** The claim with the caller's groups, dots lead inwards: `realm_access.roles`. */
  readonly roleClaim: string;
  /** Group of the issuer to role of the node; a group that is not named gives nothing. */
  readonly roles: Readonly<Record<string, string>>;
  readonly organisationClaim?: string;
  readonly portsClaim?: string;
  readonly toleranceSeconds?: number;
  /** How long keys are used without asking again, and how soon an unknown key may make us ask again. */
  readonly cacheSeconds?: number;
  readonly cooldownSeconds?: number;
  /** True for a token that was revoked before its time, by its `jti`; a token without one cannot be revoked and is refused. */
  readonly revoked: (jti: string) => Promise<boolean>;
  readonly clock: Clock;
  readonly fetch?: Fetch;
}

const { find } = apiFindings;

/** Reads a claim by its dotted name. */
function claim(payload: JWTPayload, name: string): unknown {
  let value: unknown = payload;
  for (const step of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

const texts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string').slice(0, 64);

function actorOf(payload: JWTPayload, options: OidcOptions): Actor {
  const granted = texts(claim(payload, options.roleClaim)).flatMap((group) =>
    Object.hasOwn(options.roles, group) ? [options.roles[group] ?? ''] : [],
  );
  const organisation = options.organisationClaim === undefined ? undefined : claim(payload, options.organisationClaim);
  return {
    name: String(payload.sub),
    roles: [...new Set(granted)],
    ports: options.portsClaim === undefined ? [] : texts(claim(payload, options.portsClaim)),
    ...(typeof organisation === 'string' ? { organisation } : {}),
  };
}

/** Failures of the key set, not of the token: too late, not well-formed, or not a document at all. */
const atIssuer: ReadonlySet<string> = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);

/** Which finding a failed verification is. What is no failure of the token is thrown on. */
function findingOf(error: unknown, issuer: string): Finding {
  if (error instanceof errors.JWTExpired) return find('API-0111');
  if (error instanceof errors.JWTClaimValidationFailed) {
    return error.claim === 'nbf' || error.claim === 'exp' ? find('API-0111') : find('API-0113', { claim: error.claim });
  }
  if (error instanceof IssuerUnreachable) return find('API-0115', { issuer });
  if (!(error instanceof errors.JOSEError)) throw error;
  return atIssuer.has(error.code) ? find('API-0115', { issuer }) : find('API-0114');
}

/** The issuer does not answer, or not as an issuer does. */
class IssuerUnreachable extends Error {
  override readonly name = 'IssuerUnreachable';
}

type Discovery = Pick<OidcOptions, 'issuer' | 'cacheSeconds' | 'cooldownSeconds' | 'fetch'>;

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.string() });

/** Asks for the discovery document, which must name the very issuer that was asked. */
async function discover(options: Discovery): Promise<JWTVerifyGetKey> {
  const { issuer, cacheSeconds = 600, cooldownSeconds = 30, fetch = limitedFetch } = options;
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const document = discoverySchema.safeParse(await response.json());
  if (!response.ok || !document.success || document.data.issuer !== issuer) throw new IssuerUnreachable();
  return createRemoteJWKSet(new URL(document.data.jwks_uri), {
    cacheMaxAge: cacheSeconds * 1000,
    cooldownDuration: cooldownSeconds * 1000,
    [customFetch]: (url: string) => fetch(url).catch(() => Promise.reject(new IssuerUnreachable())),
  });
}

/** Finds the issuer's keys, asking for the discovery document when it is wanted and old, once for all who wait. */
function keysOf(options: OidcOptions): JWTVerifyGetKey {
  const { clock, cacheSeconds = 600 } = options;
  let keys: Promise<JWTVerifyGetKey> | undefined;
  let askAgainAt = 0;
  return async (header, token) => {
    if (keys === undefined || askAgainAt <= clock.now()) {
      askAgainAt = clock.now() + cacheSeconds * 1000;
      keys = discover(options).catch(() => {
        // A dead issuer is not asked again by each request: that would make us the one who keeps it down.
        askAgainAt = clock.now() + 1000;
        throw new IssuerUnreachable();
      });
    }
    return (await keys)(header, token);
  };
}

/** Verifies bearer tokens of one issuer (RFC 9068, RFC 8725): issuer, audience, algorithm, times, revocation; then maps its groups to roles. */
export function createOidcVerifier(options: OidcOptions): (token: string) => Promise<Result<Actor>> {
  const { issuer, audience, algorithms = ['ES256', 'EdDSA', 'PS256', 'RS256'], toleranceSeconds = 30, clock } = options;
  const keys = keysOf(options);
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: [...algorithms],
        requiredClaims: ['exp', 'sub', 'jti'],
        clockTolerance: toleranceSeconds,
        currentDate: new Date(clock.now()),
      });
      return (await options.revoked(String(payload.jti))) ? err(find('API-0112')) : ok(actorOf(payload, options));
    } catch (error) {
      return err(findingOf(error, issuer));
    }
  };
}
