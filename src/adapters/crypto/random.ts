import { randomFillSync } from 'node:crypto';
import type { Random } from '#kernel';

const poolLength = 65_536;

/**
 * The system's random bytes through a pool, since one call for 64 KiB costs little more than one for 32 bytes.
 * What was given out is wiped from the pool, so that a destroyed key has no second copy here.
 */
export function createRandom(): Random {
  const pool = new Uint8Array(poolLength);
  let used = poolLength;
  return {
    bytes(count) {
      if (count > poolLength) return randomFillSync(new Uint8Array(count));
      if (used + count > poolLength) {
        randomFillSync(pool);
        used = 0;
      }
      const bytes = pool.slice(used, used + count);
      pool.fill(0, used, used + count);
      used += count;
      return bytes;
    },
  };
}
