import { type AggregateId, instant, type Part, type Recorded } from '#kernel';
import { type OpenTimer, OpenTimers, type SequencedEntry, type TimerSet, timerKinds, timersFold } from '#ledger';
import type { NodeAccess } from './access.ts';
import type { Aggregates } from './aggregates.ts';
import { Follower } from './follower.ts';
import { Keyring } from './keyring.ts';
import type { NodePorts } from './ports.ts';
import type { Recorder } from './recorder.ts';
import { type Snapshot, SnapshotKeeper, type Snapshots } from './snapshots.ts';

export interface SchedulerMeans {
  readonly ports: NodePorts;
  readonly aggregates: Aggregates;
  readonly recorder: Recorder;
  readonly access: NodeAccess;
  readonly parts: readonly Part[];
  readonly snapshots: Snapshots;
}

/** How many due timers are fired before the sequence is read again. */
const dueAtOnce = 256;

const snapshotName = 'timers';
interface Kept extends Snapshot {
  readonly state: readonly OpenTimer[];
}

/** Later than any timer is due (ECMAScript, the last time value). */
const theEnd = instant(8_640_000_000_000_000);

/** A timer of a snapshot as the entry that set it. */
const setAgain = (aggregate: AggregateId, data: TimerSet): Recorded<TimerSet> => ({
  ...{ aggregate, data, kind: timerKinds.set, version: 1, at: instant(0), reality: 'live' },
});

/**
 * The one scheduler of a node. The open timers are a fold over the sequence; a due timer's drafts are recorded together
 * with its firing, in the timer's own aggregate and at the version that was looked at, so that it takes effect once
 * however often a node dies in between or how many processes look.
 */
export class Scheduler {
  readonly #with: SchedulerMeans;
  readonly #open = new OpenTimers();
  readonly #follower: Follower;
  readonly #keeper: SnapshotKeeper;
  #callOff: () => void = () => {};

  private constructor(means: SchedulerMeans, kept: Kept | undefined) {
    this.#with = means;
    const position = kept?.position ?? 0;
    for (const { aggregate, ...timer } of kept?.state ?? []) this.#open.apply(setAgain(aggregate, timer));
    this.#keeper = new SnapshotKeeper(means.ports, means.snapshots, {
      ...{ name: snapshotName, position },
      state: () => this.#open.due(theEnd, this.#open.size) satisfies Kept['state'],
    });
    const following = {
      take: (news: readonly SequencedEntry[]) => this.#take(news),
      rest: async (at: number) => {
        await this.#fireDue();
        this.#keeper.rested(at);
      },
    };
    this.#follower = new Follower(means.ports, following, position);
  }

  /** Goes on from the last snapshot, or from the beginning. */
  static async open(means: SchedulerMeans): Promise<Scheduler> {
    const kept = await means.snapshots.read(snapshotName);
    return new Scheduler(means, kept as Kept | undefined);
  }

  /** Resolves when every sequenced timer has been seen and every due one has fired. */
  settled(): Promise<void> {
    return this.#follower.caughtUp();
  }

  async close(): Promise<void> {
    this.#callOff();
    await this.#follower.close();
    this.#callOff();
    await this.#keeper.close();
  }

  async #take(news: readonly SequencedEntry[]): Promise<void> {
    for (const { entry } of news) {
      if (entry.header.kind.startsWith('timer.')) this.#open.apply(await this.#with.aggregates.open(entry));
    }
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
    const [first] = entries;
    // A timer of an exercise stays within the exercise.
    const own = first === undefined ? access : access.within(first.reality);
    const fired = { kind: timerKinds.fired, data: { key: timer.key } };
    if (!entries.reduce(timersFold.apply, timersFold.initial).has(timer.key)) return;
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
