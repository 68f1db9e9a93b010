interface At {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** The address at which a form is open; without an act, the page alone. */
export function actAddress({ path, query }: At, act?: string, proposal?: string): string {
  const next = new URLSearchParams(query);
  next.delete('act');
  next.delete('proposal');
  if (act !== undefined) next.set('act', act);
  if (proposal !== undefined) next.set('proposal', proposal);
  return next.size === 0 ? path : `${path}?${next}`;
}
