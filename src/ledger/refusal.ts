import { type AggregateId, type Finding, invariant, type KeyId } from '#kernel';
import { ledgerFindings } from './findings.ts';
import type { Group } from './store.ts';

/** What a store must know to accept or refuse a group. Durable and pending ones count alike. */
export interface Standing {
  readonly last: (aggregate: AggregateId) => number;
  readonly aggregateOf: (alias: string) => AggregateId | undefined;
  readonly hasKey: (id: KeyId) => boolean;
}

/**
 * Why a group cannot be appended as things stand; undefined when it can. The same rule for each store: LED-0101 another
 * version, LED-0102 a natural key that is taken, LED-0103 a key that is not there. `keyless` lets entries in whose key was
 * forgotten, as a backup holds them. A key that comes twice is a bug.
 */
export function refusal(group: Group, standing: Standing, keyless = false): Finding | undefined {
  const brought = new Set(group.keys.map((key) => key.id));
  const twice = brought.size < group.keys.length || group.keys.some((key) => standing.hasKey(key.id));
  invariant(!twice, 'a key id is random and comes once');
  const last = new Map<AggregateId, number>();
  const aliases = new Map<string, AggregateId>();
  for (const { header } of group.entries) {
    const { aggregate, version, alias, key } = header;
    const before = last.get(aggregate) ?? standing.last(aggregate);
    if (version !== before + 1) return ledgerFindings.find('LED-0101', { aggregate, version, last: before });
    last.set(aggregate, version);
    const keyed = keyless || brought.has(key) || standing.hasKey(key);
    if (!keyed) return ledgerFindings.find('LED-0103', { key });
    const taken = alias === undefined ? undefined : (aliases.get(alias) ?? standing.aggregateOf(alias));
    if (taken !== undefined) return ledgerFindings.find('LED-0102', { aggregate: taken });
    if (alias !== undefined) aliases.set(alias, aggregate);
  }
  return undefined;
}
