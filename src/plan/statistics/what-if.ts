import { err, type Finding, ok, type Result } from '#kernel';
import { planFindings } from '../findings.ts';
import type { Month } from '../months.ts';

/** A promise in a net of promises: when it is expected, and what has to be kept before it. */
export interface Knot {
  readonly milestone: string;
  readonly month?: Month;
  readonly after: readonly string[];
}

/** What a move does to a promise: none is kept before what it waits for. */
export interface Moved {
  readonly milestone: string;
  readonly from?: Month;
  readonly to: Month;
  /** The promise that pushes it; absent for the one that was moved. */
  readonly pushedBy?: string;
}

/** The order in which each stands after all that it waits for; the keys of a circle where there is one. */
function inOrder(net: ReadonlyMap<string, Knot>): Result<readonly Knot[], Finding> {
  const order: Knot[] = [];
  const state = new Map<string, 'open' | 'done'>();
  const visit = (milestone: string, way: readonly string[]): Finding | undefined => {
    const knot = net.get(milestone);
    if (knot === undefined || state.get(milestone) === 'done') return undefined;
    if (state.get(milestone) === 'open') {
      const circle = [...way.slice(way.indexOf(milestone)), milestone];
      return planFindings.find('PLN-0212', { milestones: circle.join(' → ') });
    }
    state.set(milestone, 'open');
    for (const before of knot.after) {
      const circle = visit(before, [...way, milestone]);
      if (circle !== undefined) return circle;
    }
    state.set(milestone, 'done');
    order.push(knot);
    return undefined;
  };
  for (const milestone of net.keys()) {
    const circle = visit(milestone, []);
    if (circle !== undefined) return err(circle);
  }
  return ok(order);
}

/** The promise that pushes a knot, and to which month: of those that moved and come later, the one that comes last. */
function pusherOf({ month, after }: Knot, moved: ReadonlyMap<string, Moved>): Moved | undefined {
  if (month === undefined) return undefined;
  const pushers = after.flatMap((before) => moved.get(before) ?? []).filter(({ to }) => to > month);
  return pushers.reduce<Moved | undefined>(
    (last, one) => (last === undefined || one.to > last.to ? one : last),
    undefined,
  );
}

/**
 * What moves when one promise moves: whatever waits for it, directly or through others, comes no earlier than what it
 * waits for. What was later anyway stays, and so does what contradicted itself before. PLN-0201 for an unknown promise,
 * PLN-0212 for promises that wait for each other.
 */
export function whatIf(
  knots: readonly Knot[],
  move: { readonly milestone: string; readonly to: Month },
): Result<readonly Moved[]> {
  const net = new Map(knots.map((knot) => [knot.milestone, knot]));
  if (!net.has(move.milestone)) return err(planFindings.find('PLN-0201', { milestone: move.milestone }));
  const order = inOrder(net);
  if (!order.ok) return order;
  const moved = new Map<string, Moved>();
  for (const knot of order.value) {
    const { milestone, month } = knot;
    const from = month === undefined ? {} : { from: month };
    const pusher = pusherOf(knot, moved);
    if (milestone === move.milestone) {
      if (month !== move.to) moved.set(milestone, { milestone, ...from, to: move.to });
    } else if (pusher !== undefined) {
      moved.set(milestone, { milestone, ...from, to: pusher.to, pushedBy: pusher.milestone });
    }
  }
  return ok([...moved.values()]);
}
