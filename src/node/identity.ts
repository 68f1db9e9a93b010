import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { fromHex, invariant } from '#kernel';

const secret = z.string().regex(/^[0-9a-f]{64}$/);

const identitySchema = z.strictObject({
  /** X25519: what partners seal to. */
  sealing: secret,
  /** Ed25519: what this node signs with. */
  signing: secret,
  /** With what natural keys are hashed. */
  alias: secret,
  /** Under what the epoch key of a PostgreSQL store is kept. */
  epoch: secret,
});

/** The secrets that make a node this node. */
export interface Identity {
  readonly sealing: Uint8Array;
  readonly signing: Uint8Array;
  readonly alias: Uint8Array;
  readonly epoch: Uint8Array;
}

const bytes = (text: string): Uint8Array => {
  const read = fromHex(text);
  invariant(read !== undefined, 'the schema has checked the digits');
  return read;
};

async function make(path: string): Promise<z.infer<typeof identitySchema>> {
  const fresh = () => randomBytes(32).toString('hex');
  const identity = { sealing: fresh(), signing: fresh(), alias: fresh(), epoch: fresh() };
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}`;
  const file = await open(beside, 'wx', 0o600);
  await file.writeFile(`${JSON.stringify(identity, null, 2)}\n`);
  await file.sync();
  await file.close();
  await rename(beside, path);
  return identity;
}

/** Reads the node's secrets, or makes them on first start, readable by the owner only. */
export async function loadIdentity(path: string): Promise<Identity> {
  const text = await readFile(path, 'utf8').catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return undefined;
    throw problem;
  });
  const identity = text === undefined ? await make(path) : identitySchema.parse(JSON.parse(text));
  return {
    sealing: bytes(identity.sealing),
    signing: bytes(identity.signing),
    alias: bytes(identity.alias),
    epoch: bytes(identity.epoch),
  };
}
