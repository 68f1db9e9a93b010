/** The forms of a machine-readable zone by lines and characters a line: TD1, TD2, TD3 (ICAO 9303-5, -6, -4). */
const forms: readonly (readonly [lines: number, width: number])[] = [
  [3, 30],
  [2, 36],
  [2, 44],
];

/** What was scanned or typed, as it is shown: capitals, a line each, a blank typed for the filler. */
export function shown(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^A-Z0-9<\n ]/g, '')
    .replaceAll(' ', '<')
    .replaceAll(/\n+/g, '\n')
    .replace(/^\n/, '');
}

/** The zone once all its characters are there; undefined while it is not complete. Line breaks may be missing. */
export function complete(text: string): string | undefined {
  const lines = text.split('\n').filter((line) => line !== '');
  const [first = ''] = lines;
  if (forms.some(([count, width]) => lines.length === count && lines.every((line) => line.length === width))) {
    return lines.join('\n');
  }
  if (lines.length !== 1) return undefined;
  // Without line breaks TD1 (90) and TD3 (88) tell themselves apart by length; TD2 (72) is a part of neither that ends so.
  const form = forms.find(([count, width]) => first.length === count * width && width !== 36);
  if (form === undefined) return undefined;
  const [count, width] = form;
  return Array.from({ length: count }, (_, line) => first.slice(line * width, (line + 1) * width)).join('\n');
}
