import { type Access, type AggregateId, err, fromHex, ok, type Result, toHex } from '#kernel';
import { planFindings } from '../findings.ts';
import type { Register } from '../register/register.ts';
import { faultOf, type Utterance } from './allow.ts';
import { type Fact, signedBytes } from './fact.ts';
import { draftOf, keyOf, type Said, saidFold } from './records.ts';

/** How a node signs what its officials say, and knows what others signed. Offered by the node under the name `signatures`. */
export interface Signatures {
  readonly sign: (bytes: Uint8Array) => Uint8Array;
  /** Undefined for a country whose key this node does not know. */
  readonly verify: (nation: string, bytes: Uint8Array, signature: Uint8Array) => boolean | undefined;
}

/** A lost race is tried again this often. */
const attempts = 5;
const lostRace = 'LED-0101';

/** The aggregate of a promise with what was said in it. */
async function hear(access: Access, milestone: string): Promise<{ aggregate: AggregateId; said: Said | undefined }> {
  const aggregate = await access.open(keyOf(milestone));
  return { aggregate, said: await access.state(aggregate, saidFold) };
}

/** The number of the last thing that a country said, so that the next gets another name. */
const countOf = (facts: readonly Fact[], nation: string): number =>
  facts
    .filter(({ by }) => by.nation === nation)
    .reduce((most, { name }) => Math.max(most, Number(name.slice(name.lastIndexOf('-') + 1))), 0);

/** Who says what of which promise; said together, it is recorded together or not at all. */
export interface Saying {
  readonly milestone: string;
  readonly person: string;
  readonly utterances: readonly Utterance[];
}

/** The facts that the utterances become, each with a name of its own; or what stands against the first that may not be said. */
function factsOf(saying: Saying, before: readonly Fact[], access: Access, register: Register): Result<readonly Fact[]> {
  const { milestone, person } = saying;
  const { country: nation } = access;
  const at = access.now();
  const facts: Fact[] = [];
  for (const utterance of saying.utterances) {
    const fault = faultOf(utterance, { milestone, nation, person, at, register, facts: [...before, ...facts] });
    if (fault !== undefined) return err(fault);
    const name = `${nation}-${milestone}-${countOf([...before, ...facts], nation) + 1}`;
    const unsigned = { ...utterance, name, milestone, by: { nation, person }, madeAt: at };
    const signature = toHex(access.service<Signatures>('signatures').sign(signedBytes(unsigned)));
    facts.push({ ...unsigned, signature });
  }
  return ok(facts);
}

/**
 * Says something of a promise, signed by this node's country, durably. Refused with a finding of `PLN-02xx` when it may
 * not be said; PLN-0211 when others were always faster.
 */
export async function say(access: Access, register: Register, saying: Saying): Promise<Result<readonly Fact[]>> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { aggregate, said } = await hear(access, saying.milestone);
    const facts = factsOf(saying, said?.facts ?? [], access, register);
    if (!facts.ok || facts.value.length === 0) return facts;
    const recorded = await access.record(aggregate, facts.value.map(draftOf));
    if (recorded.ok) return facts;
    if (recorded.error.code !== lostRace) return recorded;
  }
  return err(planFindings.find('PLN-0211'));
}

/** Records what another node said and signed; false when it was known before. */
export async function hearFrom(access: Access, fact: Fact): Promise<Result<boolean>> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const { aggregate, said } = await hear(access, fact.milestone);
    if (said?.facts.some(({ name }) => name === fact.name) === true) return ok(false);
    const recorded = await access.record(aggregate, [draftOf(fact)]);
    if (recorded.ok) return ok(true);
    if (recorded.error.code !== lostRace) return recorded;
  }
  return err(planFindings.find('PLN-0211'));
}

/** Whether a fact is signed by the country that it names; undefined when this node knows no key of that country. */
export function isSigned(fact: Fact, { verify }: Signatures): boolean | undefined {
  const signature = fromHex(fact.signature);
  return signature === undefined ? false : verify(fact.by.nation, signedBytes(fact), signature);
}
