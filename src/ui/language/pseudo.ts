import type { IntlMessageFormat } from 'intl-messageformat';

/** Growth of a text by the length of its English, 95th percentile of public French and Spanish catalogues. */
const growth: readonly (readonly [longest: number, factor: number])[] = [
  [10, 2.4],
  [20, 1.9],
  [40, 1.65],
  [80, 1.5],
  [Number.POSITIVE_INFINITY, 1.4],
];

const from = 'aceinouyACEINOUY';
const into = 'âçéîñôûýÂÇÉÎÑÔÛÝ';
const marked = (text: string): string =>
  [...text].map((letter) => (from.includes(letter) ? into[from.indexOf(letter)] : letter)).join('');

/**
 * A text as the pseudo-language says it: marked letters, brackets at its ends, and as long as the longest translations
 * grow. Words are added, not letters, since translations break lines too.
 */
export function pseudo(text: string): string {
  const [, before = '', core = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (!/\p{Letter}/u.test(core)) return text;
  const factor = growth.find(([longest]) => core.length <= longest)?.[1] ?? 1;
  const extra = Math.ceil(core.length * (factor - 1));
  const words = 'éô ñéûâ çîô '
    .repeat(Math.ceil(extra / 12))
    .slice(0, extra)
    .trim();
  return `${before}${marked(core)} ${words}${after}`;
}

type ParsedMessage = ReturnType<IntlMessageFormat['getAst']>;
type Element = ParsedMessage[number];

/** The parsed form of a message with all its literal parts said in the pseudo-language; placeholders stay. */
export const pseudoMessage = (message: ParsedMessage): ParsedMessage => message.map(pseudoElement);

function pseudoElement(element: Element): Element {
  if ('children' in element) return { ...element, children: pseudoMessage(element.children) };
  if ('options' in element) {
    const options = Object.entries(element.options).map(([name, option]) => [
      name,
      { ...option, value: pseudoMessage(option.value) },
    ]);
    return { ...element, options: Object.fromEntries(options) };
  }
  // A literal is the one element that is a text and nothing else.
  return element.type === 0 ? { ...element, value: pseudo(element.value) } : element;
}
