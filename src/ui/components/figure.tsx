import type { ReactNode } from 'react';
import { Link, useSpeech } from '../house.tsx';
import type { StatusKind } from '../tokens.ts';
import { Shape } from './shape.tsx';

export interface FigureProps {
  /** The list of what is counted. */
  readonly to: string;
  readonly value: number;
  /** A share of one, written in percent. */
  readonly as?: 'share';
  /** What it is a number of, in the number's own form: "late", "jours". */
  readonly word: ReactNode;
  /** How what is counted stands: its shape stands before the number. */
  readonly kind?: StatusKind;
  readonly size?: 'normal' | 'large';
}

/** A number that opens the list of what it is made of. */
export function Figure({ to, value, as, word, kind, size = 'normal' }: FigureProps) {
  const { format } = useSpeech();
  return (
    <Link to={to} className={size === 'large' ? 'counted counted-large' : 'counted'}>
      {kind !== undefined && (
        <span data-kind={kind} className="counted-shape">
          <Shape sign={kind} />
        </span>
      )}
      <b translate="no">{as === 'share' ? format.share(value) : format.number(value)}</b>{' '}
      <span className="counted-word">{word}</span>
    </Link>
  );
}
