import type { NodeMetrics } from '#adapters/metrics';
import type { CountryCode, Domain, Part, Reality, Result } from '#kernel';
import type { NodeAccess } from './access.ts';
import type { CarrierMessages } from './carrier-messages.ts';
import type { Criteria } from './criteria.ts';
import type { Lodged, LodgeInput } from './lodgement.ts';
import type { Lodging } from './lodging.ts';
import type { Views } from './views.ts';

/** One country's node: one process, one ledger, every door a port. `createNode` is the only way to make one. */
export interface Node {
  readonly country: CountryCode;
  readonly reality: Reality;
  readonly domains: readonly Domain[];
  /** Everything that is visible: domains and the generic rooms, by the one contract. */
  readonly parts: readonly Part[];
  readonly access: NodeAccess;
  readonly criteria: Criteria;
  readonly views: Views;
  readonly lodging: Lodging;
  readonly messages: CarrierMessages;
  readonly meter: NodeMetrics | undefined;
  lodge(input: LodgeInput): Promise<Result<Lodged>>;
  /** Takes bytes from a partner; resolves true once what they bring is durable. */
  receive(bytes: Uint8Array): Promise<Result<void>>;
  /** Resolves when everything sequenced has been folded and every due timer has fired. */
  settled(): Promise<void>;
  close(): Promise<void>;
}
