import type { Part } from '#kernel';
import { type OpenTimer, OpenTimers, timerKinds, timersFold } from '#ledger';
import type { NodeAccess } from './access.ts';
import type { Aggregates } from './aggregates.ts';
import { Follower } from './follower.ts';
import { Keyring } from './keyring.ts';
import type { NodePorts } from './ports.ts';
import type { Recorder } from './recorder.ts';

export interface SchedulerMeans {
  readonly ports: NodePorts;
  readonly aggregates: Aggregates;
  readonly recorder: Recorder;
  readonly access: NodeAccess;
  readonly parts: readonly Part[];
}

/** How many due timers are fired before the sequence is read again. */
const dueAtOnce = 256;

/**
 * The one scheduler of a node. The open timers are a fold over the sequence; a due timer's drafts are recorded together
 * with its firing, in the timer's own aggregate and at the version that was looked at, so that it takes effect once
 * however often a node dies in between or how many processes look.
 */
export class Scheduler {
  readonly #with: SchedulerMeans;
  readonly #open = new OpenTimers();
  readonly #follower: Follower;
  #callOff: () => void = () => {};

  constructor(means: SchedulerMeans) {
    this.#with = means;
    this.#follower = new Follower(means.ports.store, {
      take: async (news) => {
        for (const { entry } of news) {
          if (entry.header.kind.startsWith('timer.')) this.#open.apply(await means.aggregates.open(entry));
        }
      },
      rest: () => this.#fireDue(),
    });
  }

  /** Resolves when every sequenced timer has been seen and every due one has fired. */
  settled(): Promise<void> {
    return this.#follower.caughtUp();
  }

  async close(): Promise<void> {
    this.#callOff();
    await this.#follower.close();
    this.#callOff();
  }

  async #fireDue(): Promise<void> {
    for (const timer of this.#open.due(this.#with.ports.clock.now(), dueAtOnce)) await this.#fire(timer);
    this.#callOff();
    const next = this.#open.nextAt();
    if (next !== undefined) this.#callOff = this.#with.ports.alarm.at(next, () => this.#follower.wake());
  }

  async #fire(timer: OpenTimer): Promise<void> {
    const { aggregates, access, recorder, ports } = this.#with;
    const entries = await aggregates.entries(timer.aggregate);
    const fired = { kind: timerKinds.fired, data: { key: timer.key } };
    if (!entries.reduce(timersFold.apply, timersFold.initial).has(timer.key)) return;
    const part = this.#with.parts.find((candidate) => candidate.name === timer.part);
    const answer = (await part?.due?.(timer, timer.aggregate, access)) ?? { drafts: [], timers: [] };
    const keyring = new Keyring(recorder);
    const writes = access.writes(
      timer.aggregate,
      { drafts: [...answer.drafts, fired], timers: answer.timers },
      keyring,
    );
    const done = await recorder.append(writes, keyring.takeFresh(), {
      aggregate: timer.aggregate,
      version: entries.length,
    });
    if (!done.ok) ports.log.warn('timer-not-recorded', { key: timer.key, code: done.error.code });
  }
}
