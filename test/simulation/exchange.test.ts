import { expect, test } from 'vitest';
import { Exchange } from '#exchange';
import { CA, MX, meansOf, US } from '../support/exchange-doubles.ts';
import { World } from './exchange-world.ts';

const seeds = Number(process.env['TRIPOINT_SEEDS'] ?? 500);
const first = Number(process.env['TRIPOINT_SEED'] ?? 1);

function check(seed: number): World {
  const world = new World(seed);
  world.run();
  const nodes = [CA, US, MX].map((country) => world.nodes.get(country) ?? expect.unreachable());
  const where = `seed ${seed}`;
  for (const node of nodes) {
    const sent = node.durable.filter((entry) => entry.kind === 'queued' && entry.message === 'forwarding');
    for (const entry of sent) {
      if (entry.kind !== 'queued') continue;
      const { reference, partner } = entry;
      const assessed = world.nodes
        .get(partner)
        ?.notes.filter((note) => note.kind === 'assessed' && note.forwarding.reference === reference);
      expect(assessed, `${where}: ${reference} reaches ${partner} once in effect`).toHaveLength(1);
      const outcomes = node.notes.filter((note) => note.kind === 'outcome' && note.reference === reference);
      const late = node.durable.some((other) => other.kind === 'late' && other.reference === reference);
      expect(outcomes, `${where}: ${reference} is answered once in effect, and marked when late`).toEqual([
        { kind: 'outcome', reference, what: late ? 'late-answer' : 'answer' },
      ]);
      const answers = world.nodes
        .get(partner)
        ?.durable.filter(
          (other) => other.kind === 'queued' && other.message === 'answer' && other.reference === reference,
        );
      expect(answers, `${where}: one answer to ${reference} was ever sent`).toHaveLength(1);
    }
    expect(
      node.said.filter((code) => !harmless.has(code)),
      where,
    ).toEqual([]);
    expect(
      node.durable.filter((entry) => entry.kind === 'wire'),
      `${where}: no record is left`,
    ).toEqual([]);
    for (const state of node.exchange.channels()) {
      expect(state, where).toMatchObject({ outbox: 0, awaited: 0, late: 0, unanswered: 0 });
    }
    const folded = new Exchange(meansOf(node.country), node.durable).channels();
    const kept = ({ partner, outbox, awaited, late, unanswered }: (typeof folded)[number]) => ({
      partner,
      outbox,
      awaited,
      late,
      unanswered,
    });
    expect(folded.map(kept).toSorted(byPartner), where).toEqual(node.exchange.channels().map(kept).toSorted(byPartner));
  }
  return world;
}

const byPartner = (a: { partner: string }, b: { partner: string }): number => (a.partner < b.partner ? -1 : 1);

/** What a bad network and a restarted node bring with them: mangled envelopes, duplicates, far too early ones, an answer given twice. */
const harmless = new Set([
  ...['EXC-0101', 'EXC-0102', 'EXC-0104', 'EXC-0105', 'EXC-0106', 'EXC-0107', 'EXC-0108'],
  ...['EXC-0109', 'EXC-0110', 'failed EXC-0303'],
]);

test(`${seeds} seeds: nothing acknowledged is lost, nothing happens twice, late is marked, and all is answered after healing`, () => {
  let forgotten = 0;
  let lateAnswers = 0;
  let crashesMattered = 0;
  for (let seed = first; seed < first + seeds; seed += 1) {
    const world = check(seed);
    for (const node of world.nodes.values()) {
      forgotten += node.forgotten;
      lateAnswers += node.notes.filter((note) => note.kind === 'outcome' && note.what === 'late-answer').length;
      crashesMattered += node.said.filter((code) => code === 'EXC-0109').length;
    }
  }
  // A simulation in which nothing goes wrong proves nothing.
  expect(forgotten).toBeGreaterThan(seeds);
  expect(lateAnswers).toBeGreaterThan(seeds / 10);
  expect(crashesMattered).toBeGreaterThan(seeds);
});

test('a seed replays to the same trace', () => {
  for (const seed of [1, 2, 3]) expect(check(seed).trace).toEqual(check(seed).trace);
});
