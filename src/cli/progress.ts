import type { Terminal } from '#kernel';

const width = 30;
const pauseMilliseconds = 100;

/** A bar on standard error while a person watches; silent otherwise. It is drawn ten times a second at most. */
export function progressBar(
  terminal: Pick<Terminal, 'watched' | 'progress' | 'now'>,
): (done: number, of: number) => void {
  let next = 0;
  return (done, of) => {
    const now = terminal.now();
    if (!terminal.watched || of === 0 || (now < next && done < of)) return;
    next = now + pauseMilliseconds;
    const full = Math.round((width * done) / of);
    const drawn = '#'.repeat(full).padEnd(width, '.');
    terminal.progress(done < of ? `[${drawn}] ${Math.floor((100 * done) / of)} %` : '');
  };
}
