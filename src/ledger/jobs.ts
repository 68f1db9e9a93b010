import type { AggregateId, Finding, Fold, Instant, Json, Recorded } from '#kernel';

/** Kinds of the entries that a job is made of. Each job is an aggregate of its own. */
export const jobKinds = {
  started: 'job.started',
  advanced: 'job.advanced',
  done: 'job.done',
  failed: 'job.failed',
} as const;

/** Data of `job.started`: which job, and the cursor of its first slice. */
export interface JobStarted {
  readonly job: string;
  readonly cursor: Json;
}
/** Data of `job.advanced`: where the next slice goes on, and the part done, from 0 to 1. */
export interface JobAdvanced {
  readonly cursor: Json;
  readonly progress: number;
}
/** Data of `job.done`. */
export interface JobDone {
  readonly result: Json;
}
/** Data of `job.failed`. */
export interface JobFailed {
  readonly finding: Finding;
}

interface JobBase {
  readonly id: AggregateId;
  readonly job: string;
  readonly startedAt: Instant;
  readonly changedAt: Instant;
  readonly progress: number;
}

/** Where a job stands. A running one goes on from its cursor, also after the process was killed. */
export type JobState =
  | (JobBase & { readonly stage: 'running'; readonly cursor: Json })
  | (JobBase & { readonly stage: 'done'; readonly result: Json })
  | (JobBase & { readonly stage: 'failed'; readonly finding: Finding });

/** The fold of one job. A job that ended stays ended. */
export const jobFold: Fold<JobState | undefined> = {
  initial: undefined,
  apply: (state, entry) => {
    if (state === undefined) return entry.kind === jobKinds.started ? started(entry) : undefined;
    return state.stage === 'running' ? moved(state, entry) : state;
  },
};

const started = (entry: Recorded): JobState => {
  const { job, cursor } = entry.data as JobStarted;
  return { id: entry.aggregate, job, startedAt: entry.at, changedAt: entry.at, progress: 0, stage: 'running', cursor };
};

function moved(state: JobState & { stage: 'running' }, entry: Recorded): JobState {
  const { cursor: _cursor, ...base } = { ...state, changedAt: entry.at };
  if (entry.kind === jobKinds.advanced) return { ...base, ...(entry.data as JobAdvanced), stage: 'running' };
  if (entry.kind === jobKinds.done) {
    return { ...base, stage: 'done', progress: 1, result: (entry.data as JobDone).result };
  }
  if (entry.kind !== jobKinds.failed) return state;
  return { ...base, stage: 'failed', finding: (entry.data as JobFailed).finding };
}

/** All jobs, for the scheduler (which are to be carried on) and the console. Fed the sequenced entries; can be rebuilt. */
export class Jobs {
  readonly #states = new Map<AggregateId, JobState>();

  /** Takes in one entry; what is no job's is left aside. */
  apply(entry: Recorded): void {
    const before = this.#states.get(entry.aggregate);
    const after = jobFold.apply(before, entry);
    if (after !== undefined && after !== before) this.#states.set(entry.aggregate, after);
  }

  /** In the order in which they started. */
  all(): readonly JobState[] {
    return [...this.#states.values()];
  }

  running(): readonly JobState[] {
    return this.all().filter((state) => state.stage === 'running');
  }
}
