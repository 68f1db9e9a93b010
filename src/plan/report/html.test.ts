import fc from 'fast-check';
import { expect, test } from 'vitest';
import { html } from './html.ts';

test('every sign of markup in a text is escaped, each time that it comes', () => {
  expect(html`<p>${'<a & "b">\'<'}</p>`.html).toBe('<p>&lt;a &amp; &quot;b&quot;&gt;&#39;&lt;</p>');
});

test('numbers stand as they are, nothing is nothing, and templates within are not escaped again', () => {
  expect(html`${0}|${-1.5}|${undefined}|${''}`.html).toBe('0|-1.5||');
  expect(html`<b>${html`<i>${'&'}</i>`}</b>`.html).toBe('<b><i>&amp;</i></b>');
  expect(html`<b>${[html`<i>1</i>`, html`<i>2</i>`]}${[]}</b>`.html).toBe('<b><i>1</i><i>2</i></b>');
  expect(html`plain`.html).toBe('plain');
});

test('no text opens a tag, ends an attribute, or is lost', () => {
  const read = (text: string) =>
    text
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&');
  const texts = fc.array(fc.constantFrom('<', '>', '&', '"', "'", 'lt;', 'a')).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, (text) => {
      const made = html`${text}`.html;
      expect(made).not.toMatch(/[<>"']/);
      expect(read(made)).toBe(text);
    }),
  );
});
