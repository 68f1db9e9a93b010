interface Segment {
  readonly number: number;
  readonly tag: string;
  readonly text: string;
}

/** The tags at which what a carrier says of one person ends. */
const ends: ReadonlySet<string> = new Set(['NAD', 'CNT', 'UNT', 'UNE', 'UNZ']);

/**
 * Where a person stands in a lodgement. `segment` counts from 1 within his message, as the standard does; a lodgement has an
 * envelope before it and may hold several messages, so that the one is taken whose NAD at that place names him.
 */
export function placeIn(
  segments: readonly Segment[],
  segment: number,
  name: string,
): { readonly from: number; readonly until: number } | undefined {
  const family = name.split(',')[0] ?? name;
  const starts = segments.flatMap(({ tag }, at) => (tag === 'UNH' ? [at] : []));
  const candidates = [...starts.map((start) => start + segment - 1), segment - 1].filter(
    (at) => segments[at]?.tag === 'NAD',
  );
  const at = candidates.find((one) => segments[one]?.text.includes(family)) ?? candidates[0];
  if (at === undefined) return undefined;
  const next = segments.findIndex(({ tag }, later) => later > at && ends.has(tag));
  const last = next < 0 ? segments.length : next;
  return { from: segments[at]?.number ?? 0, until: segments[last - 1]?.number ?? 0 };
}
