import { expect, test } from 'vitest';
import { encodeUtf8 } from '#kernel';
import { allAt, children, textOf, textsAt, textsWithin } from './xml-read.ts';
import { type Element, eachElement } from './xml-tree.ts';

function element(text: string): Element {
  const taken: Element[] = [];
  eachElement(encodeUtf8(`<R>${text}</R>`), { tags: ['A'], take: (one) => taken.push(one), root: () => {} });
  const [first] = taken;
  return first ?? { tag: '', attributes: {}, children: [], text: '' };
}

const sample = element('<A> a <B> b1 </B><C><D>d1</D><D/></C><B> </B><C><D> d2 </D><B>b3</B></C></A>');

test('children by their names, in their order', () => {
  expect(children(sample, 'C', 'B').map(({ tag }) => tag)).toEqual(['B', 'C', 'B', 'C']);
  expect(children(sample, 'D')).toEqual([]);
});

test('elements and texts at the end of a path', () => {
  expect(allAt(sample, 'C', 'D')).toHaveLength(3);
  expect(allAt(sample)).toEqual([sample]);
  expect(textsAt(sample, 'C', 'D')).toEqual(['d1', 'd2']);
  expect(textsAt(sample, 'B')).toEqual(['b1']);
});

test('the first text that is there', () => {
  expect(textOf(sample, 'B')).toBe('b1');
  expect(textOf(sample, 'D')).toBeUndefined();
  expect(textOf(element('<A><B> </B><E>e</E></A>'), 'B', 'E')).toBe('e');
});

test('all texts', () => {
  expect(textsWithin(sample)).toEqual(['a', 'b1', 'd1', 'd2', 'b3']);
});
