export type { Bytes } from './archive.ts';
export { type Backup, type BackupOptions, backup } from './backup.ts';
export { type RestorableStore, type RestoreOptions, restore } from './restore.ts';
