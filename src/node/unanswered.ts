import type { AggregateId, View } from '#kernel';
import { answeredKind, receivedKind } from './lodgement.ts';

/** Lodgements that were kept and have not been answered: on their way now, or left behind by a crash. */
export const unansweredView: View<ReadonlySet<AggregateId>> = {
  name: 'lodgement.unanswered',
  fold: {
    initial: new Set(),
    apply: (open, entry) => {
      if (entry.kind === receivedKind.name) return new Set([...open, entry.aggregate]);
      if (entry.kind !== answeredKind.name || !open.has(entry.aggregate)) return open;
      return new Set([...open].filter((aggregate) => aggregate !== entry.aggregate));
    },
  },
};
