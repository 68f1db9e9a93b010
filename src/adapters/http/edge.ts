import { statuses } from '#api';
import type { Finding } from '#kernel';
import type { HttpLimits, HttpServerOptions } from './options.ts';
import { defaultLimits } from './options.ts';

/** What the pieces of the server share: its options made ready, and the little that it holds between requests. */
export interface Edge extends Omit<HttpServerOptions, 'limits'> {
  readonly limits: HttpLimits;
  readonly statusOf: (finding: Finding) => number;
  /** Idempotency keys whose first request is still under way. */
  readonly underWay: Set<string>;
  readonly memory: Memory;
  stopping: boolean;
}

/** Room for bodies: what is taken is given back when the request is answered. */
export interface Memory {
  take(bytes: number): boolean;
  give(bytes: number): void;
}

function createMemory(limit: number): Memory {
  let used = 0;
  return {
    take: (bytes) => {
      if (used + bytes > limit) return false;
      used += bytes;
      return true;
    },
    give: (bytes) => {
      used -= bytes;
    },
  };
}

/** Makes the options ready. */
export function createEdge({ limits, ...options }: HttpServerOptions): Edge {
  const all = { ...defaultLimits, ...limits };
  return {
    ...options,
    limits: all,
    statusOf: statuses(options.parts),
    underWay: new Set(),
    memory: createMemory(all.bufferedBytes),
    stopping: false,
  };
}
