import { z } from 'zod';
import { type AggregateId, type Finding, type Fold, foldOf, type Instant, type Json, on, type Recorded } from '#kernel';

/** Kinds of the entries that a job is made of. Each job is an aggregate of its own. */
export const jobKinds = {
  /** Which job, and the cursor of its first slice. */
  started: { name: 'job.started', schema: z.object({ job: z.string(), cursor: z.json() }) },
  /** Where the next slice goes on, and the part done, from 0 to 1. */
  advanced: { name: 'job.advanced', schema: z.object({ cursor: z.json(), progress: z.number() }) },
  done: { name: 'job.done', schema: z.object({ result: z.json() }) },
  failed: { name: 'job.failed', schema: z.object({ finding: z.custom<Finding>() }) },
} as const;

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

/** A running job after one more entry; one that has not begun or has ended stays as it is. */
function moved(
  state: JobState | undefined,
  changedAt: Instant,
  become: (base: JobBase) => JobState,
): JobState | undefined {
  if (state?.stage !== 'running') return state;
  const { id, job, startedAt, progress } = state;
  return become({ id, job, startedAt, changedAt, progress });
}

/** The fold of one job. A job that ended stays ended. */
export const jobFold: Fold<JobState | undefined> = foldOf<JobState | undefined>(undefined, [
  on(jobKinds.started, (state, { job, cursor }, { aggregate: id, at }) => {
    return state ?? { id, job, startedAt: at, changedAt: at, progress: 0, stage: 'running', cursor };
  }),
  on(jobKinds.advanced, (state, { cursor, progress }, { at }) =>
    moved(state, at, (base) => ({ ...base, progress, stage: 'running', cursor })),
  ),
  on(jobKinds.done, (state, { result }, { at }) =>
    moved(state, at, (base) => ({ ...base, progress: 1, stage: 'done', result })),
  ),
  on(jobKinds.failed, (state, { finding }, { at }) =>
    moved(state, at, (base) => ({ ...base, stage: 'failed', finding })),
  ),
]);

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
