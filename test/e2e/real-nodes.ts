import { createFaults, type Faults } from '#adapters/partners';
import type { ListEntry, SubjectList } from '#kernel';
import { type Demonstration, startDemonstration } from '#node';
import { interchange, type Request } from './fixtures/interchange.ts';

export interface RealNodes {
  /** Where the console of a country stands. */
  readonly address: (country: string) => string;
  /** What happens between the nodes. */
  readonly faults: Faults;
  /** Hands a list to Canada's node as a carrier does: one POST of one file. Returns the media type's text of the answer. */
  readonly lodge: (request: Request) => Promise<{ readonly status: number; readonly reply: string }>;
  /** A token of a carrier. */
  readonly tokenFor: (organisation: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

const listed = (entry: string, family: string, given: string, year: number): ListEntry => ({
  entry,
  kind: 'person',
  names: [{ family, given, quality: 'primary' }],
  datesOfBirth: [{ year }],
  nationalities: [],
  documents: [],
});
const list = (name: string, purpose: string, ...entries: readonly ListEntry[]): SubjectList => ({
  name,
  purpose,
  version: '2026-11-24',
  entries,
});

/** Whom the countries look for: Canada may know one traveller, Mexico surely another. */
const lists: Readonly<Record<string, readonly SubjectList[]>> = {
  CA: [list('ca-lookouts', 'lookout', listed('CA-7', 'Al-Hassan', 'Omar', 1979))],
  MX: [
    list('mx-no-fly', 'no-fly', {
      ...listed('MX-3', 'Kovalenko', 'Oleksandr', 1984),
      documents: [{ type: 'P', number: 'FE7712044', issuingState: 'CAN' }],
    }),
  ],
};

/** Three nodes as `tripoint start` makes them, with the generator off: nothing is there but what is lodged. */
export async function startRealNodes(consoleFolder: string): Promise<RealNodes> {
  const faults = createFaults();
  const started = await startDemonstration({
    port: 0,
    seed: 1,
    generate: false,
    log: 'silent',
    consoleFolder,
    post: faults.post,
    lists: (country) => lists[country] ?? [],
  });
  if (!started.ok) throw new TypeError(started.error.map(({ code }) => code).join());
  const { seats, tokenFor, close }: Demonstration = started.value;
  const token = await tokenFor('AC');
  const address = (country: string): string => seats.find((seat) => seat.country === country)?.address ?? '';
  return {
    address,
    faults,
    close,
    tokenFor,
    lodge: async (request) => {
      const response = await fetch(`${address('CA')}/api/lodgements`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/edifact',
          accept: 'application/edifact',
        },
        body: interchange(request),
      });
      return { status: response.status, reply: await response.text() };
    },
  };
}
