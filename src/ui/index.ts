/** The house style: tokens, components, languages, keys. It knows no page and no domain. */
import './styles/index.css';

export * from './components/button.tsx';
export * from './components/dialog.tsx';
export * from './components/facts.tsx';
export * from './components/field.tsx';
export * from './components/live.tsx';
export * from './components/mark.tsx';
export * from './components/message.tsx';
export * from './components/page.tsx';
export * from './components/raw.tsx';
export * from './components/shape.tsx';
export * from './components/shell.tsx';
export * from './components/status.tsx';
export * from './components/table.tsx';
export * from './components/tabs.tsx';
export * from './components/time.tsx';
export * from './house.tsx';
export * from './keys/keys.tsx';
export type { Binding } from './keys/matcher.ts';
export * from './language/duration.ts';
export * from './language/formats.ts';
export * from './language/locale.ts';
export * from './language/speech.ts';
export * from './route.ts';
export { StylesPage } from './showcase/lazy.tsx';
export { type StatusKind, statusKinds, type ThemeName, themeNames } from './tokens.ts';
