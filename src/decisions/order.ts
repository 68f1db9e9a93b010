import { type Disposition, disposition, err, type Finding, invariant, ok, type Result } from '#kernel';
import { decisionsFindings } from './findings.ts';
import { Source } from './source.ts';

/** The dispositions of a domain, total and dated: from the most to the least restrictive. */
export interface DispositionOrder {
  readonly version: string;
  readonly dispositions: readonly Disposition[];
  /** 0 is the most restrictive. A disposition that the order does not know ranks as the most restrictive: an unknown code denies. */
  readonly rank: (what: Disposition) => number;
}

/** Reads `{ "date": ..., "order": [...] }`; findings DEC-0101 (shape) and DEC-0120 (named twice). */
export function loadOrder(json: unknown): Result<DispositionOrder, readonly Finding[]> {
  const source = new Source();
  const document = source.object(json, '');
  const version = source.text(document['date'], 'date');
  const names = source.list(document['order'], 'order').map((name, at) => source.text(name, `order/${at}`));
  names.forEach((name, at) => {
    if (names.indexOf(name) < at) source.findings.push(decisionsFindings.find('DEC-0120', { disposition: name }));
  });
  if (names.length === 0) source.complain('order', 'at least one disposition');
  if (source.findings.length > 0) return err(source.findings);
  return ok(orderOf(version, names.map(disposition)));
}

/** An order from its names, for callers that have checked them. */
export function orderOf(version: string, dispositions: readonly Disposition[]): DispositionOrder {
  const ranks = new Map(dispositions.map((name, rank) => [name, rank]));
  return { version, dispositions, rank: (what) => ranks.get(what) ?? 0 };
}

/** The more restrictive of two. */
export const stricter = (order: DispositionOrder, a: Disposition, b: Disposition): Disposition =>
  order.rank(b) < order.rank(a) ? b : a;

/**
 * The word that goes back: the most restrictive of this country's own and all partners' (a partner that did not answer
 * stands here with what its fail rule put in its place). Where nobody decided, the most restrictive there is.
 */
export function combine(
  order: DispositionOrder,
  own: Disposition | undefined,
  partners: readonly { readonly disposition: Disposition }[],
): Disposition {
  const words = [...(own === undefined ? [] : [own]), ...partners.map((partner) => partner.disposition)];
  const ranks = words.length === 0 ? [0] : words.map(order.rank);
  const strictest = order.dispositions[Math.min(...ranks)];
  invariant(strictest !== undefined, 'an order has at least one disposition');
  return strictest;
}
