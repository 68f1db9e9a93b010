import type { ReactNode } from 'react';

export interface LegendEntry {
  readonly key: string;
  readonly word: string;
  /** A name or a code, no word of the language. */
  readonly verbatim?: boolean | undefined;
  /** Drawn around the middle of a field of 24 by 16. */
  readonly mark: ReactNode;
}

/** What the marks of a chart mean. */
export function Legend({ entries }: { entries: readonly LegendEntry[] }) {
  return (
    <ul className="legend">
      {entries.map(({ key, word, verbatim, mark }) => (
        <li key={key} translate={verbatim === true ? 'no' : undefined}>
          <svg viewBox="-12 -8 24 16" aria-hidden="true" focusable="false">
            {mark}
          </svg>
          {word}
        </li>
      ))}
    </ul>
  );
}
