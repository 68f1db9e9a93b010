import type { CountryCode, Part, Reality } from '#kernel';
import { NodeAccess } from './access.ts';
import { Aggregates } from './aggregates.ts';
import type { NodePorts } from './ports.ts';
import { Recorder } from './recorder.ts';
import { Scheduler } from './scheduler.ts';
import { Snapshots } from './snapshots.ts';
import { version } from './version.ts';
import { Views } from './views.ts';

/** What every piece of a node stands on: what writes the ledger, and what is folded from it. */
export interface Ground {
  readonly parts: readonly Part[];
  readonly ports: NodePorts;
  readonly recorder: Recorder;
  readonly aggregates: Aggregates;
  readonly views: Views;
  readonly access: NodeAccess;
  readonly scheduler: Scheduler;
}

export interface GroundPlan {
  readonly country: CountryCode;
  readonly reality: Reality;
  readonly parts: readonly Part[];
  /** Entries after which a fold of the sequence is kept again. */
  readonly snapshotEvery?: number | undefined;
}

/** Opens the folds from their snapshots, or from the beginning where there are none. */
export async function openGround(plan: GroundPlan, ports: NodePorts): Promise<Ground> {
  const { country, reality, parts } = plan;
  const recorder = new Recorder(ports);
  const aggregates = new Aggregates(ports);
  const names = parts.flatMap((part) => part.views.map((view) => view.name));
  const snapshots = new Snapshots(ports, [version, ...names].join(' '), plan.snapshotEvery);
  const views = await Views.open({ ports, aggregates, parts, snapshots });
  const access = new NodeAccess({
    ...{ country, reality, parts, ports, recorder, aggregates, views },
    services: new Map(),
    aliases: new Map(),
  });
  const scheduler = await Scheduler.open({ ports, aggregates, recorder, access, parts, snapshots });
  return { parts, ports, recorder, aggregates, views, access, scheduler };
}
