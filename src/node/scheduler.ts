import type { Part, View } from '#kernel';
import { type OpenTimer, OpenTimers, timerKinds, timersFold } from '#ledger';
import type { NodeAccess } from './access.ts';
import type { Aggregates } from './aggregates.ts';
import { breath } from './breath.ts';
import { Keyring } from './keyring.ts';
import type { NodePorts } from './ports.ts';
import type { Recorder } from './recorder.ts';
import type { ViewChange, Views } from './views.ts';

/** The open timers of each aggregate. A view of the node's own: nobody else sees it. */
export const timersView: View<readonly OpenTimer[]> = {
  name: 'timers',
  hears: (kind) => kind.startsWith('timer.'),
  fold: {
    initial: undefined,
    apply: (open, entry) => {
      const after = timersFold.apply(open ?? timersFold.initial, entry);
      return after.length === 0 ? undefined : after;
    },
  },
};

export interface SchedulerMeans {
  readonly ports: NodePorts;
  readonly aggregates: Aggregates;
  readonly recorder: Recorder;
  readonly access: NodeAccess;
  readonly parts: readonly Part[];
  readonly views: Views;
}

/** How many due timers are fired before the sequence is read again. */
const dueAtOnce = 256;
/** How many aggregates of a snapshot are taken in before everything else has its turn. */
const takenAtOnce = 1024;

/**
 * The one scheduler of a node. The open timers are a view of the sequence; a due timer's drafts are recorded together
 * with its firing, in the timer's own aggregate and at the version that was looked at, so that it takes effect once
 * however often a node dies in between or how many processes look. Nothing fires before the view has caught up.
 */
export class Scheduler {
  readonly #with: SchedulerMeans;
  readonly #open = new OpenTimers();
  readonly #stopListening: () => void;
  #callOff: () => void = () => {};
  #stands = false;
  #running: Promise<void> | undefined;
  #firing: Promise<void> | undefined;
  #again = false;
  #stopped = false;

  constructor(means: SchedulerMeans) {
    this.#with = means;
    this.#stopListening = means.views.listen((change) => this.#heard(change));
    this.#wake();
  }

  /** Resolves when every sequenced timer has been seen and every due one has fired. */
  async settled(): Promise<void> {
    this.#wake();
    while (this.#running !== undefined) await this.#running;
  }

  /** Resolves when nothing is being fired any more; the view may still be on its way. */
  async close(): Promise<void> {
    this.#stopped = true;
    this.#stopListening();
    this.#callOff();
    await this.#firing;
    this.#callOff();
  }

  #heard({ view, reality, keys }: ViewChange): void {
    if (view !== timersView.name) return;
    const { state } = this.#with.views.read<readonly OpenTimer[]>(view, reality);
    for (const aggregate of keys) this.#open.put(aggregate, state.get(aggregate) ?? []);
    this.#wake();
  }

  #wake(): void {
    this.#again = true;
    if (this.#stopped) return;
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined;
      if (this.#again) this.#wake();
    });
  }

  async #run(): Promise<void> {
    this.#again = false;
    await this.#with.views.caughtUp();
    if (!this.#stands) await this.#takeIn();
    this.#stands = true;
    if (this.#stopped) return;
    this.#firing = this.#fireDue();
    await this.#firing;
  }

  /** What a snapshot brought, of which no listener was told. */
  async #takeIn(): Promise<void> {
    for (const state of this.#with.views.everywhere<readonly OpenTimer[]>(timersView.name)) {
      for (const [number, aggregate] of [...state.keys()].entries()) {
        this.#open.put(aggregate, state.get(aggregate) ?? []);
        if (number % takenAtOnce === 0) await breath();
      }
    }
  }

  async #fireDue(): Promise<void> {
    for (const timer of this.#open.due(this.#with.ports.clock.now(), dueAtOnce)) await this.#fire(timer);
    this.#callOff();
    const next = this.#open.nextAt();
    if (next !== undefined && !this.#stopped) this.#callOff = this.#with.ports.alarm.at(next, () => this.#wake());
  }

  async #fire(timer: OpenTimer): Promise<void> {
    const { aggregates, access, recorder, ports } = this.#with;
    const entries = await aggregates.entries(timer.aggregate);
    const [first] = entries;
    // A timer of an exercise stays within the exercise.
    const own = first === undefined ? access : access.within(first.reality);
    const fired = { kind: timerKinds.fired, data: { key: timer.key } };
    const open = entries.reduce(timersFold.apply, timersFold.initial);
    if (!open.some(({ key }) => key === timer.key)) return;
    const part = this.#with.parts.find((candidate) => candidate.name === timer.part);
    const answer = (await part?.due?.(timer, timer.aggregate, own)) ?? { drafts: [], timers: [] };
    const keyring = new Keyring(recorder);
    const writes = own.writes(timer.aggregate, { drafts: [...answer.drafts, fired], timers: answer.timers }, keyring);
    const done = await recorder.append(writes, keyring.takeFresh(), {
      aggregate: timer.aggregate,
      version: entries.length,
    });
    if (!done.ok) ports.log.warn('timer-not-recorded', { key: timer.key, code: done.error.code });
  }
}
