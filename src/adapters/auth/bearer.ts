import type { Authenticate } from '#api';
import { apiFindings } from '#api';
import type { Actor, Result } from '#kernel';
import { err, ok } from '#kernel';
import type { Tokens } from './tokens.ts';
import { looksLikeToken } from './tokens.ts';

/** Who is believed. */
export interface BearerOptions {
  readonly tokens?: Pick<Tokens, 'verify'>;
  readonly oidc?: (token: string) => Promise<Result<Actor>>;
  /**
   * Who calls without credentials: the visitor of a demonstration, in the role that he sits in (`X-Sit-As`), where he
   * names one. Absent: nobody may.
   */
  readonly visitor?: (role: string | undefined) => Actor | undefined;
}

const { find } = apiFindings;

/** Authenticates by `Authorization: Bearer …` (RFC 6750): our own tokens by their look, any other with the issuer. */
export function bearerAuthentication({ tokens, oidc, visitor }: BearerOptions): Authenticate {
  return async ({ authorization, header }) => {
    if (authorization === undefined) {
      const guest = visitor?.(header('x-sit-as'));
      return guest === undefined ? err(find('API-0103')) : ok(guest);
    }
    const token = /^Bearer +([A-Za-z0-9._~+/-]{1,8192}=*)$/i.exec(authorization)?.[1];
    if (token === undefined) return err(find('API-0103'));
    const verify = looksLikeToken(token) ? tokens?.verify : oidc;
    return verify === undefined ? err(find('API-0110')) : verify(token);
  };
}
