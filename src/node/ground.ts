import type { CountryCode, Part, Reality } from '#kernel';
import { NodeAccess } from './access.ts';
import { Aggregates } from './aggregates.ts';
import type { NodePorts } from './ports.ts';
import { Recorder } from './recorder.ts';
import { Scheduler, timersView } from './scheduler.ts';
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

/** Begins to fold, in the background, from the snapshot or from the beginning. */
export function openGround(plan: GroundPlan, ports: NodePorts): Ground {
  const { country, reality, parts, snapshotEvery } = plan;
  const recorder = new Recorder(ports);
  const aggregates = new Aggregates(ports);
  const visible = parts.flatMap((part) => part.views);
  const form = [version, ...visible.map((view) => view.name)].join(' ');
  const views = new Views({ ports, aggregates, views: [...visible, timersView], form, snapshotEvery });
  const access = new NodeAccess({
    ...{ country, reality, parts, ports, recorder, aggregates, views },
    services: new Map(),
    aliases: new Map(),
  });
  const scheduler = new Scheduler({ ports, aggregates, recorder, access, parts, views });
  return { parts, ports, recorder, aggregates, views, access, scheduler };
}
