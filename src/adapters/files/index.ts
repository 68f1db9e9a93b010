export * from './watched-folder.ts';
