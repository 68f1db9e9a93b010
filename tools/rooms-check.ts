import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cruise, type IDependency, type IModule } from 'dependency-cruiser';
import { isTest, type Place, placeOf, type RoomName } from './rooms.ts';

/** One import that the table of rooms does not allow. */
export interface Breach {
  readonly from: string;
  readonly to: string;
  readonly rule: string;
}

const testPackages = ['vitest', 'fast-check'];

/** Judges every import of a tree by the table of rooms. Whatever the table does not allow is a breach. */
export async function checkRooms(top: string, folders: readonly string[]): Promise<readonly Breach[]> {
  const base = resolve(top);
  const { output } = await cruise(
    [...folders],
    {
      baseDir: base,
      tsPreCompilationDeps: 'specify',
      doNotFollow: { path: 'node_modules' },
      exclude: { path: ['node_modules/.*/node_modules'] },
      moduleSystems: ['es6'],
      skipAnalysisNotInRules: false,
      validate: true,
      ruleSet: { forbidden: [{ name: 'circular', severity: 'error', from: {}, to: { circular: true } }] },
    },
    {
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
      mainFields: ['main', 'types'],
    },
  );
  if (typeof output === 'string') throw new TypeError('dependency-cruiser printed a report instead of a graph');
  const dependencies = new Set(Object.keys(manifest(base).dependencies ?? {}));
  return output.modules.flatMap((module) =>
    module.dependencies.flatMap((dependency) => judge(module, dependency, dependencies)),
  );
}

const manifest = (base: string): { readonly dependencies?: Readonly<Record<string, string>> } =>
  JSON.parse(readFileSync(join(base, 'package.json'), 'utf8'));

function judge(module: IModule, dependency: IDependency, dependencies: ReadonlySet<string>): readonly Breach[] {
  const from = module.source;
  if (from.startsWith('node_modules/')) return [];
  const rule = unresolved(dependency) ?? byKind(from, dependency, dependencies);
  const to = dependency.coreModule ? `node:${dependency.module.replace(/^node:/, '')}` : dependency.module;
  const breaches = rule === undefined ? [] : [{ from, to, rule }];
  return dependency.circular ? [...breaches, circle(from, dependency)] : breaches;
}

const circle = (from: string, dependency: IDependency): Breach => ({
  from,
  to: dependency.module,
  rule: `circular: ${(dependency.cycle ?? []).map((step) => step.name).join(' -> ')}`,
});

const unresolved = (dependency: IDependency): string | undefined =>
  dependency.couldNotResolve && !dependency.coreModule ? 'cannot be found' : undefined;

function byKind(from: string, dependency: IDependency, dependencies: ReadonlySet<string>): string | undefined {
  const place = placeOf(from);
  if (dependency.coreModule) return place === undefined ? undefined : judgeCore(from, place);
  if (dependency.resolved.includes('node_modules/')) {
    return place === undefined ? undefined : judgePackage(from, place, dependency, dependencies);
  }
  if (place === undefined) return from.startsWith('src/') ? 'stands in no room' : judgeVisitor(from, dependency);
  return judgeRoom(place, from, dependency);
}

function judgeCore(from: string, { room }: Place): string | undefined {
  if (room.pure) return isTest(from) ? undefined : `${room.name} is pure: no Node module`;
  return room.runs === 'node' || isTest(from) ? undefined : `${room.name} also runs in a browser: no Node module`;
}

function judgePackage(
  from: string,
  { room }: Place,
  dependency: IDependency,
  dependencies: ReadonlySet<string>,
): string | undefined {
  const name = packageOf(dependency.module);
  if (isTest(from) && testPackages.includes(name)) return undefined;
  if (room.packages !== 'any' && !room.packages.includes(name)) return `${room.name} may not use the package ${name}`;
  return room.runs === 'browser' || isTest(from) || dependencies.has(name)
    ? undefined
    : `${name} is a development dependency`;
}

/** The package of a specifier: `zod/v4` is zod, `@fastify/static/x` is @fastify/static. */
const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Tests, tools and benchmarks may visit every room, but by the door; the room's own fixtures are theirs. */
function judgeVisitor(from: string, dependency: IDependency): string | undefined {
  const target = placeOf(dependency.resolved);
  if (target === undefined || isDoor(target, dependency)) return undefined;
  return `${from.split('/')[0] ?? ''} enters ${target.unit} past its door`;
}

function judgeRoom(place: Place, from: string, dependency: IDependency): string | undefined {
  const to = dependency.resolved;
  if (to.startsWith('data/') && to.endsWith('.json')) return undefined;
  const target = placeOf(to);
  if (target === undefined) return `src does not know ${to.split('/')[0] ?? ''}`;
  if (target.unit === place.unit) return undefined;
  if (isOwnText(place, to)) return undefined;
  return judgeAcquaintance(place, target, dependency, from) ?? judgeDoor(target, dependency);
}

/** A room reads its own texts: the area of its name, or what stands beside a domain's console. */
function isOwnText({ room, unit }: Place, to: string): boolean {
  if (room.name === 'domain-console') return to.startsWith(`src/${unit.replace(/console$/, 'locales')}/`);
  const area = unit.split('/').at(-1) ?? '';
  return /^src\/locales\/(en|fr|es)\/[a-z-]+\.json$/.test(to) && to.endsWith(`/${area}.json`);
}

function judgeAcquaintance(place: Place, target: Place, dependency: IDependency, from: string): string | undefined {
  const name = `${place.room.name} may not import ${target.room.name}`;
  if (place.room.name === target.room.name) return `${place.unit} and ${target.unit} do not know each other`;
  const foreign = place.room.name === 'domain-console' && target.room.name === 'domains';
  if (foreign && !place.unit.startsWith(`${target.unit}/`)) return `${place.unit} does not know ${target.unit}`;
  const acquaintance = place.room.mayImport[target.room.name];
  if (acquaintance === undefined) return name;
  const types = dependency.dependencyTypes.includes('type-only') || dependency.preCompilationOnly === true;
  if (acquaintance === 'types' && !types) return `${name} but by its types`;
  if (acquaintance === 'lazy' && !types && !dependency.dynamic && !isTest(from)) return `${name} but by import()`;
  return undefined;
}

const judgeDoor = (target: Place, dependency: IDependency): string | undefined =>
  isDoor(target, dependency) ? undefined : `enter ${target.unit} as #${target.unit}`;

/**
 * Doors beside `index.ts`: each adapter has its own; the register of domains is known without the rest of the node, and a
 * domain's verbs without the rest of it; of the plan its verbs, what reads reports, and what reckons; of screening how names
 * are read and what a pair of them is worth.
 */
const moreDoors: Readonly<Partial<Record<RoomName, RegExp>>> = {
  adapters: /^src\/adapters\/[^/]+\/index\.ts$/,
  node: /^src\/node\/domains\/index\.ts$/,
  domains: /^src\/domains\/[^/]+\/verbs\/index\.ts$/,
  plan: /^src\/plan\/(verbs|reading|statistics)\/index\.ts$/,
  screening: /^src\/screening\/(names|score)\/index\.ts$/,
};

const isDoor = ({ room, unit }: Place, dependency: IDependency): boolean =>
  dependency.module.startsWith('#') &&
  (dependency.resolved === `src/${unit}/index.ts` || moreDoors[room.name]?.test(dependency.resolved) === true);
