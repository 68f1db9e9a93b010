import { type ReactNode, useEffect, useRef } from 'react';
import { useSay } from '../house.tsx';

export interface RawSegment {
  readonly number: number;
  readonly tag: string;
  readonly text: string;
  /** What was found here, in words. */
  readonly notes?: readonly {
    readonly severity: string;
    readonly text: string;
    /** Told by the node, in the person's language. */
    readonly told?: boolean;
  }[];
  readonly unread?: boolean;
  /** Its place in its message, where its format counts so; then this is the number that is shown. */
  readonly segment?: number;
}

/** A message as it came in, a segment a line; the lit one is what the page speaks of. */
export function Raw(props: {
  label: string;
  segments: readonly RawSegment[];
  lit?: number | undefined;
  litUntil?: number | undefined;
  short?: boolean;
}) {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const lit = useRef<HTMLLIElement>(null);
  const counted = props.segments.some(({ segment }) => segment !== undefined);
  useEffect(() => {
    if (props.lit === undefined || lit.current === null || box.current === null) return;
    const line = lit.current;
    box.current.scrollTop = Math.max(0, line.offsetTop - box.current.clientHeight / 3);
  }, [props.lit]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section className="raw" data-short={props.short || undefined} ref={box} tabIndex={0} aria-label={props.label}>
      <ol>
        {props.segments.map(({ number, segment, tag, text, notes, unread }) => (
          <li
            key={number}
            id={`segment-${number}`}
            ref={number === props.lit ? lit : undefined}
            data-lit={
              (props.lit !== undefined && number >= props.lit && number <= (props.litUntil ?? props.lit)) || undefined
            }
            data-unread={unread || undefined}
            aria-current={number === props.lit ? 'location' : undefined}
          >
            <span className="raw-number" translate="no">
              {counted ? segment : number}
            </span>
            <code translate="no">
              <b>{tag}</b>
              {text.startsWith(tag) ? text.slice(tag.length) : text}
            </code>
            {unread === true && <span className="raw-note">{say('ui.raw.unread')}</span>}
            {notes?.map((note) => (
              <span
                key={note.text}
                className="raw-note"
                data-severity={note.severity}
                data-told={note.told || undefined}
              >
                {note.text}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Two ways of seeing the same thing, side by side where there is width. */
export function Beside({ children }: { children: ReactNode }) {
  return <div className="beside">{children}</div>;
}

/** A text of segments, elements or lines cut for showing: at line breaks, or at `'` where it is not released by `?`. */
export function cutSegments(text: string): RawSegment[] {
  const pieces = /'\s*[A-Z]{3}[+:']/.test(text) ? text.split(/(?<=(?<!\?)')/) : text.split('\n');
  return pieces
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .map((piece, at) => ({ number: at + 1, tag: /^[A-Z]{3}/.exec(piece)?.[0] ?? '', text: piece }));
}

/** The segments of a lodgement: as its format cut them, else cut from its bytes (base64). */
export function segmentsOf<Segment extends RawSegment>(lodged: {
  readonly raw?: string;
  readonly segments: readonly Segment[];
}): readonly (Segment | RawSegment)[] {
  if (lodged.segments.length > 0 || lodged.raw === undefined) return lodged.segments;
  return cutSegments(new TextDecoder().decode(Uint8Array.from(atob(lodged.raw), (one) => one.charCodeAt(0))));
}
