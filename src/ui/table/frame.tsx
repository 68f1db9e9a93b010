import type { ReactNode } from 'react';
import { type Drawing, LineView } from './body.tsx';
import { bodiesOf, type Line } from './lines.ts';
import { tablePage } from './pages.ts';

/** What the table scrolls in. Where rows lead nowhere the frame itself takes the focus, so that keys can scroll it. */
export function Frame(props: {
  handle: (frame: HTMLElement | null) => void;
  window: boolean;
  reads: boolean;
  caption: string;
  children: ReactNode;
}) {
  const scrolls = props.window && props.reads;
  return (
    <div
      ref={props.handle}
      className="table-frame"
      data-long={props.window || undefined}
      {...(scrolls ? { tabIndex: 0, role: 'region', 'aria-label': props.caption } : {})}
    >
      {props.children}
    </div>
  );
}

/** The bodies of a table that stands in the page as it is. */
export function Bodies<Row>(props: {
  lines: readonly Line<Row>[];
  drawing: Drawing<Row>;
  page: number | undefined;
  numbered: boolean;
}) {
  const { drawing } = props;
  const { before, lines } =
    props.page === undefined ? { before: 0, lines: props.lines } : tablePage(props.lines, props.page);
  const bodies = bodiesOf(lines.map((line, at) => ({ line, at: before + at })));
  return (bodies.length === 0 ? [[]] : bodies).map((body) => (
    <tbody key={body[0]?.line.key ?? ''}>
      {body.map(({ line, at }) => (
        <LineView key={`${line.kind}-${line.key}`} line={line} drawing={drawing} at={props.numbered ? at : undefined} />
      ))}
    </tbody>
  ));
}
