import { disposition, type Fact, type ReasonClass, reasonClasses, type Texts } from '#kernel';
import { readCell } from './cell.ts';
import type { Test } from './condition.ts';
import { decisionsFindings } from './findings.ts';
import type { DispositionOrder } from './order.ts';
import type { Row } from './row.ts';
import type { Members, Source } from './source.ts';

interface Context {
  readonly source: Source;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly event: string | undefined;
  readonly order: DispositionOrder;
  readonly reasonTexts: Readonly<Record<string, Texts>>;
}

const find = decisionsFindings.find;

function readTests(when: Members, row: string, { source, facts, event }: Context): readonly Test[] {
  return Object.entries(when).flatMap(([name, cell]) => {
    const fact = facts.get(name);
    if (fact === undefined) {
      source.findings.push(find('DEC-0102', { row, fact: name }));
      return [];
    }
    const { tests, findings } = readCell({ row, fact, event }, cell);
    source.findings.push(...findings);
    return tests;
  });
}

const isReasonClass = (name: string): name is ReasonClass => reasonClasses.some((known) => known === name);

function readReason(json: unknown, path: string, row: string, { source, reasonTexts }: Context): Row['reasons'] {
  const members = source.object(json, path);
  const code = source.text(members['code'], `${path}/code`);
  const name = source.text(members['class'], `${path}/class`);
  if (code !== '' && !Object.hasOwn(reasonTexts, code)) source.findings.push(find('DEC-0114', { row, code }));
  if (isReasonClass(name)) return [{ code, class: name }];
  if (name !== '') source.findings.push(find('DEC-0109', { row, class: name }));
  return [];
}

/** Reads one row; what is wrong with it is noted in the source, and the row comes back as far as it could be read. */
export function readRow(json: unknown, path: string, context: Context): Row {
  const { source, order } = context;
  const members = source.object(json, path);
  const key = source.text(members['key'], `${path}/key`);
  const tests = readTests(source.object(members['when'], `${path}/when`), key, context);
  const what = disposition(source.text(members['disposition'], `${path}/disposition`));
  if (what !== '' && !order.dispositions.includes(what)) {
    source.findings.push(find('DEC-0104', { row: key, disposition: what }));
  }
  const listed = members['reasons'] === undefined ? [] : source.list(members['reasons'], `${path}/reasons`);
  if (listed.length === 0) source.findings.push(find('DEC-0106', { row: key }));
  const reasons = listed.flatMap((reason, at) => readReason(reason, `${path}/reasons/${at}`, key, context));
  const row = { key, tests, disposition: what, reasons };
  if (members['directions'] === undefined) return row;
  return { ...row, directions: source.texts(members['directions'], `${path}/directions`) };
}
