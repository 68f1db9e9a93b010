import { type ReactNode, useEffect } from 'react';
import { Link, useHouse } from '../house.tsx';

export interface Crumb {
  readonly text: string;
  readonly to: string;
  /** A name or number, not a word of the language. */
  readonly verbatim?: boolean;
}

/** Where the page stands among the objects; the last one is the page itself. */
export function Breadcrumb({ crumbs, here, verbatim }: { crumbs: readonly Crumb[]; here: string; verbatim?: boolean }) {
  const { speech } = useHouse();
  return (
    <nav className="breadcrumb" aria-label={speech.say('ui.breadcrumb')}>
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.to} translate={crumb.verbatim === true ? 'no' : undefined}>
            <Link to={crumb.to}>{crumb.text}</Link>
          </li>
        ))}
        <li aria-current="page" translate={verbatim === true ? 'no' : undefined}>
          {here}
        </li>
      </ol>
    </nav>
  );
}

export interface PageProps {
  /** The object and its state: for the title of the window. */
  readonly title: string;
  readonly heading?: ReactNode;
  readonly crumbs?: readonly Crumb[];
  readonly verbatim?: boolean;
  /** The title is told by the node, in the person's language. */
  readonly told?: boolean;
  /** One sentence under the heading: what this page says today. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly narrow?: boolean;
}

/** The frame of every page: where, what, the sentence that matters, then the rest. */
export function Page(props: PageProps) {
  const { title, crumbs } = props;
  useEffect(() => {
    document.title = `${title} · Tripoint`;
  }, [title]);
  return (
    <div className="page" data-narrow={props.narrow || undefined}>
      {crumbs !== undefined && (
        <Breadcrumb crumbs={crumbs} here={title} verbatim={props.verbatim === true || props.told === true} />
      )}
      <header className="page-head">
        <div>
          <h1 translate={props.verbatim === true ? 'no' : undefined} data-told={props.told || undefined}>
            {props.heading ?? title}
          </h1>
          {props.lead !== undefined && <div className="lead">{props.lead}</div>}
        </div>
        {props.actions !== undefined && <div className="page-actions">{props.actions}</div>}
      </header>
      {props.children}
    </div>
  );
}

/** A part of a page under its own heading. */
export function Panel(props: {
  title: string;
  children: ReactNode;
  aside?: ReactNode;
  id?: string;
  bare?: boolean;
  kind?: string | undefined;
  /** The title is told by the node, in the person's language. */
  told?: boolean;
}) {
  return (
    <section className="panel" id={props.id} data-bare={props.bare || undefined} data-kind={props.kind}>
      <header>
        <h2 data-told={props.told === true ? '' : undefined}>{props.title}</h2>
        {props.aside !== undefined && <div className="panel-aside">{props.aside}</div>}
      </header>
      <div className="panel-body">{props.children}</div>
    </section>
  );
}
