import type { View } from '#kernel';
import { answeredKind, receivedKind } from './lodgement.ts';

/** Lodgements that were kept and have not been answered: on their way now, or left behind by a crash. */
export const unansweredView: View<true> = {
  name: 'lodgement.unanswered',
  hears: (kind) => kind === receivedKind.name || kind === answeredKind.name,
  fold: {
    initial: undefined,
    apply: (open, { kind }) => {
      if (kind === receivedKind.name) return true;
      return kind === answeredKind.name ? undefined : open;
    },
  },
};
