import { describe, expect, test } from 'vitest';
import tokens from './tokens.json' with { type: 'json' };
import { statusKinds, themeNames, tokenStylesheet } from './tokens.ts';

/** Relative luminance and contrast ratio of WCAG 2.2. */
const channels = (hex: string): [number, number, number] => {
  const linear = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [linear(1), linear(3), linear(5)];
};
const luminance = (hex: string): number => {
  const [red, green, blue] = channels(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const ratio = (one: string, other: string): number => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

type Triple = readonly [number, number, number];
const times = (matrix: readonly Triple[], [a, b, c]: Triple): Triple =>
  matrix.map(([x, y, z]) => x * a + y * b + z * c) as unknown as Triple;

/** Björn Ottosson's OKLab, from linear sRGB. */
function oklab(rgb: Triple): Triple {
  const [l, m, s] = times(
    [
      [0.4122214708, 0.5363325363, 0.0514459929],
      [0.2119034982, 0.6806995451, 0.1073969566],
      [0.0883024619, 0.2817188376, 0.6299787005],
    ],
    rgb,
  ).map((value) => Math.cbrt(Math.max(0, value))) as unknown as Triple;
  return times(
    [
      [0.2104542553, 0.793617785, -0.0040720468],
      [1.9779984951, -2.428592205, 0.4505937099],
      [0.0259040371, 0.7827717662, -0.808675766],
    ],
    [l, m, s],
  );
}

/** Machado, Oliveira and Fernandes 2009, severity 1, in linear sRGB. */
const vision: Record<string, readonly Triple[]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};
const distance = (one: string, other: string, seen: readonly Triple[]): number => {
  const [a, b] = [one, other].map((hex) => oklab(times(seen, channels(hex)))) as [Triple, Triple];
  return 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
};

describe.each(themeNames)('theme %s', (name) => {
  const theme = tokens.themes[name];
  const pairs: readonly [string, string, number][] = [
    [theme.text, theme.surface, 4.5],
    [theme.text, theme.canvas, 4.5],
    [theme.text, theme.sunken, 4.5],
    [theme.text, theme.selected, 4.5],
    [theme.muted, theme.surface, 4.5],
    [theme.muted, theme.canvas, 4.5],
    [theme.muted, theme.sunken, 4.5],
    [theme.link, theme.surface, 4.5],
    [theme.link, theme.canvas, 4.5],
    [theme.link, theme.sunken, 4.5],
    [theme.onAccent, theme.accent, 4.5],
    [theme.border, theme.surface, 3],
    [theme.focus, theme.surface, 3],
    [theme.focus, theme.selected, 3],
  ];

  test.each(pairs)('%s on %s is at least %d to 1', (one, other, least) => {
    expect(ratio(one, other)).toBeGreaterThanOrEqual(least);
  });

  test.each(statusKinds)('status %s: its word is readable and its border seen', (kind) => {
    const { fill, text, border } = theme.status[kind];
    expect(ratio(text, fill)).toBeGreaterThanOrEqual(4.5);
    expect(ratio(border, theme.surface)).toBeGreaterThanOrEqual(3);
  });

  test.each(Object.entries(vision))('status fills stay apart in %s vision', (_, seen) => {
    const fills = statusKinds.filter((kind) => kind !== 'pending').map((kind) => theme.status[kind].fill);
    const least = fills.flatMap((one, at) => fills.slice(at + 1).map((other) => distance(one, other, seen)));
    expect(Math.min(...least)).toBeGreaterThanOrEqual(7);
  });
});

test('the stylesheet is what the tokens say', async () => {
  await expect(tokenStylesheet()).toMatchFileSnapshot('./styles/tokens.css');
});
