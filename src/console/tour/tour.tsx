import './tour.css';
import { useEffect, useRef, useState } from 'react';
import { Button, useSay } from '#ui';
import type { Preferences } from '../preferences.ts';

/** What each step speaks of, as it stands around the page. */
const steps = [
  { name: 'seat', of: '.seat' },
  { name: 'sit', of: '.sit' },
  { name: 'numbers', of: '.sums' },
  { name: 'keys', of: '.help' },
  { name: 'plan', of: '.places' },
] as const;

/** Marks what a step speaks of; nothing moves, and nothing is covered. */
function useMarked(selector: string): void {
  useEffect(() => {
    const marked = document.querySelector(selector);
    marked?.setAttribute('data-toured', '');
    return () => marked?.removeAttribute('data-toured');
  }, [selector]);
}

/** Five steps through the demonstration. It stands in the page and traps nothing: whoever goes on without it may. */
export function Tour({ tab, onEnd }: { tab: Preferences; onEnd: () => void }) {
  const say = useSay();
  const [at, setAt] = useState(() => Math.min(Number(tab.get('tour-step') ?? 0) || 0, steps.length - 1));
  const heading = useRef<HTMLHeadingElement>(null);
  const step = steps[at] ?? steps[0];
  useMarked(step.of);
  const go = (to: number): void => {
    tab.set('tour-step', String(to));
    setAt(to);
    heading.current?.focus();
  };
  const end = (): void => {
    tab.set('tour-step', undefined);
    onEnd();
  };
  const last = at === steps.length - 1;
  return (
    <section
      className="tour"
      aria-labelledby="tour-title"
      onKeyDown={(event) => {
        if (event.key === 'Escape') end();
      }}
    >
      <h2 id="tour-title" ref={heading} tabIndex={-1}>
        {say(`tour.${step.name}`)}
      </h2>
      <p>{say(`tour.${step.name}.more`)}</p>
      <div className="actions">
        <Button kind="primary" onPress={last ? end : () => go(at + 1)}>
          {say(last ? 'tour.end' : 'tour.next')}
        </Button>
        {at > 0 && <Button onPress={() => go(at - 1)}>{say('tour.back')}</Button>}
        {!last && (
          <Button kind="quiet" onPress={end}>
            {say('tour.skip')}
          </Button>
        )}
        <span className="quiet">{say('tour.step', { step: at + 1, steps: steps.length })}</span>
      </div>
    </section>
  );
}
