/**
 * The table of rooms: what each holds, whom it may know, which packages it may use. It is the rule: the import check
 * (`rooms-check.ts`) is made from it and `docs/reference/rooms.md` is printed from it.
 */

/** How a room may know another: in full, by its types only, or by name and loaded when needed (`import()`). */
export type Acquaintance = 'full' | 'types' | 'lazy';

export interface Room {
  readonly name: RoomName;
  /** Where it stands; `*` is one folder a standard or a domain, each of which is a room of its own with its own door. */
  readonly folder: string;
  readonly holds: string;
  readonly mayImport: Readonly<Partial<Record<RoomName, Acquaintance>>>;
  /** Packages that it may use. `any` is for the rooms that exist to tame packages. */
  readonly packages: readonly string[] | 'any';
  /** Pure: no I/O, clock or randomness; compiled without Node's and the browser's types. */
  readonly pure: boolean;
  /** node: built for Node; browser: bundled by Vite, so that its packages are development dependencies. */
  readonly runs: 'node' | 'browser' | 'both';
}

export const roomNames = [
  'kernel',
  'formats',
  'screening',
  'decisions',
  'casework',
  'agreements',
  'ledger',
  'domains',
  'plan',
  'exchange',
  'api',
  'adapters',
  'node',
  'cli',
  'ui',
  'domain-console',
  'console',
  'locales',
] as const;
export type RoomName = (typeof roomNames)[number];

/** The contract itself is written with schemas (`RecordKind.schema`), so whoever has the kernel has their library. */
const schemas = ['zod'];
const everythingBehindTheNode: Readonly<Partial<Record<RoomName, Acquaintance>>> = {
  kernel: 'full',
  formats: 'full',
  screening: 'full',
  decisions: 'full',
  casework: 'full',
  agreements: 'full',
  ledger: 'full',
  domains: 'lazy',
  plan: 'full',
  exchange: 'full',
  api: 'full',
  adapters: 'full',
  locales: 'full',
};

export const rooms: readonly Room[] = [
  {
    name: 'kernel',
    folder: 'src/kernel',
    holds: 'results, coded errors, ids, dates, ports, and the contract of parts and domains',
    mayImport: {},
    packages: [...schemas, 'temporal-polyfill'],
    pure: true,
    runs: 'both',
  },
  {
    name: 'formats',
    folder: 'src/formats/*',
    holds: 'one wire format each: bytes to records and back; keeps what it did not understand',
    mayImport: { kernel: 'full' },
    packages: [...schemas, 'papaparse', 'saxes'],
    pure: true,
    runs: 'both',
  },
  {
    name: 'screening',
    folder: 'src/screening',
    holds: 'who is it: names, index, evidence, score; takes subjects, not files',
    mayImport: { kernel: 'full' },
    packages: [...schemas, 'any-ascii'],
    pure: true,
    runs: 'both',
  },
  {
    name: 'decisions',
    folder: 'src/decisions',
    holds: 'decision tables of a country: check, compile, decide, explain, combine',
    mayImport: { kernel: 'full' },
    packages: schemas,
    pure: true,
    runs: 'both',
  },
  {
    name: 'casework',
    folder: 'src/casework',
    holds: 'referral, queue, claim, outcome; the same for every domain',
    mayImport: { kernel: 'full', decisions: 'full' },
    packages: schemas,
    pure: true,
    runs: 'both',
  },
  {
    name: 'agreements',
    folder: 'src/agreements',
    holds: 'what may leave, by which clause; the only maker of Forwarding, Answer and Disclosure',
    mayImport: { kernel: 'full' },
    packages: schemas,
    pure: true,
    runs: 'both',
  },
  {
    name: 'ledger',
    folder: 'src/ledger',
    holds: 'entry, sealing, sequence, chain, proofs, folds, timers, jobs, and the port of the store',
    mayImport: { kernel: 'full' },
    packages: schemas,
    pure: true,
    runs: 'both',
  },
  {
    name: 'domains',
    folder: 'src/domains/*',
    holds: 'one vertical each: what its messages mean, what is decided, what is answered',
    mayImport: {
      kernel: 'full',
      formats: 'full',
      screening: 'full',
      decisions: 'full',
      casework: 'full',
      ledger: 'full',
    },
    packages: schemas,
    pure: true,
    runs: 'both',
  },
  {
    name: 'plan',
    folder: 'src/plan',
    holds: 'the register of commitments: initiatives, milestones, standing, evidence',
    mayImport: { kernel: 'full', ledger: 'full' },
    packages: schemas,
    pure: true,
    runs: 'both',
  },
  {
    name: 'exchange',
    folder: 'src/exchange',
    holds: 'the partner protocol as a state machine: seal, deliver, acknowledge, retry, catch up',
    mayImport: { kernel: 'full', agreements: 'full', ledger: 'full' },
    packages: schemas,
    pure: true,
    runs: 'both',
  },
  {
    name: 'api',
    folder: 'src/api',
    holds: 'the HTTP contract, generic over parts: schemas, routes as data, OpenAPI, problems',
    mayImport: { kernel: 'full' },
    packages: schemas,
    pure: true,
    runs: 'both',
  },
  {
    name: 'adapters',
    folder: 'src/adapters',
    holds: 'store, keys, clock, files: implementations of ports, without a business word',
    mayImport: { kernel: 'full', ledger: 'full', exchange: 'full', api: 'full' },
    packages: 'any',
    pure: false,
    runs: 'node',
  },
  {
    name: 'node',
    folder: 'src/node',
    holds: 'the composition root and the one scheduler; one line a domain, loaded when needed',
    mayImport: everythingBehindTheNode,
    packages: 'any',
    pure: false,
    runs: 'node',
  },
  {
    name: 'cli',
    folder: 'src/cli',
    holds: 'the command `tripoint`, generic over parts; verbs are loaded when called',
    mayImport: { kernel: 'full', api: 'full', locales: 'full', node: 'lazy', domains: 'lazy', formats: 'lazy' },
    packages: [],
    pure: false,
    runs: 'node',
  },
  {
    name: 'ui',
    folder: 'src/ui',
    holds: 'design tokens, components, formats per language; knows no page and no domain',
    mayImport: { kernel: 'full', locales: 'full', api: 'types' },
    packages: [
      'react',
      'react-dom',
      'intl-messageformat',
      '@tanstack/react-virtual',
      'd3-geo',
      'd3-scale',
      'd3-shape',
      'topojson-client',
    ],
    pure: false,
    runs: 'browser',
  },
  {
    name: 'domain-console',
    folder: 'src/domains/*/console',
    holds: 'the pages of one domain',
    mayImport: { kernel: 'types', ui: 'full', locales: 'full', domains: 'types', api: 'types' },
    packages: ['react', 'react-dom'],
    pure: false,
    runs: 'browser',
  },
  {
    name: 'console',
    folder: 'src/console',
    holds: 'shell, addresses, pages that belong to no domain',
    mayImport: { kernel: 'full', ui: 'full', api: 'full', locales: 'full', 'domain-console': 'full' },
    packages: ['react', 'react-dom'],
    pure: false,
    runs: 'browser',
  },
  {
    name: 'locales',
    folder: 'src/locales',
    holds: 'the catalogues en, fr, es that belong to no domain',
    mayImport: {},
    packages: ['intl-messageformat'],
    pure: false,
    runs: 'both',
  },
];

/** A place in `src`: its room, and the unit that has a door of its own (`formats/edifact`, `domains/travel/console`). */
export interface Place {
  readonly room: Room;
  readonly unit: string;
}

const byName = new Map(rooms.map((room) => [room.name, room]));

/** The room of that name. */
export function roomNamed(name: RoomName): Room {
  const room = byName.get(name);
  if (room === undefined) throw new RangeError(`no room ${name}`);
  return room;
}

/** The place of a file under `src`, given its path from the top of the repository; undefined when no room stands there. */
export function placeOf(path: string): Place | undefined {
  const [top, first = '', second = '', third = ''] = path.split('/');
  if (top !== 'src') return undefined;
  if (first === 'domains' && third === 'console') {
    return { room: roomNamed('domain-console'), unit: `domains/${second}/console` };
  }
  if (first === 'domains' || first === 'formats') return { room: roomNamed(first), unit: `${first}/${second}` };
  const room = rooms.find((one) => one.folder === `src/${first}`);
  return room === undefined ? undefined : { room, unit: first };
}

export const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path);
