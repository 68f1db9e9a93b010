import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileFunction } from 'node:vm';
import { transformSync } from 'esbuild';

/**
 * The modules of the repository as functions that can be evaluated again and again: a mutant in a constant shows only when
 * its module is evaluated anew, and with it all that imports it. The rest is evaluated once.
 */

type Require = (asked: string) => unknown;
type Body = (exports: object, module: { exports: object }, require: Require, url: string) => void;

interface Module {
  readonly body: Body;
  /** Paths from the top of the repository of what it imports. */
  readonly imports: ReadonlyMap<string, string>;
}

const isOurs = (asked: string): boolean => /^[.#]/.test(asked);

/** Where an import leads: `#room` is the door of a room (package.json), `./x.ts` a neighbour. */
const resolve = (asked: string, from: string): string =>
  asked.startsWith('#') ? `src/${asked.slice(1)}/index.ts` : join(dirname(from), asked);

const importsOf = (code: string): readonly string[] => [
  ...new Set([...code.matchAll(/\brequire\("([^"]+)"\)/g)].map(([, asked = '']) => asked)),
];

/** A file as CommonJS, so that imports are calls: its code, and what it imports. */
function compile(path: string, source: string): Module {
  if (path.endsWith('.json')) {
    const body: Body = (exports) => Object.assign(exports, { __esModule: true, default: JSON.parse(source) });
    return { body, imports: new Map() };
  }
  if (path.endsWith('.css')) return { body: () => undefined, imports: new Map() };
  const { code } = transformSync(source, {
    loader: path.endsWith('x') ? 'tsx' : 'ts',
    format: 'cjs',
    target: 'node20',
    supported: { 'dynamic-import': false },
    define: { 'import.meta.url': '__url' },
  });
  // Modules are strict code, functions are not.
  const body = compileFunction(`'use strict';${code}`, ['exports', 'module', 'require', '__url'], {
    filename: path,
  }) as Body;
  return {
    body,
    imports: new Map(importsOf(code).map((asked) => [asked, isOurs(asked) ? resolve(asked, path) : asked])),
  };
}

const asWritten = new Map<string, Module>();
const packages = new Map<string, unknown>();

/** The modules, with other code in one place. */
export class Modules {
  readonly #path: string;
  readonly #changed: Module;
  readonly #reaching = new Map<string, boolean>();
  readonly #shared = new Map<string, { exports: object }>();

  constructor(path: string, code: string) {
    this.#path = path;
    this.#changed = compile(path, code);
  }

  #module(path: string): Module {
    if (path === this.#path) return this.#changed;
    let module = asWritten.get(path);
    if (module === undefined) {
      module = compile(path, readFileSync(path, 'utf8'));
      asWritten.set(path, module);
    }
    return module;
  }

  /** Whether a file imports the changed one, however far away. */
  reaches(path: string): boolean {
    let reaching = this.#reaching.get(path);
    if (reaching === undefined) {
      reaching = this.#closure(path).has(this.#path);
      this.#reaching.set(path, reaching);
    }
    return reaching;
  }

  #closure(path: string, seen = new Set<string>()): ReadonlySet<string> {
    if (seen.has(path)) return seen;
    seen.add(path);
    for (const [asked, found] of this.#module(path).imports) if (isOurs(asked)) this.#closure(found, seen);
    return seen;
  }

  /** Loads the packages that these files need, since `import()` takes a turn and an evaluation must not. */
  async prepare(path: string): Promise<void> {
    for (const one of this.#closure(path)) {
      const asked = [...this.#module(one).imports.keys()].filter((name) => !isOurs(name) && !packages.has(name));
      for (const name of asked) packages.set(name, { ...(await import(name)), __esModule: true });
    }
  }

  /** Evaluates a file, and anew what reaches the changed one. */
  evaluate(path: string, fresh = new Map<string, { exports: object }>()): object {
    const memory = this.reaches(path) ? fresh : this.#shared;
    const known = memory.get(path);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    memory.set(path, module);
    const { body, imports } = this.#module(path);
    const require: Require = (asked) =>
      isOurs(asked) ? this.evaluate(imports.get(asked) ?? asked, fresh) : packages.get(asked);
    body(module.exports, module, require, new URL(path, `file://${process.cwd()}/`).href);
    return module.exports;
  }
}
