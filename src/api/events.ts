import type { Actor, Instant, Json, Reality } from '#kernel';
import { within } from '#kernel';
import type { AccessRules } from './access.ts';

/** Something that happened, for whoever watches. It holds references and counts, never personal data. */
export interface NodeEvent {
  readonly kind: string;
  readonly at: Instant;
  /** The permission that a watcher needs to see it. */
  readonly permission: string;
  readonly ports?: readonly string[];
  readonly organisation?: string;
  readonly reality: Reality;
  readonly data: Json;
}

/** An event with its place in the stream: `<epoch>-<number>`; a new epoch begins with each start of the node. */
export interface PlacedEvent {
  readonly id: string;
  readonly event: NodeEvent;
}

/** The last events of a node, and who listens for the next. */
export interface EventStream {
  publish(event: NodeEvent): PlacedEvent;
  /** Returns how to stop. */
  subscribe(listener: (placed: PlacedEvent) => void): () => void;
  /** Events after the one with this id. Not complete when the ring has lost some, or the id is of another epoch. */
  since(id: string): { readonly events: readonly PlacedEvent[]; readonly complete: boolean };
}

/** Keeps the last `capacity` events for watchers that come back. */
export function createEventStream({ capacity, epoch }: { capacity: number; epoch: string }): EventStream {
  const ring: PlacedEvent[] = [];
  const listeners = new Set<(placed: PlacedEvent) => void>();
  let count = 0;
  return {
    publish: (event) => {
      count += 1;
      const placed = { id: `${epoch}-${count}`, event };
      ring[(count - 1) % capacity] = placed;
      for (const listener of listeners) listener(placed);
      return placed;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    since: (id) => {
      const split = id.lastIndexOf('-');
      const number = /^\d{1,15}$/.test(id.slice(split + 1)) ? Number(id.slice(split + 1)) : -1;
      const known = id.slice(0, split) === epoch && number >= 0 && number <= count;
      const oldest = Math.max(0, count - capacity);
      const from = known ? Math.max(number, oldest) : count;
      const events: PlacedEvent[] = [];
      for (let at = from; at < count; at += 1) {
        const placed = ring[at % capacity];
        if (placed !== undefined) events.push(placed);
      }
      return { events, complete: known && number >= oldest };
    },
  };
}

/** True when the actor may see the event: the permission within the scope, and the same reality if his is forced. */
export function maySee(rules: AccessRules, actor: Actor, event: NodeEvent): boolean {
  if (actor.reality !== undefined && actor.reality !== event.reality) return false;
  const scope = rules.permit(actor, { permission: event.permission, personal: false });
  return scope.ok && within(scope.value, event);
}

/** One event on the wire (HTML Living Standard, 9.2.6). JSON text has no line break, so one data line is enough. */
export const eventText = (kind: string, data: Json, id?: string): string =>
  `${id === undefined ? '' : `id: ${id}\n`}event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`;
