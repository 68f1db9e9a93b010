/** Adapters are loaded when they are wanted: no verb pays for a store or a server that it does not open. */
export const loadCrypto = () => import('./crypto/index.ts');
export const loadClock = () => import('./clock/index.ts');
export const loadBackup = () => import('./store/backup/index.ts');
export const loadEmbeddedStore = () => import('./store/embedded/index.ts');
export const loadPostgresStore = () => import('./store/postgres/index.ts');
export const loadHttp = () => import('./http/index.ts');
export const loadPartners = () => import('./partners/index.ts');
export const loadMetrics = () => import('./metrics/index.ts');
export const loadLog = () => import('./log/index.ts');
export const loadAuth = () => import('./auth/index.ts');
export const loadFiles = () => import('./files/index.ts');
export type { Disk, DiskFile, EmbeddedStore, Lock } from './store/embedded/index.ts';
