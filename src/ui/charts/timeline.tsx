import { type ReactNode, useMemo } from 'react';
import { Shape } from '../components/shape.tsx';
import { useLink, useSpeech } from '../house.tsx';
import type { Speech } from '../language/speech.ts';
import { ChartFrame, type ChartProps } from './figure.tsx';
import { Legend } from './legend.tsx';
import { Placed, type PointHandle, percent, usePoints } from './points.tsx';
import {
  slipOf,
  type TimelineRow,
  type TimelineScale,
  type TimelineWords,
  timelineFigures,
  timelineScale,
} from './timeline-rows.ts';
import type { When } from './when.ts';

const linesAcross = 12;

/**
 * What was promised when, and when it comes: a row an undertaking, a hollow diamond for the first date, a filled circle for
 * the date now, a tick where it is done, a line between for what it slipped, a bar for what is likely. Up and down walk from
 * row to row.
 */
export function Timeline(
  props: ChartProps & {
    readonly rows: readonly TimelineRow[];
    readonly today: When;
    readonly words?: Partial<TimelineWords>;
    /** The labels are told by the node, in the person's language. */
    readonly told?: boolean;
  },
) {
  const { rows, today } = props;
  const speech = useSpeech();
  const words = useWords(props.words);
  const figures = useMemo(() => timelineFigures(rows, words), [rows, words]);
  const scale = useMemo(() => timelineScale(rows, today, linesAcross), [rows, today]);
  const lanes = useMemo(() => rows.map(() => [0]), [rows]);
  const readingOf = (row: TimelineRow | undefined): string => (row === undefined ? '' : rowReading(row, words, speech));
  const points = usePoints(lanes, ({ lane }) => `${rows[lane]?.label}: ${readingOf(rows[lane])}`);
  return (
    <ChartFrame {...props} {...points} figures={figures} legend={<TimelineLegend words={words} figures={figures} />}>
      <div className="timeline">
        <Across scale={scale} today={today} />
        <ol>
          {rows.map((row, lane) => (
            <li key={row.key}>
              <RowName
                row={row}
                told={props.told === true}
                handle={points.handleOf(lane, 0)}
                reading={readingOf(row)}
              />
              <svg className="timeline-strip" aria-hidden="true" focusable="false">
                <RowMarks row={row} scale={scale} />
              </svg>
            </li>
          ))}
        </ol>
      </div>
    </ChartFrame>
  );
}

function useWords(given: Partial<TimelineWords> | undefined): TimelineWords {
  const { say } = useSpeech();
  return useMemo(
    () => ({
      label: say('ui.timeline.label'),
      standing: say('ui.timeline.standing'),
      baseline: say('ui.timeline.baseline'),
      forecast: say('ui.timeline.forecast'),
      slip: say('ui.timeline.slip'),
      done: say('ui.timeline.done'),
      half: say('ui.timeline.half'),
      mostly: say('ui.timeline.mostly'),
      ...given,
    }),
    [given, say],
  );
}

/** A row in words: how it stands, then each date that is known by its name. */
function rowReading(row: TimelineRow, words: TimelineWords, { say, format }: Speech): string {
  const dated = (word: string, when: When | undefined): readonly string[] =>
    when === undefined ? [] : [say('ui.timeline.dated', { word, when: format.when(when) })];
  const slip = slipOf(row);
  const slipped =
    slip === undefined ? [] : [say(slip < 0 ? 'ui.timeline.earlier' : 'ui.timeline.later', { count: Math.abs(slip) })];
  return [
    ...(row.standing === undefined ? [] : [row.standing.word]),
    ...dated(words.baseline, row.baseline),
    ...dated(words.forecast, row.forecast),
    ...dated(words.done, row.done),
    ...slipped,
    ...dated(words.half, row.half),
    ...dated(words.mostly, row.mostly),
  ].join('; ');
}

function RowName(props: { row: TimelineRow; told: boolean; handle: PointHandle; reading: string }) {
  const { row, handle } = props;
  const content = (
    <>
      {row.standing !== undefined && (
        <span data-kind={row.standing.kind} className="timeline-standing">
          <Shape sign={row.standing.kind} />
        </span>
      )}
      <span data-told={props.told || undefined}>{row.label}</span>
      <span className="unseen">: {props.reading}</span>
    </>
  );
  return row.to === undefined ? (
    <span className="timeline-name" role="img" aria-label={`${row.label}: ${props.reading}`} {...handle}>
      {content}
    </span>
  ) : (
    <NameLink to={row.to} handle={handle}>
      {content}
    </NameLink>
  );
}

function NameLink({ to, handle, children }: { to: string; handle: PointHandle; children: ReactNode }) {
  const link = useLink(to);
  return (
    <a className="timeline-name" {...link} {...handle}>
      {children}
    </a>
  );
}

/** The lines across: where years or months begin, and today. */
function Across({ scale, today }: { scale: TimelineScale; today: When }) {
  const { say, format } = useSpeech();
  const now = scale.x(today) ?? 0;
  // A label at the very end would stand beyond the page.
  const shown = scale.ticks.filter(({ x }) => x < 0.94);
  return (
    <div className="timeline-across" aria-hidden="true">
      <div className="timeline-head">
        <span className="timeline-today" data-end={now > 0.5 || undefined} style={{ insetInlineStart: percent(now) }}>
          {say('ui.timeline.today')}
        </span>
        {shown.map(({ at, x, begins }, order) => (
          <span
            key={at}
            className="timeline-tick"
            data-odd={order % 2 === 1 || undefined}
            style={{ insetInlineStart: percent(x) }}
            translate="no"
          >
            {begins.length === 4 ? begins : format.when(begins, 'short')}
          </span>
        ))}
      </div>
      <svg aria-hidden="true" focusable="false">
        {scale.ticks.map(({ at, x }) => (
          <line key={at} className="axis-line" x1={percent(x)} x2={percent(x)} y1="0" y2="100%" />
        ))}
        <line className="today-line" x1={percent(now)} x2={percent(now)} y1="0" y2="100%" />
      </svg>
    </div>
  );
}

/** The marks of a row; each carries its date, so that drawing and table can be compared. */
function RowMarks({ row, scale }: { row: TimelineRow; scale: TimelineScale }) {
  const at = {
    baseline: scale.x(row.baseline),
    forecast: scale.x(row.forecast),
    done: scale.x(row.done),
    half: scale.x(row.half),
    mostly: scale.x(row.mostly),
  };
  const end = at.done ?? at.forecast;
  const [half, mostly] = [at.half ?? at.mostly, at.mostly ?? at.half];
  return (
    <>
      {half !== undefined && mostly !== undefined && (
        <g className="whisker">
          <line x1={percent(half)} x2={percent(mostly)} y1="50%" y2="50%" />
          <Mark x={at.half} when={row.half} sign={<path d="M0-5V5" />} />
          <Mark x={at.mostly} when={row.mostly} sign={<path d="M0-5V5" />} />
        </g>
      )}
      {at.baseline !== undefined && end !== undefined && (
        <line
          className="slip"
          data-early={end < at.baseline || undefined}
          x1={percent(at.baseline)}
          x2={percent(end)}
          y1="50%"
          y2="50%"
        />
      )}
      <Mark x={at.baseline} when={row.baseline} sign={signs.baseline} />
      <Mark x={at.forecast} when={row.forecast} sign={signs.forecast} />
      <Mark x={at.done} when={row.done} sign={signs.done} />
    </>
  );
}

function Mark({ x, when, sign }: { x: number | undefined; when: When | undefined; sign: ReactNode }) {
  if (x === undefined) return null;
  return (
    <Placed x={x} y={0.5} values={when === undefined ? undefined : [when]}>
      {sign}
    </Placed>
  );
}

const signs = {
  baseline: <path className="mark-hollow" d="M0-5.5 5.5 0 0 5.5-5.5 0z" />,
  forecast: <circle className="mark-full" r="4.5" />,
  done: (
    <>
      <circle className="mark-done" r="6.5" />
      <path className="mark-tick" d="m-3 .2 2.1 2.1 3.9-4.4" />
    </>
  ),
};

/** What the marks mean: those that occur. */
function TimelineLegend({
  words,
  figures,
}: {
  words: TimelineWords;
  figures: { columns: readonly { key: string }[] };
}) {
  const likely = useSpeech().say('ui.timeline.likely');
  const occurs = new Set(figures.columns.map(({ key }) => key));
  const entries = [
    { key: 'baseline', word: words.baseline, mark: signs.baseline },
    { key: 'forecast', word: words.forecast, mark: signs.forecast },
    { key: 'done', word: words.done, mark: signs.done },
    { key: 'slip', word: words.slip, mark: <path className="slip" d="M-11 0H11" /> },
    {
      key: 'half',
      word: likely,
      mark: (
        <g className="whisker">
          <path d="M-10 0H10M-10-5V5M10-5V5" />
        </g>
      ),
    },
  ];
  return <Legend entries={entries.filter(({ key }) => occurs.has(key))} />;
}
