import type { MilestoneShape } from './shapes.ts';

/** What may be asked in a form. */
export type AskKind =
  | 'pair'
  | 'pairs'
  | 'month'
  | 'state'
  | 'verdict'
  | 'line'
  | 'words'
  | 'measure'
  | 'bound'
  | 'number';
export interface Asked {
  readonly name: string;
  readonly kind: AskKind;
  readonly optional?: true;
}
export type Values = Readonly<Record<string, string>>;

/** A way of saying something: by which permission and key, to which route, what is asked, and what is sent. */
export interface ActKind {
  readonly name: string;
  readonly where: string;
  readonly permission: string;
  readonly key?: string;
  /** Only for pairs of the person's own country. */
  readonly own: boolean;
  readonly asks: readonly Asked[];
  readonly bodyOf: (values: Values, story: MilestoneShape) => unknown;
}

const reason: Asked = { name: 'reason', kind: 'words' };
const pair: Asked = { name: 'pair', kind: 'pair' };
const text = (values: Values, name: string): string => (values[name] ?? '').trim();
const given = (values: Values, name: string): Readonly<Record<string, string>> =>
  text(values, name) === '' ? {} : { [name]: text(values, name) };

function approvalOf(values: Values, { proposals }: MilestoneShape): unknown {
  const { proposal, pairs, month } = proposals.find((one) => one.proposal === values['proposal']) ?? {};
  return { proposal, pairs, month };
}

const ending = (values: Values): unknown => ({ proposal: values['proposal'], reason: text(values, 'reason') });

/** Everything that may be said of a promise, in the order of its buttons. */
export const actKinds: readonly ActKind[] = [
  {
    ...{ name: 'propose', where: 'proposals', permission: 'plan.report', key: 'p', own: true },
    asks: [{ name: 'pairs', kind: 'pairs' }, { name: 'month', kind: 'month' }, reason],
    bodyOf: (values) => ({
      pairs: (values['pairs'] ?? '').split(' ').filter((one) => one !== ''),
      month: text(values, 'month'),
      reason: text(values, 'reason'),
    }),
  },
  {
    ...{ name: 'report', where: 'reports', permission: 'plan.report', own: true },
    asks: [
      pair,
      { name: 'state', kind: 'state' },
      { name: 'asOf', kind: 'month' },
      { name: 'expected', kind: 'month', optional: true },
    ],
    bodyOf: (values) => {
      const expected = text(values, 'expected');
      const forecast = expected === '' ? {} : { forecast: { from: expected, to: expected } };
      return { pair: values['pair'], said: { state: values['state'], ...forecast }, asOf: text(values, 'asOf') };
    },
  },
  {
    ...{ name: 'forecast', where: 'forecasts', permission: 'plan.report', own: true },
    asks: [pair, { name: 'month', kind: 'month' }, reason],
    bodyOf: (values) => ({
      pair: values['pair'],
      span: { from: text(values, 'month'), to: text(values, 'month') },
      reason: text(values, 'reason'),
    }),
  },
  {
    ...{ name: 'evidence', where: 'evidence', permission: 'plan.report', own: false },
    asks: [
      { name: 'title', kind: 'line' },
      { name: 'address', kind: 'line', optional: true },
      { name: 'note', kind: 'words' },
    ],
    bodyOf: (values) => ({ title: text(values, 'title'), note: text(values, 'note'), ...given(values, 'address') }),
  },
  {
    ...{ name: 'assess', where: 'verdicts', permission: 'plan.assess', key: 'v', own: false },
    asks: [pair, { name: 'verdict', kind: 'verdict' }, { name: 'asOf', kind: 'month' }, reason],
    bodyOf: (values) => ({
      ...{ pair: values['pair'], verdict: values['verdict'] },
      ...{ asOf: text(values, 'asOf'), reason: text(values, 'reason') },
    }),
  },
  {
    ...{ name: 'tie', where: 'targets', permission: 'plan.report', own: false },
    asks: [
      { name: 'measure', kind: 'measure' },
      { name: 'bound', kind: 'bound' },
      { name: 'number', kind: 'number' },
      reason,
    ],
    bodyOf: (values) => ({
      target: { name: values['measure'], [values['bound'] ?? 'at-least']: numberIn(text(values, 'number')) },
      reason: text(values, 'reason'),
    }),
  },
  {
    ...{ name: 'comment', where: 'comments', permission: 'plan.comment', key: 'c', own: false },
    asks: [{ name: 'text', kind: 'words' }],
    bodyOf: (values) => ({ text: text(values, 'text') }),
  },
  {
    ...{ name: 'sign', where: 'approvals', permission: 'plan.sign', own: true },
    asks: [],
    bodyOf: approvalOf,
  },
  {
    ...{ name: 'refuse', where: 'refusals', permission: 'plan.sign', own: true },
    asks: [reason],
    bodyOf: ending,
  },
  {
    ...{ name: 'withdraw', where: 'withdrawals', permission: 'plan.report', own: true },
    asks: [reason],
    bodyOf: ending,
  },
];

/** Acts that belong to one proposal: their buttons stand beside it. */
export const ofProposal: ReadonlySet<string> = new Set(['sign', 'refuse', 'withdraw']);

/** A number as people write it, with a point or a comma, or as a share in per cent: `95 %` is 0.95. */
export function numberIn(written: string): number {
  const plain = written.replaceAll(/\s/gu, '').replace(',', '.');
  if (plain === '' || plain === '%') return Number.NaN;
  return plain.endsWith('%') ? Number(plain.slice(0, -1)) / 100 : Number(plain);
}
