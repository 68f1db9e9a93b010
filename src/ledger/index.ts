export * from './findings.ts';
export * from './header.ts';
export * from './memory-store.ts';
export * from './merkle.ts';
export * from './sequence.ts';
export type * from './store.ts';
