/** The door of the score, for the script that fits its model. */
export { NameComparer } from './compare.ts';
export { type Feature, features } from './features.ts';
export { directions, type Model, type Weights } from './model.ts';
export { lexiconOf } from './shipped.ts';
export { Trigrams } from './trigrams.ts';
