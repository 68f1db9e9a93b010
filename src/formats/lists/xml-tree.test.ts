import { expect, test } from 'vitest';
import { encodeUtf8 } from '#kernel';
import { type Element, eachElement } from './xml-tree.ts';

function read(text: string) {
  const taken: Element[] = [];
  const roots: Readonly<Record<string, string>>[] = [];
  const brokenAt = eachElement(encodeUtf8(text), {
    tags: ['A'],
    take: (element) => taken.push(element),
    root: (attributes) => roots.push(attributes),
  });
  return { taken, roots, brokenAt };
}

test('elements of a name come whole, with what stands in them; the root with its attributes, once', () => {
  expect(read('<R v="1" w="2"><X>no</X><A>one<B>two</B>three</A><A/></R>')).toEqual({
    taken: [
      {
        tag: 'A',
        attributes: {},
        text: 'onethree',
        children: [{ tag: 'B', attributes: {}, text: 'two', children: [] }],
      },
      { tag: 'A', attributes: {}, text: '', children: [] },
    ],
    roots: [{ v: '1', w: '2' }],
    brokenAt: undefined,
  });
});

test('nothing is taken after the first place where the text is not well-formed', () => {
  const { taken, brokenAt } = read('<R>\n<A>1</A>\n<B></C>\n<A>2</A></R>');
  expect(taken.map(({ text }) => text)).toEqual(['1']);
  expect(brokenAt).toBe(3);
  expect(read('<R><A>1</A>').brokenAt).toBe(1);
});

test('a text of several pieces is the same text, wherever its characters are cut', () => {
  const long = '漢'.repeat(50_000);
  for (const shift of ['', 'x', 'xy']) {
    const { taken, brokenAt } = read(`<R><A>${shift}${long}</A></R>`);
    expect(brokenAt).toBeUndefined();
    expect(taken[0]?.text === `${shift}${long}`).toBe(true);
  }
  const broken = `<R><A>1</A></R></R>${' '.repeat(70_000)}<A>`;
  expect(read(broken).brokenAt).toBe(1);
});

test('attributes, names without their prefix, and what stands in CDATA', () => {
  expect(read('<R><n:A x="1" y="&amp;"><n:B/><![CDATA[a < b]]></n:A></R>').taken).toEqual([
    {
      tag: 'A',
      attributes: { x: '1', y: '&' },
      text: 'a < b',
      children: [{ tag: 'B', attributes: {}, children: [], text: '' }],
    },
  ]);
});
