import { type AggregateId, type Finding, invariant, type KeyId } from '#kernel';
import { ledgerFindings } from './findings.ts';
import type { EntryHeader, Group } from './store.ts';

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
  const [only] = group.entries;
  // What the house does most of all, one entry under a key that is there, needs no sets to be looked at.
  if (only !== undefined && group.entries.length === 1 && group.keys.length === 0) {
    return refusalOf(only.header, standing, keyless);
  }
  return refusalOfMany(group, standing, keyless);
}

function refusalOfMany(group: Group, standing: Standing, keyless: boolean): Finding | undefined {
  const brought = broughtBy(group, standing);
  const last = new Map<AggregateId, number>();
  const aliases = new Map<string, AggregateId>();
  for (const { header } of group.entries) {
    const { aggregate, version, alias, key } = header;
    const before = last.get(aggregate) ?? standing.last(aggregate);
    if (version !== before + 1) return ledgerFindings.find('LED-0101', { aggregate, version, last: before });
    last.set(aggregate, version);
    const keyed = keyless || brought.has(key) || standing.hasKey(key);
    if (!keyed) return ledgerFindings.find('LED-0103', { key });
    if (alias === undefined) continue;
    const doubled = aliases.get(alias);
    if (doubled !== undefined) return ledgerFindings.find('LED-0102', { aggregate: doubled });
    aliases.set(alias, aggregate);
  }
  return takenAlias(aliases, standing);
}

function refusalOf(header: EntryHeader, standing: Standing, keyless: boolean): Finding | undefined {
  const { aggregate, version, alias, key } = header;
  const last = standing.last(aggregate);
  if (version !== last + 1) return ledgerFindings.find('LED-0101', { aggregate, version, last });
  if (!keyless && !standing.hasKey(key)) return ledgerFindings.find('LED-0103', { key });
  const taken = alias === undefined ? undefined : standing.aggregateOf(alias);
  return taken && ledgerFindings.find('LED-0102', { aggregate: taken });
}

function takenAlias(aliases: ReadonlyMap<string, AggregateId>, standing: Standing): Finding | undefined {
  for (const alias of aliases.keys()) {
    const aggregate = standing.aggregateOf(alias);
    if (aggregate !== undefined) return ledgerFindings.find('LED-0102', { aggregate });
  }
  return undefined;
}

function broughtBy({ keys }: Group, standing: Standing): ReadonlySet<KeyId> {
  const brought = new Set(keys.map((key) => key.id));
  const twice = brought.size < keys.length || keys.some((key) => standing.hasKey(key.id));
  invariant(!twice, 'a key id is random and comes once');
  return brought;
}
