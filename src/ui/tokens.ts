import tokens from './tokens.json' with { type: 'json' };

/** The themes that the tokens know. */
export type ThemeName = keyof typeof tokens.themes;
export const themeNames = ['light', 'dark', 'contrast'] as const satisfies readonly ThemeName[];

/** What a thing is, for the eye: a fill, a shape and a word belong to each. The word is the page's own. */
export type StatusKind = keyof typeof tokens.themes.light.status;
export const statusKinds = ['clear', 'review', 'hold', 'stop', 'pending'] as const satisfies readonly StatusKind[];

const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The custom properties of one theme, `--on-accent: #ffffff`, one a line. */
function themeProperties(name: ThemeName): string[] {
  const { status, ...roles } = tokens.themes[name];
  return [
    ...Object.entries(roles).map(([role, value]) => `--${kebab(role)}: ${value};`),
    ...Object.entries(status).flatMap(([kind, parts]) =>
      Object.entries(parts).map(([part, value]) => `--${kind}-${part}: ${value};`),
    ),
    `color-scheme: ${name === 'light' ? 'light' : 'dark'};`,
  ];
}

function typeProperties(): string[] {
  const { type, space } = tokens;
  return [
    `--family: ${type.family};`,
    `--mono: ${type.mono};`,
    ...Object.entries(type.px).map(([size, px]) => `--text-${size}: ${px / 16}rem;`),
    ...Object.entries(type.lineHeight).map(([size, px]) => `--line-${size}: ${px / 16}rem;`),
    ...space.px.map((px, step) => `--space-${step}: ${px / 16}rem;`),
    ...Object.entries(space.rowHeight).map(([name, px]) => `--row-${name}: ${px / 16}rem;`),
    ...space.radius.map((px, step) => `--radius-${step}: ${px}px;`),
  ];
}

const block = (selector: string, lines: readonly string[], indent = ''): string =>
  [`${indent}${selector} {`, ...lines.map((line) => `${indent}  ${line}`), `${indent}}`].join('\n');

/**
 * The tokens as a stylesheet: `styles/tokens.css` is this text, and a test compares the two.
 * The person's choice stands in `data-theme`; without one the system's wish is followed.
 */
export function tokenStylesheet(): string {
  const wished = (query: string, name: ThemeName): string =>
    `@media (${query}) {\n${block(':root:not([data-theme])', themeProperties(name), '  ')}\n}`;
  const blocks = [
    '/* Made from tokens.json by tokens.ts; change it there. */',
    block(':root', typeProperties()),
    block(':root,\n[data-theme="light"]', themeProperties('light')),
    wished('prefers-color-scheme: dark', 'dark'),
    wished('prefers-contrast: more', 'contrast'),
    block('[data-theme="dark"]', themeProperties('dark')),
    block('[data-theme="contrast"]', themeProperties('contrast')),
  ];
  return `${blocks.join('\n\n')}\n`;
}
