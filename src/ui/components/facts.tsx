import type { ReactNode } from 'react';

export interface FactRow {
  readonly key: string;
  readonly title: string;
  readonly value: ReactNode;
  /** Why it matters just here: it was looked at by the reason that is shown. */
  readonly lit?: boolean;
  /** The title is told by the node, in the person's language. */
  readonly told?: boolean;
}

/** Names and values of one thing. */
export function Facts({ rows, wide = false }: { rows: readonly FactRow[]; wide?: boolean }) {
  return (
    <dl className="facts" data-wide={wide || undefined}>
      {rows.map(({ key, title, value, lit, told }) => (
        <div key={key} data-lit={lit || undefined}>
          <dt data-told={told || undefined}>{title}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A value as it was lodged or coded: never translated, never re-cased. */
export function Verbatim({ children, mono = false }: { children: ReactNode; mono?: boolean }) {
  return (
    <span translate="no" className={mono ? 'mono' : undefined}>
      {children}
    </span>
  );
}
