export { buildIndex, type ListIndex, withList, withoutEntry } from './index-of-lists.ts';
export { hitOn, screen } from './screen.ts';
