import type { Element } from './xml-tree.ts';

/** The children of these names, in their order. */
export const children = (element: Element, ...tags: readonly string[]): readonly Element[] =>
  element.children.filter((child) => tags.includes(child.tag));

/** The elements at the end of a path of names below an element, in their order. */
export function allAt(element: Element, ...path: readonly string[]): readonly Element[] {
  const [tag, ...rest] = path;
  return tag === undefined ? [element] : children(element, tag).flatMap((child) => allAt(child, ...rest));
}

/** The text of the first child of one of these names that has any; undefined when none has. */
export function textOf(element: Element, ...tags: readonly string[]): string | undefined {
  return children(element, ...tags)
    .map((child) => child.text.trim())
    .find((found) => found !== '');
}

/** The texts at the end of a path, without the empty ones. */
export const textsAt = (element: Element, ...path: readonly string[]): readonly string[] =>
  allAt(element, ...path)
    .map(({ text }) => text.trim())
    .filter((text) => text !== '');

/** All texts of an element and what stands in it, in their order. */
export function textsWithin(element: Element): readonly string[] {
  const own = element.text.trim();
  return [...(own === '' ? [] : [own]), ...element.children.flatMap(textsWithin)];
}
