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
  readonly memory: Room;
  /** Room for lodgements under way. */
  readonly lodgements: Room;
  stopping: boolean;
}

/** Room that requests share: what one takes it gives back when it is answered. */
export interface Room {
  take(some: number): boolean;
  give(some: number): void;
}

function createRoom(limit: number, onUsed: (used: number) => void = () => {}): Room {
  let used = 0;
  const use = (some: number): true => {
    used += some;
    onUsed(used);
    return true;
  };
  return { take: (some) => used + some <= limit && use(some), give: (some) => void use(-some) };
}

/** Makes the options ready. */
export function createEdge({ limits, ...options }: HttpServerOptions): Edge {
  const all = { ...defaultLimits, ...limits };
  return {
    ...options,
    limits: all,
    statusOf: statuses(options.parts),
    underWay: new Set(),
    memory: createRoom(all.bufferedBytes),
    lodgements: createRoom(all.underWay, options.metrics.underWay),
    stopping: false,
  };
}
