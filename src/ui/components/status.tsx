import { useSpeech } from '../house.tsx';
import type { StatusKind } from '../tokens.ts';
import { Shape, type Sign } from './shape.tsx';

export interface StatusProps {
  readonly kind: StatusKind;
  /** The word, already in the person's language. */
  readonly word: string;
  readonly sign?: Sign | undefined;
  readonly badge?: 'stale' | 'overridden' | undefined;
  readonly size?: 'normal' | 'large' | 'display';
  /** A second officer must agree: a double border. */
  readonly second?: boolean;
}

/** How a thing stands: fill, shape and word together, never one alone. */
export function Status({ kind, word, sign = kind, badge, size = 'normal', second = false }: StatusProps) {
  return (
    <span className="status" data-kind={kind} data-size={size} data-second={second || undefined}>
      <Shape sign={sign} {...(badge === undefined ? {} : { badge })} />
      <span className="status-word">{word}</span>
    </span>
  );
}

export interface Count {
  readonly kind: StatusKind;
  readonly sign?: Sign | undefined;
  readonly word: string;
  readonly count: number;
}

/** How many stand how: shape, number and word, in the order given; nothing where there is none. */
export function StatusCounts({ counts, none }: { counts: readonly Count[]; none?: string }) {
  const { format } = useSpeech();
  const shown = counts.filter(({ count }) => count > 0);
  if (shown.length === 0) return none === undefined ? null : <span className="quiet">{none}</span>;
  return (
    <ul className="counts">
      {shown.map(({ kind, sign = kind, word, count }) => (
        <li key={word} data-kind={kind}>
          <Shape sign={sign} />
          <b>{format.number(count)}</b> <span>{word}</span>
        </li>
      ))}
    </ul>
  );
}

/** The same as a bar of shares, for the eye only: its numbers stand beside it. */
export function StatusBar({ counts }: { counts: readonly Count[] }) {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  return (
    <span className="share-bar" aria-hidden="true">
      {counts
        .filter(({ count }) => count > 0)
        .map(({ kind, word, count }) => (
          <span key={word} data-kind={kind} style={{ flexGrow: count }} />
        ))}
    </span>
  );
}
