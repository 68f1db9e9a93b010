import { Shape, type StatusKind, useSpeech } from '#ui';
import type { Cell, Flag, MeasuredShape } from './shapes.ts';

type Drawn = StatusKind | 'partly' | 'moving' | 'none';
/** What is drawn for a cell: the five signs of the house, and three of these pages. */
const drawn: Readonly<Record<Cell, Drawn>> = {
  done: 'clear',
  partly: 'partly',
  moving: 'moving',
  late: 'stop',
  unknown: 'pending',
  'not-applicable': 'none',
};

const own: Readonly<Record<'partly' | 'moving' | 'none', React.ReactNode>> = {
  partly: (
    <>
      <circle cx="8" cy="8" r="6.75" className="shape-line" />
      <path className="shape-solid" d="M8 1.25a6.75 6.75 0 0 1 0 13.5z" />
    </>
  ),
  moving: (
    <>
      <circle cx="8" cy="8" r="6.75" className="shape-line" />
      <path className="shape-line" d="M4.6 8h6.3M8.2 5.2 11 8l-2.8 2.8" />
    </>
  ),
  none: <path className="shape-line" d="M4 8h8" />,
};

/** The sign of a cell, for the eye; its word stands beside it. */
export function CellSign({ cell }: { cell: Cell }) {
  const sign = drawn[cell];
  if (sign === 'partly' || sign === 'moving' || sign === 'none') {
    return (
      <span className="cell-sign" data-cell={cell}>
        <svg className="shape" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          {own[sign]}
        </svg>
      </span>
    );
  }
  return (
    <span className="cell-sign" data-kind={sign}>
      <Shape sign={sign} />
    </span>
  );
}

/** How a pair stands: sign and word. */
export function CellWord({ cell }: { cell: Cell }) {
  const { say } = useSpeech();
  return (
    <span className="cell-word" data-cell={cell}>
      <CellSign cell={cell} /> {say(`plan.cell.${cell}`)}
    </span>
  );
}

/** Two countries by their codes, in full when pointed at or read. */
export function PairName({ pair }: { pair: string }) {
  const { format } = useSpeech();
  const countries = pair.split('-').map(format.country);
  return (
    <abbr className="pair-name" title={countries.join(' – ')} translate="no">
      {pair.replace('-', '–')}
    </abbr>
  );
}

/** Two countries by their names. */
export const pairInWords = (pair: string, format: { country: (code: string) => string }): string =>
  pair.split('-').map(format.country).join(' – ');

export const flagKinds: Readonly<Record<Flag, StatusKind>> = {
  overdue: 'stop',
  contradicts: 'review',
  stale: 'pending',
  moved: 'review',
  blocked: 'hold',
  differs: 'review',
};

export const measuredKinds: Readonly<Record<MeasuredShape['verdict'], StatusKind>> = {
  kept: 'clear',
  'not-kept': 'stop',
  'not-yet-measured': 'pending',
};

/** Flags as words with their signs. */
export function Flags({ flags }: { flags: readonly Flag[] }) {
  const { say } = useSpeech();
  return (
    <ul className="plan-flags">
      {flags.map((flag) => (
        <li key={flag} data-kind={flagKinds[flag]}>
          <Shape sign={flagKinds[flag]} {...(flag === 'stale' ? { badge: 'stale' as const } : {})} />{' '}
          {say(`plan.flag.${flag}`)}
        </li>
      ))}
    </ul>
  );
}

/** A number as its unit wants it: a share in per cent. */
export function useAmount(): (value: number, unit: string) => string {
  const { format, locale } = useSpeech();
  return (value, unit) => {
    if (unit !== 'share') return format.number(value);
    // A share that is not whole must not be rounded up to it: 99.97 % is not kept where all was promised.
    return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(
      Math.floor(value * 1000) / 1000,
    );
  };
}
