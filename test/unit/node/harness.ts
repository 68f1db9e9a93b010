import { loadClock } from '#adapters';
import { type CountryCode, countryCode, type Domain, instant, invariant, type SubjectList } from '#kernel';
import { createNetwork, loadDomains, type Network, type NetworkOptions, tablesFrom } from '#node';

const country = (text: string): CountryCode => {
  const code = countryCode(text);
  invariant(code !== undefined, 'a country of the test');
  return code;
};

const begin = performance.now();
/** A clock that runs on from the noon before the journeys of the tests. */
export const clock = { now: () => instant(Date.parse('2026-12-01T12:00:00Z') + Math.floor(performance.now() - begin)) };

let domains: readonly Domain[] | undefined;

/** Three nodes in one process, in memory. */
export async function threeNodes(
  options: Partial<NetworkOptions> & { listsOf?: Readonly<Record<string, readonly SubjectList[]>> } = {},
): Promise<Network> {
  domains ??= await loadDomains();
  const { alarm } = await loadClock();
  const made = await createNetwork({
    countries: ['US', 'CA', 'MX'].map(country),
    domains,
    tables: tablesFrom(),
    reality: 'live',
    lists: (which) => options.listsOf?.[which] ?? [],
    ports: () => ({ clock, alarm: { at: (at, ring) => alarm(at, ring, clock) } }),
    ...options,
  });
  if (!made.ok) throw new TypeError(JSON.stringify(made.error));
  return made.value;
}
