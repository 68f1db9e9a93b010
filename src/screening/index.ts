export { buildIndex, type ListIndex, withList, withoutEntry } from './index-of-lists.ts';
export { screen } from './screen.ts';
