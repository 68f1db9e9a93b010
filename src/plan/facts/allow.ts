import { err, type Finding, type Instant, ok, type Result } from '#kernel';
import { planFindings } from '../findings.ts';
import { monthAt } from '../months.ts';
import { countriesOf, type Pair, pairsOf } from '../pairs.ts';
import { adoptedOf, type Commitment, type Register } from '../register/register.ts';
import { type Proposal, proposalsOf } from '../standing/baseline.ts';
import type { Body, What } from './bodies.ts';
import type { Fact } from './fact.ts';

const find = planFindings.find;

/** Something that somebody is about to say in this node. */
export type Utterance = {
  readonly [Of in Fact['what']]: Pick<Extract<Fact, { what: Of }>, 'what' | 'body'>;
}[Fact['what']];

/** By whom, of what, and when. */
export interface Speaking {
  readonly milestone: string;
  readonly nation: string;
  readonly person: string;
  readonly at: Instant;
  readonly register: Register;
  /** What was said before. */
  readonly facts: readonly Fact[];
}

/** A country speaks of its own pairs, and only of those that the promise binds. */
function pairFault(commitment: Commitment, pair: Pair, { nation }: Speaking): Finding | undefined {
  if (!pairsOf(commitment.scope).includes(pair)) return find('PLN-0202', { milestone: commitment.key, pair });
  return countriesOf(pair).includes(nation) ? undefined : find('PLN-0203', { nation, pair });
}

function proposalNamed(name: string, { facts, nation }: Speaking): Result<Proposal> {
  const found = proposalsOf(facts).find(({ fact }) => fact.name === name);
  if (found === undefined) return err(find('PLN-0204', { proposal: name }));
  const asked = found.fact.body.pairs.flatMap(countriesOf).includes(nation);
  if (!asked) return err(find('PLN-0203', { nation, pair: found.fact.body.pairs.join(', ') }));
  return found.state === 'open' ? ok(found) : err(find('PLN-0205', { proposal: name, state: found.state }));
}

/** Four eyes within the country that proposed: who proposed it does not sign it. */
function approvalFault(name: string, speaking: Speaking): Finding | undefined {
  const { nation, person } = speaking;
  const proposal = proposalNamed(name, speaking);
  if (!proposal.ok) return proposal.error;
  const { fact, approvals } = proposal.value;
  if (approvals.some(({ by }) => by.nation === nation)) return find('PLN-0206', { proposal: name, nation });
  return fact.by.nation === nation && fact.by.person === person ? find('PLN-0207', { person }) : undefined;
}

function withdrawalFault(name: string, speaking: Speaking): Finding | undefined {
  const proposal = proposalNamed(name, speaking);
  if (!proposal.ok) return proposal.error;
  const { by } = proposal.value.fact;
  return by.nation === speaking.nation ? undefined : find('PLN-0203', { nation: speaking.nation, pair: by.nation });
}

function adoptionFault({ milestone, register }: Speaking, commitment: Commitment | undefined): Finding | undefined {
  if (commitment !== undefined) return find('PLN-0209', { milestone });
  const known = register.chapters.map(({ code }) => code);
  return known.includes(milestone.slice(0, 3))
    ? undefined
    : find('PLN-0210', { chapter: milestone.slice(0, 3), known: known.join(', ') });
}

/** A report or verdict speaks of a month that has come. */
const monthFault = (month: string, { at }: Speaking): Finding | undefined =>
  month > monthAt(at) ? find('PLN-0208', { month }) : undefined;

/** An assessor is independent of both countries, and the leaders speak for all three: any node records their word. */
const anyNation = (pair: Pair, speaking: Speaking): Speaking => ({ ...speaking, nation: countriesOf(pair)[0] ?? '' });

/** A proposal concerns the country that makes it in one of its pairs at least, and binds in all of them. */
function proposalFault(commitment: Commitment, all: readonly Pair[], speaking: Speaking): Finding | undefined {
  const faults = all.map((pair) => pairFault(commitment, pair, speaking));
  return faults.find((fault) => fault?.code === 'PLN-0202') ?? (faults.includes(undefined) ? undefined : faults[0]);
}

type Rule<Of extends What> = (body: Body<Of>, speaking: Speaking, commitment: Commitment) => Finding | undefined;

/** What stands against each way of saying something of a promise that there is. */
const rules: { readonly [Of in Exclude<What, 'adopted'>]: Rule<Of> } = {
  'self-reported': ({ pair, asOf, source }, speaking, commitment) =>
    monthFault(asOf, speaking) ??
    pairFault(commitment, pair, source === undefined ? speaking : anyNation(pair, speaking)),
  assessed: ({ pair, asOf }, speaking, commitment) =>
    monthFault(asOf, speaking) ?? pairFault(commitment, pair, anyNation(pair, speaking)),
  forecast: ({ pair }, speaking, commitment) => pairFault(commitment, pair, speaking),
  proposed: ({ pairs }, speaking, commitment) => proposalFault(commitment, pairs, speaking),
  approved: ({ proposal }, speaking) => approvalFault(proposal, speaking),
  refused: ({ proposal }, speaking) => {
    const found = proposalNamed(proposal, speaking);
    return found.ok ? undefined : found.error;
  },
  withdrawn: ({ proposal }, speaking) => withdrawalFault(proposal, speaking),
  evidenced: () => undefined,
  commented: () => undefined,
  targeted: () => undefined,
  followed: () => undefined,
};

/** What stands against saying it; undefined when nothing does. Absence denies: of an unknown promise nothing is said but its adoption. */
export function faultOf(utterance: Utterance, speaking: Speaking): Finding | undefined {
  const { milestone, register, facts } = speaking;
  const commitment = register.commitments.get(milestone) ?? adoptedOf(facts, register);
  if (utterance.what === 'adopted') return adoptionFault(speaking, commitment);
  if (commitment === undefined) return find('PLN-0201', { milestone });
  // The rule and the body are of one kind, which the type of the table has said.
  const rule = rules[utterance.what] as Rule<typeof utterance.what>;
  return rule(utterance.body as never, speaking, commitment);
}
