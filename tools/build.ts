import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { build as buildConsole } from 'vite';
import { domainVerbs } from '#node/domains';
import { languages } from './tidy/catalogues.ts';

/**
 * `tools/build.ts FOLDER`: the command and the node as chunks for Node, the console as files for the browser. Packages are
 * bundled; verbs and domains are chunks of their own, loaded when needed. `release` is what is packed.
 */
const [asked = 'release'] = process.argv.slice(2);

/** What is wrong with a schema is said by our own texts; the languages of the schema library weigh more than the library. */
const withoutSchemaTexts: Plugin = {
  name: 'without-schema-texts',
  setup: ({ onLoad }) => {
    onLoad({ filter: /zod\/v4\/locales\/index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};

async function bundle(folder: string): Promise<void> {
  await build({
    entryPoints: { entry: 'src/cli/entry.ts' },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    chunkNames: 'chunks/[name]-[hash]',
    // A command is short: most of what it costs is reading its own text.
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'linked',
    logLevel: 'warning',
    plugins: [withoutSchemaTexts],
    define: { 'process.env.NODE_ENV': '"production"' },
    // Packages that are CommonJS ask for Node's modules with `require`, which an ES module has not.
    banner: {
      js: "import{createRequire as __require}from'node:module';const require=__require(import.meta.url);",
    },
  });
  writeFileSync(join(folder, 'verbs.json'), JSON.stringify(await verbBook()));
}

/** Which domain has which verbs, and their lines of help: so that the command need not load every domain to know. */
async function verbBook(): Promise<unknown> {
  const loaded = await Promise.all(
    Object.entries(domainVerbs).map(async ([name, load]) => ({ name, verbs: (await load()).verbs })),
  );
  return {
    verbs: Object.fromEntries(loaded.map(({ name, verbs }) => [name, verbs.map((verb) => verb.name)])),
    help: Object.fromEntries(
      languages.map((language) => [
        language,
        loaded.flatMap(({ verbs }) => verbs.map(({ usage, summary }) => ({ usage, summary: summary[language] }))),
      ]),
    ),
  };
}

async function buildAll(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const withConsole = existsSync('index.html');
  const page = { logLevel: 'error', build: { outDir: resolve(folder, 'console'), emptyOutDir: true } } as const;
  await Promise.all([bundle(folder), withConsole ? buildConsole(page) : undefined]);
}

await buildAll(asked === 'release' ? 'dist/release' : resolve(asked));
