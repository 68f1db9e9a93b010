import type { ReactNode } from 'react';
import { Link, useSpeech } from '../house.tsx';
import type { StatusKind } from '../tokens.ts';
import { Shape } from './shape.tsx';

export interface FigureProps {
  /** The list of what is counted. */
  readonly to: string;
  /** Undefined while nobody knows: then a dash stands. */
  readonly value: number | undefined;
  /** A share of one, written in percent. */
  readonly as?: 'share';
  /** What it is a number of, in the number's own form: "late", "jours". */
  readonly word: ReactNode;
  /** How what is counted stands: its shape stands before the number. */
  readonly kind?: StatusKind | undefined;
  /** True for the list that is shown. */
  readonly current?: boolean | undefined;
  readonly size?: 'normal' | 'large';
}

/** A number that opens the list of what it is made of. */
export function Figure({ to, value, as, word, kind, current = false, size = 'normal' }: FigureProps) {
  const { format } = useSpeech();
  const written = value === undefined ? '–' : as === 'share' ? format.share(value) : format.number(value);
  return (
    <Link to={to} className={size === 'large' ? 'counted counted-large' : 'counted'} current={current}>
      {kind !== undefined && (
        <span data-kind={kind} className="counted-shape">
          <Shape sign={kind} />
        </span>
      )}
      <b translate="no">{written}</b> <span className="counted-word">{word}</span>
    </Link>
  );
}
