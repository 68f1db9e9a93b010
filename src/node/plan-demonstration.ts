import { invariant } from '#kernel';
import {
  demonstrationWaves,
  factLines,
  keyOf,
  mergeFacts,
  planView,
  type Said,
  say,
  shippedRegister,
  type Wave,
} from '#plan';
import type { Network } from './network.ts';
import type { Node } from './node.ts';

/** What each node knows is carried to each other as a file, as officials would. */
async function carry(nodes: readonly Node[]): Promise<void> {
  for (const from of nodes) {
    await from.views.caughtUp();
    const file = new TextEncoder().encode(factLines(from.access.view<Said>(planView.name).state));
    for (const to of nodes) {
      if (to === from) continue;
      const merged = await mergeFacts(to.access, file);
      invariant(merged.ok && merged.value.findings.length === 0, 'a node of the demonstration takes what another said');
    }
  }
}

async function speak(network: Network, wave: Wave, { aborted }: Stop): Promise<void> {
  const register = shippedRegister();
  for (const { nation, ...saying } of wave) {
    if (aborted()) return;
    const said = await say(network.node(nation).access, register, saying);
    invariant(said.ok, `what ${nation} says of ${saying.milestone} may be said`);
  }
}

/** Whether the demonstration is being closed: then nobody says another word. */
export interface Stop {
  readonly aborted: () => boolean;
}

/** Lets made-up officials of the three countries work on the plan, once: a demonstration that is started again goes on. */
export async function workOnPlan(network: Network, stop: Stop): Promise<void> {
  const nodes = [...network.nodes.values()];
  const [first] = nodes;
  if (first === undefined) return;
  const [said, answered] = demonstrationWaves(first.access.now());
  const known = await first.access.find(keyOf(said[0]?.milestone ?? ''));
  if (known !== undefined) return;
  for (const wave of [said, answered]) {
    await speak(network, wave, stop);
    if (stop.aborted()) return;
    await carry(nodes);
  }
}
