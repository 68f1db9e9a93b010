import { expect, test } from 'vitest';
import { demonstrationWaves } from './demonstration.ts';
import { faultOf } from './facts/allow.ts';
import type { Fact } from './facts/fact.ts';
import { shippedRegister } from './register/shipped.ts';
import { standingsOf } from './standing/standing.ts';
import { at } from './testing/small.ts';

const register = shippedRegister();

/** Says all of it in one register that everybody hears at once. */
function spoken(now: number): Map<string, Fact[]> {
  const said = new Map<string, Fact[]>();
  for (const wave of demonstrationWaves(at(new Date(now).toISOString()))) {
    for (const { nation, person, milestone, utterances } of wave) {
      const facts = said.get(milestone) ?? [];
      said.set(milestone, facts);
      for (const utterance of utterances) {
        const speaking = { milestone, nation, person, at: at(new Date(now).toISOString()), register, facts };
        expect([milestone, nation, faultOf(utterance, speaking)]).toEqual([milestone, nation, undefined]);
        const count = facts.filter(({ by }) => by.nation === nation).length + 1;
        const made = {
          name: `${nation}-${milestone}-${count}`,
          milestone,
          by: { nation, person },
          signature: '',
          ...utterance,
        };
        facts.push({ ...made, madeAt: speaking.at });
      }
    }
  }
  return said;
}

test.each(['2026-11-24', '2030-02-28'])(
  'whenever it is shown (%s), all of it may be said, and the board has every kind of standing',
  (day) => {
    const now = at(day);
    const said = [...spoken(now)].map(([milestone, facts]) => ({ milestone, facts }));
    const standings = standingsOf({ register, said, moment: { asOf: now, known: now }, gauge: () => undefined });
    expect(standings).toHaveLength(110);
    const states = standings.flatMap(({ proposals }) => proposals.map(({ state }) => state));
    expect([
      states.filter((state) => state === 'agreed').length,
      states.filter((state) => state === 'open').length,
    ]).toEqual([14, 4]);
    expect(states.filter((state) => state === 'refused')).toHaveLength(1);
    const cells = new Set(standings.flatMap(({ pairs }) => pairs.map(({ cell }) => cell)));
    expect([...cells].sort()).toEqual(['done', 'late', 'moving', 'not-applicable', 'partly', 'unknown']);
  },
);
