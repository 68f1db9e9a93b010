import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Acquaintance, placeOf, type RoomName, roomNamed, roomNames, rooms } from '../../../tools/rooms.ts';
import { type Breach, checkRooms } from '../../../tools/rooms-check.ts';
import { roomsPage } from '../../../tools/rooms-page.ts';

/** Two standards and two domains, so that siblings are planted too. */
const units: readonly { readonly unit: string; readonly room: RoomName }[] = [
  ...roomNames
    .filter((name) => !roomNamed(name).folder.includes('*'))
    .map((name) => ({ unit: name as string, room: name })),
  { unit: 'formats/one', room: 'formats' },
  { unit: 'formats/two', room: 'formats' },
  { unit: 'domains/one', room: 'domains' },
  { unit: 'domains/two', room: 'domains' },
  { unit: 'domains/one/console', room: 'domain-console' },
  { unit: 'domains/two/console', room: 'domain-console' },
];

const forms = {
  full: (to: string) => `import '${to}';`,
  types: (to: string) => `import type { Door } from '${to}';`,
  lazy: (to: string) => `void import('${to}');`,
};
type Form = keyof typeof forms;

/** What the table allows, read off it plainly: the oracle beside the check. */
function allowed(from: (typeof units)[number], to: (typeof units)[number], form: Form): boolean {
  if (from.unit === to.unit) return true;
  if (from.room === to.room) return false;
  if (from.room === 'domain-console' && to.room === 'domains' && !from.unit.startsWith(to.unit)) return false;
  const how: Acquaintance | undefined = roomNamed(from.room).mayImport[to.room];
  return how !== undefined && (how === 'full' || form === 'types' || how === form);
}

/** One import in one file, and whether the table allows it. */
interface Plant {
  readonly file: string;
  readonly to: string;
  readonly text: string;
  readonly allowed: boolean;
}

/** Every unit imports every other one in every form, from `.ts` and from `.tsx`. */
const pairs: readonly Plant[] = units.flatMap((from) =>
  units
    .filter((to) => to.unit !== from.unit)
    .flatMap((to) =>
      (['full', 'types', 'lazy'] as const).flatMap((form) =>
        ['ts', 'tsx'].map((extension) => ({
          file: `src/${from.unit}/${form}.${extension}`,
          to: `#${to.unit}`,
          text: forms[form](`#${to.unit}`),
          allowed: allowed(from, to, form),
        })),
      ),
    ),
);

const plant = (file: string, to: string, isAllowed: boolean, form: Form = 'full'): Plant => ({
  file,
  to,
  text: forms[form](to),
  allowed: isAllowed,
});

/** What each room may use beside rooms: Node's own modules, packages, files that are not its own. */
const others: readonly Plant[] = rooms.flatMap((room) => {
  const folder = `src/${units.find((one) => one.room === room.name)?.unit ?? ''}`;
  return [
    plant(`${folder}/others.ts`, 'node:fs', room.runs === 'node'),
    plant(`${folder}/others.ts`, 'fastify', room.packages === 'any'),
    plant(`${folder}/others.ts`, 'vitest', false),
    plant(`${folder}/others.ts`, 'zod', room.packages === 'any' || room.packages.includes('zod')),
    plant(`${folder}/others.ts`, './nowhere.ts', false),
    plant(`${folder}/others.ts`, `${'../'.repeat(folder.split('/').length)}test/helper.ts`, false),
    plant(`${folder}/others.ts`, `${'../'.repeat(folder.split('/').length)}data/table.json`, true),
    plant(`${folder}/beside.test.ts`, 'node:fs', true),
    plant(`${folder}/beside.test.ts`, 'vitest', true),
  ];
});

const single: readonly Plant[] = [
  plant('src/ledger/past-door.ts', '../kernel/secret.ts', false),
  plant('src/ledger/past-door.ts', '../kernel/index.ts', false),
  plant('src/ledger/circle-a.ts', './circle-b.ts', false),
  plant('src/ledger/circle-b.ts', './circle-a.ts', false),
  plant('src/ledger/type-circle-a.ts', './type-circle-b.ts', false, 'types'),
  plant('src/ledger/type-circle-b.ts', './type-circle-a.ts', false, 'types'),
  plant('src/ledger/beside.test.ts', '#screening', false),
  plant('src/attic/box.ts', '#kernel', false),
  plant('src/domains/one/console/texts.ts', '../locales/en.json', true),
  plant('src/domains/one/console/texts.ts', '../../two/locales/en.json', false),
  plant('src/api/texts.ts', '../locales/en/api.json', true),
  plant('src/api/texts.ts', '../locales/en/cli.json', false),
  plant('src/formats/one/texts.ts', '../../locales/fr/one.json', true),
  plant('test/unit/visitor.ts', '#kernel', true),
  plant('test/unit/visitor.ts', '#adapters/files', true),
  plant('test/unit/visitor.ts', '../../src/kernel/secret.ts', false),
];

const plants = [...pairs, ...others, ...single];

describe('the table of rooms', () => {
  let base = '';
  let breaches: readonly Breach[] = [];

  beforeAll(async () => {
    base = mkdtempSync(join(tmpdir(), 'tripoint-rooms-'));
    const write = (file: string, text: string) => {
      mkdirSync(dirname(join(base, file)), { recursive: true });
      writeFileSync(join(base, file), text);
    };
    write('package.json', readFileSync('package.json', 'utf8'));
    symlinkSync(join(process.cwd(), 'node_modules'), join(base, 'node_modules'));
    write('data/table.json', '{}');
    write('test/helper.ts', 'export const help = 1;\n');
    for (const text of ['en/api', 'en/cli', 'fr/one']) write(`src/locales/${text}.json`, '{}');
    for (const domain of ['one', 'two']) write(`src/domains/${domain}/locales/en.json`, '{}');
    write('src/kernel/secret.ts', 'export type Door = 1;\n');
    for (const unit of [...units.map((one) => one.unit), 'adapters/files']) {
      write(`src/${unit}/index.ts`, 'export type Door = 1;\n');
    }
    for (const file of new Set(plants.map((one) => one.file))) {
      const texts = plants.filter((one) => one.file === file).map((one) => one.text);
      write(file, texts.join('\n'));
    }
    breaches = await checkRooms(base, ['src', 'test']);
  }, 60_000);
  afterAll(() => {
    rmSync(base, { recursive: true, force: true });
  });

  test('every forbidden import planted in one tree is found, and no allowed one', () => {
    const found = breaches.map((breach) => `${breach.from} ${breach.to}`);
    const forbidden = plants.filter((one) => !one.allowed).map((one) => `${one.file} ${one.to}`);
    expect(forbidden.length).toBeGreaterThan(1000);
    expect([...new Set(found)].sort()).toEqual(forbidden.sort());
  });

  test('a breach names both ends and the rule', () => {
    expect(breaches).toContainEqual({
      from: 'src/domains/one/full.ts',
      to: '#domains/two',
      rule: 'domains/one and domains/two do not know each other',
    });
    expect(breaches).toContainEqual({
      from: 'src/ledger/past-door.ts',
      to: '../kernel/secret.ts',
      rule: 'enter kernel as #kernel',
    });
    expect(breaches).toContainEqual({
      from: 'src/kernel/others.ts',
      to: 'node:fs',
      rule: 'kernel is pure: no Node module',
    });
  });

  test('every room is planted', () => {
    expect(new Set(units.map((one) => one.room))).toEqual(new Set(roomNames));
    expect(rooms.map((room) => room.name)).toEqual([...roomNames]);
  });

  test('a file belongs to the room of its folder', () => {
    expect(placeOf('src/formats/edifact/lexer.ts')?.unit).toBe('formats/edifact');
    expect(placeOf('src/domains/travel/console/flight.tsx')?.room.name).toBe('domain-console');
    expect(placeOf('src/domains/travel/record.ts')?.room.name).toBe('domains');
    expect(placeOf('src/attic/box.ts')).toBeUndefined();
    expect(placeOf('test/unit/x.ts')).toBeUndefined();
  });

  test('the page is printed from the table', () => {
    expect(readFileSync('docs/reference/rooms.md', 'utf8')).toBe(roomsPage());
  });
});
