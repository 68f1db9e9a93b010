/** The door of names, for what measures and fits how they are read. */
export { simplified } from './han-forms.ts';
export { readName } from './name.ts';
export { skeletonOf, skeletonsOf } from './skeleton.ts';
