import { z } from 'zod';
import type { AggregateId, Part, Reality, Timer } from '#kernel';
import { type DataKey, type TimerSet, timerKinds } from '#ledger';
import type { Write } from './recorder.ts';

/** The entries that set timers of one aggregate. The part that is called stands before the first dot of the action. */
export const timerWrites = (
  timers: readonly Timer[],
  into: { aggregate: AggregateId; key: DataKey; reality: Reality },
): Write[] =>
  timers.map((timer) => {
    const data: TimerSet = { ...timer, part: timer.action.slice(0, timer.action.indexOf('.')) };
    return { ...into, kind: timerKinds.set, data };
  });

/** The kinds of entry that timers are made of, for the parts' register. */
export const timerRecords: Part['records'] = [
  {
    name: timerKinds.set,
    title: { en: 'Timer set', fr: 'Minuterie armée', es: 'Temporizador puesto' },
    schema: z.looseObject({ key: z.string(), dueAt: z.number(), action: z.string(), part: z.string() }),
    retention: 'timer',
  },
  {
    name: timerKinds.fired,
    title: { en: 'Timer fired', fr: 'Minuterie échue', es: 'Temporizador vencido' },
    schema: z.object({ key: z.string() }),
    retention: 'timer',
  },
  {
    name: timerKinds.cancelled,
    title: { en: 'Timer cancelled', fr: 'Minuterie annulée', es: 'Temporizador cancelado' },
    schema: z.object({ key: z.string() }),
    retention: 'timer',
  },
];
