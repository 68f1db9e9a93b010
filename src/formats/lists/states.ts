import table from '../../../data/lists/states.json' with { type: 'json' };

const states: ReadonlyMap<string, string> = new Map(Object.entries(table.states));

/** The code of a state (ISO 3166-1 alpha-3) by its English name, or by the code itself; undefined when it is neither. */
export function stateOf(text: string): string | undefined {
  const name = text.trim();
  return states.get(name) ?? (/^[A-Z]{3}$/.test(name) ? name : undefined);
}
