import { loadAuth, loadClock, loadCrypto } from '#adapters';
import { type Actor, type CountryCode, instant, platformCode } from '#kernel';
import type { Network } from './network.ts';
import { type Served, type ServeOptions, serveNode } from './serve.ts';

/** A country's place in the demonstration, and where its console stands. */
export interface Seat {
  readonly country: CountryCode;
  readonly address: string;
}

/** The roles in which a visitor may sit down, to see what each of them sees and no more. */
const sittable: readonly string[] = [
  'officer',
  'supervisor',
  'carrier',
  'auditor',
  'commissioner',
  'secretariat',
  'operator',
];
/** Where a visiting officer works: airports and crossings of the made-up day, in each country. */
const desks = ['JFK', 'LAX', 'YYZ', 'YVR', 'MEX', 'CUN', 'USSYS', 'USDET', 'CAWND', 'MXTIJ'];

/** Whose desk a visiting carrier sees: one that lodges in all three countries on the made-up day. */
const visited = 'QN';

/** Whoever comes without credentials to a demonstration: everything at once, or one role as it really is. */
function visitor(role: string | undefined): Actor | undefined {
  const organisation = 'demonstration';
  if (role === undefined) return { name: 'visitor', roles: ['demonstration'], ports: [], organisation };
  if (!sittable.includes(role)) return undefined;
  const ports = role === 'officer' ? desks : [];
  return { name: `visitor as ${role}`, roles: [role], ports, ...(role === 'carrier' ? { organisation: visited } : {}) };
}

const validMilliseconds = 30 * 86_400_000;
/** How many ports above a taken one are tried. */
const portsTried = 50;

/** The tokens of a demonstration: kept in memory, made for any carrier that is named. */
export async function makeTokens() {
  const { bearerAuthentication, createTokens, memoryTokenStore } = await loadAuth();
  const { createRandom } = await loadCrypto();
  const { systemClock: clock } = await loadClock();
  const tokens = createTokens({ store: memoryTokenStore(), random: createRandom(), clock });
  const tokenFor = async (organisation: string): Promise<string> => {
    const expiresAt = instant(clock.now() + validMilliseconds);
    return (await tokens.issue({ name: organisation, roles: ['carrier'], organisation, ports: [], expiresAt })).token;
  };
  return { tokenFor, sandbox: tokens.issueSandbox, authenticate: bearerAuthentication({ tokens, visitor }) };
}

export interface SeatsOptions extends Pick<ServeOptions, 'speakers' | 'log'> {
  readonly network: Network;
  readonly countries: readonly CountryCode[];
  readonly tokens: Awaited<ReturnType<typeof makeTokens>>;
  readonly port: number;
  readonly consoleFolder?: string;
  readonly onPortTaken?: (taken: number, used: number) => void;
}

/** Serves each country on a port of its own, the first at the port that was asked for or the next free one. */
export async function serveSeats(
  options: SeatsOptions,
): Promise<{ seats: readonly Seat[]; closeSeats(): Promise<void> }> {
  const { network, countries, tokens, speakers, log, consoleFolder } = options;
  const { createRandom } = await loadCrypto();
  const { systemClock: clock } = await loadClock();
  const seats: Seat[] = [];
  const served: Served[] = [];
  let port = options.port;
  for (const country of countries) {
    const { one, used } = await serveOnFreePort({
      ...{ speakers, log, seats, clock, port, random: createRandom(), host: '127.0.0.1' },
      node: network.node(country),
      authenticate: tokens.authenticate,
      sandbox: tokens.sandbox,
      ...(consoleFolder === undefined ? {} : { consoleFolder }),
    });
    if (used !== port && port !== 0) options.onPortTaken?.(port, used);
    served.push(one);
    seats.push({ country, address: one.address });
    port = used === 0 ? 0 : used + 1;
  }
  return {
    seats,
    closeSeats: async () => {
      for (const one of served) await one.close();
    },
  };
}

async function serveOnFreePort(options: ServeOptions): Promise<{ one: Served; used: number }> {
  for (let used = options.port; ; used += 1) {
    try {
      return { one: await serveNode({ ...options, port: used }), used };
    } catch (problem) {
      const taken = platformCode(problem) === 'EADDRINUSE';
      if (!taken || used === 0 || used >= options.port + portsTried) throw problem;
    }
  }
}
