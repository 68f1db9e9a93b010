export { openPostgresStore, type PostgresOptions } from './open.ts';
export { PostgresStore } from './store.ts';
