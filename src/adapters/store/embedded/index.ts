export { StoreFault } from '../fault.ts';
export { type Disk, type DiskFile, openDisk } from './disk.ts';
export { type Lock, takeLock } from './lock.ts';
export { type EmbeddedOptions, openEmbeddedStore, openOnDisk } from './open.ts';
export { EmbeddedStore } from './store.ts';
