export * from './snapshot-files.ts';
export * from './watched-folder.ts';
