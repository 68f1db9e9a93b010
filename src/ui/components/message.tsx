import { type ReactNode, useEffect, useRef } from 'react';
import { type Problem, useHouse } from '../house.tsx';
import type { StatusKind } from '../tokens.ts';
import { Button } from './button.tsx';
import { Shape } from './shape.tsx';

/** Something to know, standing where it belongs; it never goes away by itself. */
export function Message(props: {
  kind: StatusKind;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  live?: boolean;
}) {
  return (
    <section className="message" data-kind={props.kind} role={props.live === true ? 'status' : undefined}>
      <Shape sign={props.kind} />
      <div>
        <p className="message-title">{props.title}</p>
        {props.children}
        {props.actions !== undefined && <div className="actions">{props.actions}</div>}
      </div>
    </section>
  );
}

export interface FieldFault {
  readonly field: string;
  readonly text: string;
}

/** What is wrong with a form, in the words that stand at the fields; focus comes here when it appears. */
export function ErrorSummary({ title, faults }: { title: string; faults: readonly FieldFault[] }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <section className="message error-summary" data-kind="stop" ref={box} tabIndex={-1} role="alert">
      <Shape sign="stop" />
      <div>
        <h2 className="message-title">{title}</h2>
        <ul>
          {faults.map(({ field, text }) => (
            <li key={field}>
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(field)?.focus();
                }}
              >
                {text}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** What a page says when it could not be filled: what happened, what to do, and the code for support. */
export function Failure({ problem, retry, quiet = false }: { problem: Problem; retry?: () => void; quiet?: boolean }) {
  const { speech, address } = useHouse();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    if (quiet) return undefined;
    box.current?.focus();
    const before = document.title;
    document.title = speech.say('ui.error.pageTitle', { title: before });
    return () => {
      document.title = before;
    };
  }, [quiet, speech]);
  const kind =
    problem.status === 0
      ? 'offline'
      : problem.status === 403
        ? 'forbidden'
        : problem.status === 404
          ? 'missing'
          : 'failed';
  const code = problem.code ?? (problem.status === 0 ? undefined : `HTTP ${problem.status}`);
  return (
    <section className="message failure" data-kind={kind === 'failed' ? 'stop' : 'pending'} ref={box} tabIndex={-1}>
      <Shape sign={kind === 'failed' ? 'stop' : 'pending'} />
      <div>
        <h2 className="message-title">{speech.say(`ui.error.${kind}`)}</h2>
        <p>{speech.say(`ui.error.${kind}.do`)}</p>
        {problem.findings?.map(({ code: finding, parameters }) => (
          <p key={finding}>{speech.knows(finding) ? speech.say(finding, parameters) : problem.detail}</p>
        ))}
        {code !== undefined && (
          <p className="quiet">
            {speech.say('ui.error.code')} <code translate="no">{code}</code>{' '}
            {problem.instance !== undefined && <code translate="no">{problem.instance}</code>}
          </p>
        )}
        <div className="actions">
          {retry !== undefined && kind !== 'missing' && <Button onPress={retry}>{speech.say('ui.retry')}</Button>}
          {kind === 'missing' && <Button onPress={() => address.go('/')}>{speech.say('ui.home')}</Button>}
        </div>
      </div>
    </section>
  );
}

/** Nothing is there, and that is an answer: why, and what can be done next. */
export function Empty(props: { title: string; children?: ReactNode; actions?: ReactNode; kind?: StatusKind }) {
  return (
    <section className="empty">
      <Shape sign={props.kind ?? 'clear'} />
      <p className="empty-title">{props.title}</p>
      {props.children !== undefined && <p>{props.children}</p>}
      {props.actions !== undefined && <div className="actions">{props.actions}</div>}
    </section>
  );
}

/** The place of something that is being read. Still, since movement says nothing. */
export function Skeleton({ lines = 6 }: { lines?: number }) {
  const { speech } = useHouse();
  return (
    <div className="skeleton" role="status">
      <span className="unseen">{speech.say('ui.loading')}</span>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <span key={line} aria-hidden="true" />
      ))}
    </div>
  );
}
