/**
 * What an entry or message is part of: `live`, `demonstration`, or `exercise <name>`. An exercise walks through the
 * same rooms, is marked everywhere, never touches live folds, and can be deleted whole.
 */
export type Reality = 'live' | 'demonstration' | `exercise ${string}`;

/** Reads a reality; undefined when the text is none. Exercise names: 1 to 40 letters, digits or hyphens. */
export function parseReality(text: string): Reality | undefined {
  if (text === 'live' || text === 'demonstration') return text;
  return /^exercise [A-Za-z0-9-]{1,40}$/.test(text) ? (text as Reality) : undefined;
}
