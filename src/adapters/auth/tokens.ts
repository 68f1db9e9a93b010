import { createHash, timingSafeEqual } from 'node:crypto';
import { apiFindings } from '#api';
import type { Actor, Clock, Instant, Random, Reality, Result } from '#kernel';
import { err, invariant, ok, parseReality, toBase64Url, toHex } from '#kernel';

/** What is kept of a token: whom it stands for, and a digest from which it cannot be had back. */
export interface TokenRecord {
  /** The part of the token that names it, 16 hexadecimal digits. */
  readonly id: string;
  /** SHA-256 of the secret, 64 hexadecimal digits. */
  readonly digest: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly organisation?: string;
  readonly ports: readonly string[];
  /** Forced on everything that is done with the token. */
  readonly reality?: Reality;
  readonly expiresAt: Instant;
  readonly revokedAt?: Instant;
}

/** Where token records are kept. */
export interface TokenStore {
  find(id: string): Promise<TokenRecord | undefined>;
  /** Resolves when the record is durable; an equal id replaces. */
  put(record: TokenRecord): Promise<void>;
  list(): Promise<readonly TokenRecord[]>;
}

/** Keeps records in memory. */
export function memoryTokenStore(records: readonly TokenRecord[] = []): TokenStore {
  const kept = new Map(records.map((record) => [record.id, record]));
  return {
    find: async (id) => kept.get(id),
    put: async (record) => void kept.set(record.id, record),
    list: async () => [...kept.values()],
  };
}

/** Whom a new token shall stand for, and until when. */
export type TokenOrder = Omit<TokenRecord, 'id' | 'digest' | 'revokedAt'>;

/** The tokens of a node. */
export interface Tokens {
  /** Makes a token. Its text is told once and kept nowhere. */
  issue(order: TokenOrder): Promise<{ readonly token: string; readonly record: TokenRecord }>;
  /** A token for a carrier that certifies itself: all it does is an exercise of its own, and nothing of it is live. */
  issueSandbox(
    organisation: string,
    expiresAt: Instant,
  ): Promise<{ readonly token: string; readonly record: TokenRecord }>;
  /** Takes effect with the next request. False when there is no such token. */
  revoke(id: string): Promise<boolean>;
  verify(token: string): Promise<Result<Actor>>;
}

const shape = /^tpt_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;
const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
const { find } = apiFindings;

/** True when the text looks like a token of ours, so that another kind of bearer token is left to others. */
export const looksLikeToken = (text: string): boolean => text.startsWith('tpt_');

/** Organisations have names of 1 to 64 characters, exercises of 1 to 40 letters, digits and hyphens. */
const exerciseOf = (organisation: string): Reality | undefined =>
  parseReality(`exercise certification-${organisation.replaceAll(/[^A-Za-z0-9-]/g, '-')}`.slice(0, 49));

function actorOf({ name, roles, organisation, ports, reality }: TokenRecord): Actor {
  return {
    name,
    roles,
    ports,
    ...(organisation === undefined ? {} : { organisation }),
    ...(reality === undefined ? {} : { reality }),
  };
}

/** What the tokens of a node stand on. */
export interface TokenMeans {
  readonly store: TokenStore;
  readonly random: Random;
  readonly clock: Clock;
}

/** Makes, checks and revokes the tokens of a node: 256 random bits each, of which only the SHA-256 is kept. */
export function createTokens({ store, random, clock }: TokenMeans): Tokens {
  const issue: Tokens['issue'] = async (order) => {
    const id = toHex(random.bytes(8));
    const secret = toBase64Url(random.bytes(32));
    const record = { ...order, id, digest: digestOf(secret).toString('hex') };
    await store.put(record);
    return { token: `tpt_${id}_${secret}`, record };
  };
  return {
    issue,
    issueSandbox: (organisation, expiresAt) => {
      const reality = exerciseOf(organisation);
      invariant(reality !== undefined, 'a sandbox token without its exercise would be a live one');
      const name = `${organisation} (certification)`;
      return issue({ name, roles: ['carrier'], organisation, ports: [], reality, expiresAt });
    },
    revoke: async (id) => {
      const record = await store.find(id);
      if (record === undefined) return false;
      await store.put({ ...record, revokedAt: clock.now() });
      return true;
    },
    verify: async (token) => {
      const [, id = '', secret = ''] = shape.exec(token) ?? [];
      const record = id === '' ? undefined : await store.find(id);
      // An unknown id costs the same comparison as a wrong secret.
      const expected = record === undefined ? Buffer.alloc(32) : Buffer.from(record.digest, 'hex');
      const same = timingSafeEqual(digestOf(secret), expected);
      if (record === undefined || !same) return err(find('API-0110'));
      if (record.revokedAt !== undefined) return err(find('API-0112'));
      return record.expiresAt <= clock.now() ? err(find('API-0111')) : ok(actorOf(record));
    },
  };
}
