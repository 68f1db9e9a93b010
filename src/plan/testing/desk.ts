import {
  type Access,
  type AggregateId,
  err,
  type Instant,
  type Measure,
  ok,
  type Recorded,
  type RouteRequest,
} from '#kernel';
import type { Fact } from '../facts/fact.ts';
import { draftOf, keyOf, planView, type Said, saidFold } from '../facts/records.ts';
import type { Signatures } from '../facts/say.ts';

/** Takes every signature for good. */
const openHanded: Signatures = { sign: () => new Uint8Array(64), verify: () => true };

/** One node's means in memory: aggregates by their key, a clock that stands, and a view that may lag. */
export class Desk {
  readonly entries = new Map<string, Recorded[]>();
  readonly measures = new Map<string, Measure>();
  /** Aggregates of which the view has not heard yet. */
  readonly unheard = new Set<string>();
  /** The code with which appends fail, where any do, and how many of them still will. */
  failing = '';
  failures = Number.POSITIVE_INFINITY;
  readonly access: Access;

  constructor(now: Instant, country = 'US', signatures: Signatures = openHanded) {
    const offered: Readonly<Record<string, unknown>> = {
      measures: this.measures,
      signatures,
      texts: (language: string, { code }: { readonly code: string }) => `${language} ${code}`,
    };
    const desk = {
      country,
      now: () => now,
      open: (key: string) => Promise.resolve(key),
      find: (key: string) => Promise.resolve(this.entries.has(key) ? key : undefined),
      state: (key: string) => Promise.resolve(this.entries.get(key)?.reduce(saidFold.apply, saidFold.initial)),
      record: (key: string, drafts: readonly { kind: string; data: unknown }[]) => {
        if (this.failing !== '' && this.failures > 0) {
          this.failures -= 1;
          return Promise.resolve(err({ code: this.failing, origin: 'node', severity: 'error', parameters: {} }));
        }
        this.#append(key, drafts, now);
        return Promise.resolve(ok(undefined));
      },
      view: () => ({ state: this.heard() }),
      service: (name: string) => offered[name],
    };
    // What the rooms of the plan ask of an access, and no more.
    this.access = desk as unknown as Access;
  }

  #append(key: string, drafts: readonly { kind: string; data: unknown }[], at: Instant): void {
    const known = this.entries.get(key) ?? [];
    for (const draft of drafts) {
      const aggregate = key as AggregateId;
      known.push({ ...draft, aggregate, version: known.length + 1, at, reality: 'live' } as Recorded);
    }
    this.entries.set(key, known);
  }

  /** What the view lists. */
  heard(): ReadonlyMap<AggregateId, Said> {
    const listed = [...this.entries].flatMap(([key, entries]) => {
      const said = this.unheard.has(key) ? undefined : entries.reduce(planView.fold.apply, planView.fold.initial);
      return said === undefined ? [] : [[key as AggregateId, said] as const];
    });
    return new Map(listed);
  }

  /** Facts that this node has heard. */
  hear(...facts: readonly Fact[]): this {
    for (const fact of facts) this.#append(keyOf(fact.milestone), [draftOf(fact)], fact.madeAt);
    return this;
  }

  /** Everything that was recorded of a promise. */
  said(milestone: string): readonly Fact[] {
    return (this.entries.get(keyOf(milestone)) ?? []).map(({ data }) => data as Fact);
  }
}

/** What a caller asks of a route. */
export const asks = (more: Partial<RouteRequest> = {}): RouteRequest => ({
  actor: { name: 'Ann', roles: [], ports: [] },
  path: {},
  query: {},
  body: undefined,
  scope: {} as RouteRequest['scope'],
  language: 'fr',
  reality: 'live',
  ...more,
});
