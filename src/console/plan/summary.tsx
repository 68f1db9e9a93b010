import { Shape, type StatusKind, useHouse, useLink, useSpeech } from '#ui';
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
  return (
    <ul className="plan-sums" aria-label={say('plan.board.sums')}>
      {sums.map((sum) => (
        <li key={sum.name} data-kind={sum.kind}>
          <Sum
            name={sum.name}
            kind={sum.kind}
            wanted={sum.wanted}
            count={register.rows.filter((row) => isWanted(row, sum.wanted)).length}
            current={isSame(wanted, sum.wanted)}
          />
        </li>
      ))}
    </ul>
  );
}

interface SumProps {
  readonly name: string;
  readonly kind: StatusKind | undefined;
  readonly wanted: Wanted;
  readonly count: number;
  readonly current: boolean;
}

function Sum({ name, kind, wanted, count, current }: SumProps) {
  const { say, format } = useSpeech();
  const { address } = useHouse();
  const link = useLink(`/plan${queryOf(wanted, address.query)}`);
  return (
    <a {...link} aria-current={current || undefined}>
      <b>
        {kind !== undefined && <Shape sign={kind} />} {format.number(count)}
      </b>
      <span>{say(`plan.sum.${name}`, { count })}</span>
    </a>
  );
}
