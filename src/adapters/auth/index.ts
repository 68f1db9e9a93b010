export * from './bearer.ts';
export * from './oidc.ts';
export * from './token-file.ts';
export * from './tokens.ts';
