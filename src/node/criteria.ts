import {
  type DecisionTable,
  type DispositionOrder,
  decide,
  type FailRules,
  failRule,
  loadFailRules,
  loadOrder,
  loadTable,
} from '#decisions';
import type { Clock, CountryCode, Domain, Finding, Means, Result, SubjectList } from '#kernel';
import { Bug, dayOf, err, invariant, ok } from '#kernel';
import { buildIndex, type ListIndex, screen } from '#screening';
import type { StandIn } from './combination.ts';

/** Reads a table by its path below data/ (`decisions/travel/us.json`); undefined when there is none. */
export type TableSource = (path: string) => unknown;

interface DomainCriteria {
  readonly order: DispositionOrder;
  readonly table: DecisionTable;
  readonly failRules: FailRules;
}

/** What a country decides by: its lists, its tables, and what stands in for a partner that is silent. */
export class Criteria {
  readonly #country: CountryCode;
  readonly #clock: Clock;
  readonly #byDomain: ReadonlyMap<string, DomainCriteria>;
  readonly #tables: TableSource;
  #index: ListIndex;

  constructor(from: {
    country: CountryCode;
    clock: Clock;
    byDomain: ReadonlyMap<string, DomainCriteria>;
    tables: TableSource;
    lists: readonly SubjectList[];
  }) {
    this.#country = from.country;
    this.#clock = from.clock;
    this.#byDomain = from.byDomain;
    this.#tables = from.tables;
    this.#index = buildIndex(from.lists);
  }

  order(domain: Domain): DispositionOrder {
    return this.#of(domain.name).order;
  }

  /** The fail rule's word for a country that did not speak; before any rule begins, the most restrictive there is. */
  standIn(domain: Domain): StandIn {
    const { failRules, order } = this.#of(domain.name);
    return (country, why) => {
      const strictest = order.dispositions[0];
      invariant(strictest !== undefined, 'an order has at least one disposition');
      return failRule(failRules, country, '*', dayOf(this.#clock.now()))?.dispositions[why] ?? strictest;
    };
  }

  /** How long a country is waited for, milliseconds. */
  timeLimit(domain: Domain, country: CountryCode): number {
    return (
      failRule(this.#of(domain.name).failRules, country, '*', dayOf(this.#clock.now()))?.timeLimitMilliseconds ?? 0
    );
  }

  /** The means of one assessment: now, these lists, these tables. */
  means(): Means {
    const index = this.#index;
    return {
      country: this.#country,
      at: this.#clock.now(),
      screen: (subjects) => screen(index, subjects),
      decide: (domain, facts) => decide(this.#of(domain).table, facts),
      table: (name) => this.#tables(name) as never,
    };
  }

  /** Replaces the lists, as when a list owner publishes a new version. */
  replaceLists(lists: readonly SubjectList[]): void {
    this.#index = buildIndex(lists);
  }

  #of(domain: string): DomainCriteria {
    const criteria = this.#byDomain.get(domain);
    if (criteria === undefined) throw new Bug(`no criteria for ${domain}`);
    return criteria;
  }
}

/** Loads and checks the tables of every domain; all findings of the first domain that has some come back. */
export function loadCriteria(
  domains: readonly Domain[],
  from: { country: CountryCode; clock: Clock; tables: TableSource; lists: readonly SubjectList[] },
): Result<Criteria, readonly Finding[]> {
  const byDomain = new Map<string, DomainCriteria>();
  for (const domain of domains) {
    const folder = `decisions/${domain.name}`;
    const order = loadOrder(from.tables(`${folder}/dispositions.json`));
    if (!order.ok) return err(order.error);
    const table = loadTable(from.tables(`${folder}/${from.country.toLowerCase()}.json`), domain.facts, order.value);
    if (!table.ok) return err(table.error);
    const failRules = loadFailRules(from.tables(`${folder}/fail-rules.json`), order.value);
    if (!failRules.ok) return err(failRules.error);
    byDomain.set(domain.name, { order: order.value, table: table.value, failRules: failRules.value });
  }
  return ok(new Criteria({ ...from, byDomain }));
}
