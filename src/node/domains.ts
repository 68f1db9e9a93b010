export * from './domains/index.ts';
