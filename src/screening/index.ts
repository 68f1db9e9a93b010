export { type NameComparison, nameComparison } from './compare-names.ts';
export { buildIndex, type ListIndex, withList, withoutEntry } from './index-of-lists.ts';
export { rank, screen } from './screen.ts';
