import shipped from '../../../data/screening/model-2026-11-24.1.json' with { type: 'json' };
import { nicknamesOf } from '../names/nicknames.ts';
import { skeletonOf } from '../names/skeleton.ts';
import type { Model } from './model.ts';
import { rarityOf, type WordCounts } from './rarity.ts';
import type { Lexicon } from './words.ts';

/** The model that is in use. Older ones stay beside it in `data/screening`, so that a score of theirs can be replayed. */
export const shippedModel: Model = shipped;

/** What is known of words: their rarity, with the counts of the list at hand where there are some, and their sound. */
export const lexiconOf = (own?: WordCounts): Lexicon => ({
  rarity: rarityOf(own),
  soundOf: skeletonOf,
  sameName: (one, other) => nicknamesOf(one).has(other),
});
