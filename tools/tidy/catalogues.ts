import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Problem, Tree } from './tree.ts';

export const languages = ['en', 'fr', 'es'] as const;
export type Language = (typeof languages)[number];

/** The texts of one area in one language: `src/locales/fr/edifact.json`, `src/domains/travel/locales/fr.json`. */
export interface Area {
  readonly area: string;
  readonly language: Language;
  readonly path: string;
  readonly texts: Readonly<Record<string, string>>;
}

export interface DeclaredFinding {
  readonly code: string;
  readonly room: string;
  readonly path: string;
  readonly origin: string;
  readonly severity: string;
  readonly parameters: readonly string[];
}

const places = [
  { pattern: /^src\/locales\/(en|fr|es)\/([^/]+)\.json$/, language: 1, area: 2 },
  { pattern: /^src\/domains\/([^/]+)\/locales\/(en|fr|es)\.json$/, language: 2, area: 1 },
] as const;

/** Every catalogue of the tree. */
export function areas(tree: Tree): readonly Area[] {
  return tree.paths.flatMap((path) =>
    places.flatMap(({ pattern, language, area }) => {
      const found = pattern.exec(path);
      return found === null
        ? []
        : [
            {
              path,
              language: found[language] as Language,
              area: found[area] ?? '',
              texts: JSON.parse(tree.text(path)) as Record<string, string>,
            },
          ];
    }),
  );
}

/** The codes that rooms declare, each in its `findings.ts`, read by loading it. */
export async function declaredFindings(tree: Tree): Promise<readonly DeclaredFinding[]> {
  const paths = tree.paths.filter((path) => /^src\/.*(^|\/)findings\.ts$/.test(path));
  const found = await Promise.all(
    paths.map(async (path) => {
      const module = (await import(pathToFileURL(join(tree.base, path)).href)) as Record<string, unknown>;
      return Object.values(module)
        .filter(isCatalogue)
        .flatMap(({ specs }) =>
          Object.entries(specs).map(([code, spec]) => ({
            code,
            room: path.replace(/^src\//, '').replace(/\/findings\.ts$/, ''),
            path,
            origin: spec.origin,
            severity: spec.severity,
            parameters: spec.parameters ?? [],
          })),
        );
    }),
  );
  return found.flat().sort((a, b) => (a.code < b.code ? -1 : 1));
}

interface Catalogue {
  readonly specs: Readonly<
    Record<string, { readonly origin: string; readonly severity: string; readonly parameters?: readonly string[] }>
  >;
}
const isCatalogue = (value: unknown): value is Catalogue =>
  typeof value === 'object' && value !== null && 'specs' in value && 'find' in value;

/** The names that a text wants, plurals and selections included; undefined when it is no ICU message. */
export function placeholdersOf(text: string): readonly string[] | undefined {
  try {
    return [...new Set(collect(new IntlMessageFormat(text, 'en').getAst() as readonly Element[]))].sort();
  } catch {
    return undefined;
  }
}

interface Element {
  readonly value?: unknown;
  readonly type: number;
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>;
  readonly children?: readonly Element[];
}
const literalType = 0;
const poundType = 7;

const collect = (elements: readonly Element[]): readonly string[] =>
  elements.flatMap((element) => [
    ...(element.type === literalType || element.type === poundType || typeof element.value !== 'string'
      ? []
      : [element.value]),
    ...Object.values(element.options ?? {}).flatMap((option) => collect(option.value)),
    ...collect(element.children ?? []),
  ]);

/** Every key stands in three languages, wants the same names in each, and says something. */
export function checkTexts(tree: Tree): readonly Problem[] {
  const all = areas(tree);
  return [...new Set(all.map((one) => one.area))].flatMap((name) => {
    const mine = all.filter((one) => one.area === name);
    const keys = [...new Set(mine.flatMap((one) => Object.keys(one.texts)))];
    const first = mine[0]?.path ?? '';
    const missing = languages
      .filter((language) => !mine.some((one) => one.language === language))
      .map((language) => ({ path: first, text: `${name} has no texts in ${language}` }));
    return [...missing, ...keys.flatMap((key) => checkKey(mine, key))];
  });
}

function checkKey(mine: readonly Area[], key: string): readonly Problem[] {
  const problems: Problem[] = [];
  const wanted = placeholdersOf(mine[0]?.texts[key] ?? '')?.join();
  for (const { path, texts } of mine) {
    const text = texts[key];
    if (text === undefined || text === '') problems.push({ path, text: `has no text for ${key}` });
    else if (placeholdersOf(text) === undefined) problems.push({ path, text: `${key} is no ICU message` });
    else if (wanted !== undefined && placeholdersOf(text)?.join() !== wanted) {
      problems.push({ path, text: `${key} wants other names than in ${mine[0]?.language ?? ''}` });
    }
  }
  return problems;
}

/** Code, catalogues and documentation name the same findings, with the same parameters. */
export async function checkFindings(tree: Tree): Promise<readonly Problem[]> {
  const declared = await declaredFindings(tree);
  const all = areas(tree);
  const english = new Map(all.filter((one) => one.language === 'en').flatMap((one) => Object.entries(one.texts)));
  const codes = new Set(declared.map((one) => one.code));
  return [
    ...doubles(declared),
    ...declared.flatMap((finding) => compare(finding, english.get(finding.code))),
    ...all.flatMap(({ path, texts }) =>
      Object.keys(texts)
        .filter((key) => isCode(key) && !codes.has(key))
        .map((key) => ({ path, text: `${key} is declared by no room` })),
    ),
    ...elsewhere(tree),
  ];
}

const isCode = (key: string): boolean => /^[A-Z]{3}-\d{4}$/.test(key);

function compare({ code, path, parameters }: DeclaredFinding, text: string | undefined): readonly Problem[] {
  if (!isCode(code)) return [{ path, text: `${code} is no code such as EDI-0101` }];
  if (text === undefined) return [{ path, text: `${code} has no text` }];
  const unknown = placeholdersOf(text)?.filter((name) => !parameters.includes(name)) ?? [];
  return unknown.map((name) => ({ path, text: `the text of ${code} wants {${name}}, which the code does not carry` }));
}

const doubles = (declared: readonly DeclaredFinding[]): readonly Problem[] =>
  declared
    .filter((one, index) => declared[index + 1]?.code === one.code)
    .map(({ code, path }) => ({ path, text: `${code} is declared twice` }));

/** A code declared outside a `findings.ts` would escape this check. */
const elsewhere = (tree: Tree): readonly Problem[] =>
  tree.paths
    .filter((path) => /^src\/.*\.ts$/.test(path) && !path.endsWith('/findings.ts') && !path.endsWith('/finding.ts'))
    .filter((path) => !/\.test\.ts$/.test(path) && /\bdefineFindings\(/.test(tree.text(path)))
    .map((path) => ({ path, text: 'declare findings in findings.ts of the room' }));
