import type { ReactNode } from 'react';
import { percent } from './points.tsx';

/** A line across a plot, where it stands as a share of one, and what is written at its end. */
export interface PlotTick {
  readonly place: number;
  readonly text: string;
}

/** The side of the square in which paths are drawn; it is stretched to the plot, the strokes are not. */
export const square = 1000;

/**
 * A field with a value axis at its left and another at its foot. Shapes are paths in a square of `square` by `square`; marks
 * are placed by shares of one, so that nothing needs to know how wide the page is.
 */
export function Plot(props: {
  /** From the bottom up. */
  readonly values: readonly PlotTick[];
  readonly along: readonly PlotTick[];
  readonly valueTitle: string;
  readonly alongTitle?: string | undefined;
  readonly shapes: ReactNode;
  readonly marks: ReactNode;
  /** Under the axis, in its width. */
  readonly below?: ReactNode;
}) {
  return (
    <div className="plot">
      <p className="plot-title" aria-hidden="true">
        {props.valueTitle}
      </p>
      <div className="plot-values" aria-hidden="true" translate="no">
        {props.values.map(({ place, text }) => (
          <span key={text} style={{ insetBlockEnd: percent(place) }}>
            {text}
          </span>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no set of fields */}
      <svg className="plot-field" role="group" focusable="false">
        {props.values.map(({ place, text }) => (
          <line key={text} className="axis-line" x1="0" x2="100%" y1={percent(1 - place)} y2={percent(1 - place)} />
        ))}
        <svg
          aria-hidden="true"
          viewBox={`0 0 ${square} ${square}`}
          preserveAspectRatio="none"
          width="100%"
          height="100%"
          className="plot-shapes"
        >
          {props.shapes}
        </svg>
        {props.marks}
      </svg>
      <div className="plot-along" aria-hidden="true" translate="no">
        {props.along.map(({ place, text }, order) => (
          <span key={text} data-odd={order % 2 === 1 || undefined} style={{ insetInlineStart: percent(place) }}>
            {text}
          </span>
        ))}
      </div>
      {props.alongTitle !== undefined && (
        <p className="plot-along-title" aria-hidden="true">
          {props.alongTitle}
        </p>
      )}
      {props.below !== undefined && <div className="plot-below">{props.below}</div>}
    </div>
  );
}
