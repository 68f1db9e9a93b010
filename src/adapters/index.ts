/** Adapters are loaded when they are wanted: no verb pays for a store or a server that it does not open. */
export const loadCrypto = () => import('./crypto/index.ts');
export const loadClock = () => import('./clock/index.ts');
