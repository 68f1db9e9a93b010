import { type StatusKind, useHouse, useSpeech } from '#ui';
import { Numbers } from '../numbers.tsx';
import type { RegisterShape } from './shapes.ts';
import { choices, isWanted, queryOf, type Wanted } from './wanted.ts';

/** The numbers of the plan. Each counts exactly the list that it leads to: both are made by `isWanted`. */
const sums: readonly { readonly name: string; readonly wanted: Wanted; readonly kind?: StatusKind }[] = [
  { name: 'total', wanted: {} },
  { name: 'done', wanted: { cell: 'done' }, kind: 'clear' },
  { name: 'late', wanted: { cell: 'late' }, kind: 'stop' },
  { name: 'contradicts', wanted: { flag: 'contradicts' }, kind: 'review' },
  { name: 'moved', wanted: { flag: 'moved' }, kind: 'review' },
  { name: 'stale', wanted: { flag: 'stale' }, kind: 'pending' },
  { name: 'signing', wanted: { signing: 'open' }, kind: 'hold' },
  { name: 'measured', wanted: { measured: 'any' }, kind: 'clear' },
];

const isSame = (one: Wanted, other: Wanted): boolean => choices.every((name) => one[name] === other[name]);

/** How the plan stands, in eight numbers. */
export function Summary({ register, wanted }: { register: RegisterShape; wanted: Wanted }) {
  const { say } = useSpeech();
  const { address } = useHouse();
  const numbers = sums.map(({ name, kind, wanted: own }) => ({
    text: `plan.sum.${name}`,
    count: register.rows.filter((row) => isWanted(row, own)).length,
    to: `/plan${queryOf(own, address.query)}`,
    ...(kind === undefined ? {} : { kind }),
    current: isSame(wanted, own),
  }));
  return <Numbers label={say('plan.board.sums')} sums={numbers} />;
}
