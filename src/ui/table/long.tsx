import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { memo, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Drawing, Gap, guessedHeight, LineView } from './body.tsx';
import type { Line } from './lines.ts';

/** A line that is drawn once while it is scrolled by. */
const KeptLine = memo(LineView) as typeof LineView;

/** Lines kept ready above and below what is seen. With a frame of at most 44 rem, under a hundred stand in the page. */
const spare = 6;
const guessed = { line: guessedHeight, head: 40 };

interface LongBodyProps<Row> {
  readonly lines: readonly Line<Row>[];
  readonly drawing: Drawing<Row>;
  readonly frame: HTMLElement | null;
}

/**
 * The body of a long table: the lines that are seen, and the one that the Tab key stops at, wherever it is. Empty lines as
 * high as those that are left out keep the place of the rest. It is one body: a body a group would be made anew, and lose
 * the focus, whenever another group comes into sight.
 */
export function LongBody<Row>({ lines, drawing, frame }: LongBodyProps<Row>) {
  const stopAt = useMemo(
    () => lines.findIndex(({ kind, key }) => kind === 'row' && key === drawing.stop),
    [lines, drawing.stop],
  );
  const { shown, body } = useSeenLines({ count: lines.length, stopAt, frame });
  const items = shown.getVirtualItems();
  const placed = items.flatMap((item, order) => {
    const line = lines[item.index];
    return line === undefined ? [] : [{ line, item, gap: item.start - (items[order - 1]?.end ?? 0) }];
  });
  const below = shown.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <tbody ref={body}>
      {placed.flatMap(({ line, item, gap }) => [
        gap > 0 && <Gap key={`gap-${line.key}`} height={gap} columns={drawing.columns.length} />,
        <KeptLine
          key={`${line.kind}-${line.key}`}
          line={line}
          drawing={drawing}
          at={item.index}
          handle={shown.measureElement}
        />,
      ])}
      {below > 0 && <Gap height={below} columns={drawing.columns.length} />}
    </tbody>
  );
}

/** Which lines are seen. The stop is brought into sight when it moves while the focus is in the list. */
function useSeenLines({ count, stopAt, frame }: { count: number; stopAt: number; frame: HTMLElement | null }) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [height, setHeight] = useState(guessed);
  const seen = useCallback(
    (range: Range): number[] => {
      const places = defaultRangeExtractor(range);
      return stopAt < 0 || places.includes(stopAt) ? places : [...places, stopAt].sort((one, other) => one - other);
    },
    [stopAt],
  );
  const shown = useVirtualizer<HTMLElement, HTMLTableRowElement>({
    count,
    getScrollElement: () => frame,
    estimateSize: () => height.line,
    overscan: spare,
    rangeExtractor: seen,
    // The head stays on top of the lines, so that much less of them is seen.
    scrollPaddingEnd: height.head,
  });
  const any = shown.getVirtualItems().length > 0;
  useLayoutEffect(() => {
    const line = body.current?.querySelector('tr[data-index]')?.getBoundingClientRect().height;
    const head = frame?.querySelector('thead')?.getBoundingClientRect().height;
    // Lines are mostly of one height: when it is guessed well, none of the ten thousand has to be placed again.
    if (any && line !== undefined && head !== undefined) setHeight({ line, head });
  }, [any, frame]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: all are placed again when the height of one is known
  useLayoutEffect(() => shown.measure(), [height.line]);
  useEffect(() => {
    if (stopAt >= 0 && body.current?.contains(document.activeElement) === true) shown.scrollToIndex(stopAt);
  }, [shown, stopAt]);
  return { shown, body };
}
