import type { Domain, Finding, LodgementId, Message, ReadContext, Reality } from '#kernel';
import { invariant } from '#kernel';
import type { Keyring } from './keyring.ts';
import type { LodgedMessage } from './lodgement.ts';
import { isAllOurs, type OnItsWay } from './pipeline.ts';
import { isWorkable, type ReadLodgement } from './reader.ts';

/** The messages of a lodgement: those that go their way, and those that are refused, each by its place. */
export interface Ways {
  readonly ways: readonly OnItsWay[];
  readonly refused: readonly (readonly [number, LodgedMessage])[];
  readonly keyring: Keyring;
  readonly reality: Reality;
  /** Nothing of it is another country's alone: the bytes may be kept. */
  readonly allOurs: boolean;
}

export interface WaysFrom {
  readonly lodgement: LodgementId;
  readonly context: ReadContext;
  readonly reality: Reality;
  readonly keyring: Keyring;
}

const refusal = (domain: Domain, message: Message, findings: readonly Finding[]): LodgedMessage => ({
  ...{ kind: message.kind, reference: message.reference, domain: domain.name, outcomes: [], findings },
});

/** Understands each message of what was read, or says why not. */
export function waysOf({ domain, reading }: ReadLodgement, from: WaysFrom): Ways {
  const { lodgement, context, reality, keyring } = from;
  const ways: OnItsWay[] = [];
  const refused: (readonly [number, LodgedMessage])[] = [];
  for (const [index, message] of reading.messages.entries()) {
    invariant(domain !== undefined, 'a message has been read by somebody');
    if (!isWorkable(message, context.tolerance)) {
      refused.push([index, refusal(domain, message, message.findings)]);
      continue;
    }
    const understood = domain.understand(message, context);
    if (understood.ok) ways.push({ domain, message, ...understood.value, lodgement, index, reality, keyring });
    else refused.push([index, refusal(domain, message, [...message.findings, ...understood.error])]);
  }
  const allOurs = ways.every((way) => isAllOurs(way.domain, way.record, context.country));
  return { ways, refused, keyring, reality, allOurs };
}
