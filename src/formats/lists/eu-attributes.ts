import { stateOf, stateOfCode } from './states.ts';
import type { Element } from './xml-tree.ts';

/** An attribute that says something; `UNKNOWN` says nothing. */
export function said({ attributes }: Element, name: string): string | undefined {
  const text = attributes[name]?.trim() ?? '';
  return text === '' || text === 'UNKNOWN' ? undefined : text;
}

/** The attributes of these names that say something, in the order of the names. */
export const saidAll = (element: Element, ...names: readonly string[]): readonly string[] =>
  names.flatMap((name) => said(element, name) ?? []);

/** The state that an element names by its code or in words; undefined where it names none, which the list writes `00`. */
export function stateIn(element: Element): string | undefined {
  const code = said(element, 'countryIso2Code') ?? '';
  return stateOfCode(code) ?? stateOf(said(element, 'countryDescription') ?? '');
}
