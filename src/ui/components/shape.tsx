import type { StatusKind } from '../tokens.ts';

/** What is drawn in a shape: the kind's own sign, or a document where the clearance has that condition. */
export type Sign = StatusKind | 'document';

/** The outlines of section 5.3: circle with tick, triangle with !, square with two bars, octagon with cross, dashed circle. */
export function Shape({ sign, badge }: { sign: Sign; badge?: 'stale' | 'overridden' }) {
  return (
    <svg className="shape" data-sign={sign} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {outlines[sign]}
      {badge === 'stale' && (
        <path className="shape-badge" d="M12 8.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zm0 1.5v2l1.4.9" />
      )}
      {badge === 'overridden' && <path className="shape-notch" d="M10 0h6v6z" />}
    </svg>
  );
}

/** The same within a drawing that has its own measure: 16 units wide and high from where it stands. */
export function DrawnShape({ sign }: { sign: Sign }) {
  return (
    <g className="shape" data-sign={sign}>
      {outlines[sign]}
    </g>
  );
}

const circle = <circle cx="8" cy="8" r="6.75" className="shape-line" />;
const outlines: Readonly<Record<Sign, React.ReactNode>> = {
  clear: (
    <>
      {circle}
      <path className="shape-line" d="m4.9 8.3 2.2 2.2 4-4.6" />
    </>
  ),
  document: <path className="shape-line" d="M3 1.5h6.5L13 5v9.5H3zM9.25 1.75V5.2H12.8M5.6 9.9l1.7 1.7 3-3.4" />,
  review: (
    <>
      <path className="shape-solid" d="M8 1.2 15.4 14.5H.6z" />
      <path className="shape-cut" d="M8 6v4M8 11.6v1.4" />
    </>
  ),
  hold: (
    <>
      <path className="shape-solid" d="M1.5 1.5h13v13h-13z" />
      <path className="shape-cut" d="M6 4.8v6.4M10 4.8v6.4" />
    </>
  ),
  stop: (
    <>
      <path className="shape-solid" d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z" />
      <path className="shape-cut" d="m5.3 5.3 5.4 5.4m0-5.4-5.4 5.4" />
    </>
  ),
  pending: <circle cx="8" cy="8" r="6.5" className="shape-line" strokeDasharray="2.4 1.7" />,
};
