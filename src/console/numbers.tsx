import { Figure, type StatusKind, useSay } from '#ui';

/** A number, and where the list stands that it counts. */
export interface Sum {
  /** The key of its text. */
  readonly text: string;
  readonly count: number | undefined;
  readonly to: string;
  readonly kind?: StatusKind;
  /** True for the list that is shown. */
  readonly current?: boolean;
}

/** How it stands, in a few numbers; each leads to what it is made of. One that is not known yet is a dash. */
export function Numbers({ label, sums }: { label: string; sums: readonly Sum[] }) {
  const say = useSay();
  return (
    <ul className="sums" aria-label={label}>
      {sums.map(({ text, count, to, kind, current }) => (
        <li key={text}>
          <Figure
            to={to}
            value={count}
            word={say(text, { count: count ?? 0 })}
            kind={count === 0 ? undefined : kind}
            size="large"
            current={current}
          />
        </li>
      ))}
    </ul>
  );
}
