import { type Access, type Instant, instant, type Measure } from '#kernel';
import { factsOf } from './facts/fact.ts';
import { planView, type Said } from './facts/records.ts';
import { endOfMonth, type Month } from './months.ts';
import type { Register } from './register/register.ts';
import type { Moment } from './standing/moment.ts';
import { type Standing, standingsOf } from './standing/standing.ts';
import type { Gauge } from './standing/verdict.ts';

/** Every measure of the node by its name. Offered by the node under the name `measures`. */
export type Measures = ReadonlyMap<string, Measure>;

/** How a measure stands now. */
export async function gaugeOf(measure: Measure, access: Access): Promise<Gauge> {
  const reading = await measure.read(access);
  return { name: measure.name, at: access.now(), ...reading };
}

/** From where one looks: the end of a past month, or now; by everything that is known, or only what was known then. */
export function momentOf(
  access: Access,
  asked: { readonly asOf?: Month | undefined; readonly known?: Month | undefined },
): Moment {
  const now = access.now();
  const until = (month: Month | undefined): Instant =>
    month === undefined ? now : instant(Math.min(now, endOfMonth(month) - 1));
  return { asOf: until(asked.asOf), known: until(asked.known) };
}

/** Measures that some promise is tied to, or was. */
const tiedTo = (register: Register, said: readonly Said[]): ReadonlySet<string> =>
  new Set([
    ...[...register.commitments.values()].flatMap(({ target }) => target?.name ?? []),
    ...said.flatMap(({ facts }) => factsOf(facts, 'targeted')).flatMap(({ body }) => body.target?.name ?? []),
  ]);

/**
 * The register as it stands: the shipped one, what was said here and came from others, and what is measured now.
 * `newest` is what was said of one promise up to its last durable entry, where the view may lag.
 */
export async function foldedRegister(
  access: Access,
  register: Register,
  moment: Moment,
  newest?: Said,
): Promise<readonly Standing[]> {
  const measures = access.service<Measures>('measures');
  const listed = [...access.view<Said>(planView.name).state.values()];
  const said = newest === undefined ? listed : [...listed.filter((one) => one.milestone !== newest.milestone), newest];
  const gauges = new Map<string, Gauge>();
  for (const name of tiedTo(register, said)) {
    const measure = measures.get(name);
    if (measure !== undefined) gauges.set(name, await gaugeOf(measure, access));
  }
  return standingsOf({ register, said, moment, gauge: (name) => gauges.get(name) });
}
