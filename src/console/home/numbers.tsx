import { Shape, type StatusKind, useLink, useSpeech } from '#ui';

/** A number, and where the list stands that it counts. */
export interface Sum {
  readonly text: string;
  readonly count: number | undefined;
  readonly to: string;
  readonly kind?: StatusKind;
}

/** How it stands, in a few numbers; each leads to what it is made of. One that is not known yet is a dash. */
export function Numbers({ label, sums }: { label: string; sums: readonly Sum[] }) {
  return (
    <ul className="home-sums" aria-label={label}>
      {sums.map((sum) => (
        <li key={sum.text} data-kind={sum.count === 0 ? undefined : sum.kind}>
          <OneNumber sum={sum} />
        </li>
      ))}
    </ul>
  );
}

function OneNumber({ sum: { text, count, to, kind } }: { sum: Sum }) {
  const { say, format } = useSpeech();
  return (
    <a {...useLink(to)}>
      <b>
        {kind !== undefined && count !== 0 && <Shape sign={kind} />} {count === undefined ? '–' : format.number(count)}
      </b>
      <span>{say(text, { count: count ?? 0 })}</span>
    </a>
  );
}
