import type { AnswerRecord, Duties, Forwarding } from '#agreements';
import type {
  CountryCode,
  Envelope,
  Finding,
  FindingCatalogue,
  Instant,
  Parameters,
  Reality,
  Signer,
  Timer,
} from '#kernel';
import { type Channel, fold } from './channel.ts';
import type { ChannelEntry, ChannelKey, ExchangeEntry, Side } from './entries.ts';
import { exchangeFindings } from './findings.ts';
import type { ExchangeLimits } from './limits.ts';

/** A partner as the operator has entered it. */
export interface Partner {
  readonly country: CountryCode;
  /** X25519, 32 bytes: what is meant for the partner is sealed to it. */
  readonly sealKey: Uint8Array;
  /** Ed25519, 32 bytes: what comes from the partner is signed with it. */
  readonly signKey: Uint8Array;
}

/** What a node hands to its exchange. */
export interface ExchangeMeans {
  readonly country: CountryCode;
  readonly partners: readonly Partner[];
  readonly envelope: Envelope;
  readonly signer: Signer;
  readonly duties: Duties;
  /** True for kinds of record that a domain of this node can assess. */
  readonly knowsRecord: (record: string) => boolean;
  readonly limits: ExchangeLimits;
}

/** One `wire` entry. */
export interface Wired extends ChannelKey {
  readonly side: Side;
  readonly sequence: number;
}

/** What is to be done once the entries of the same step are durable; what is handed up may be handed up before. */
export type Effect =
  | { readonly kind: 'send'; readonly to: CountryCode; readonly bytes: Uint8Array }
  /** Set (or replace) a timer; the exchange gets it back as the event `due`. Needs no durability: `started` sets all of them anew. */
  | { readonly kind: 'timer'; readonly timer: Timer }
  /** A partner's forwarding, once in effect when `taken` is recorded with what the node makes of it. */
  | {
      readonly kind: 'forwarding';
      readonly from: CountryCode;
      readonly reality: Reality;
      readonly sequence: number;
      readonly forwarding: Forwarding;
    }
  /** A partner's answer; `late-answer` when `late` was said before. Once in effect, as above. */
  | {
      readonly kind: 'answer' | 'late-answer';
      readonly from: CountryCode;
      readonly reality: Reality;
      readonly sequence: number;
      readonly answer: AnswerRecord;
    }
  /** The time limit of a forwarding has passed without an answer: the fail rule speaks. */
  | { readonly kind: 'late'; readonly to: CountryCode; readonly reality: Reality; readonly reference: string }
  /** What was to be sent was not, or the partner refused it: no answer will come. */
  | {
      readonly kind: 'failed';
      readonly to: CountryCode;
      readonly reality: Reality;
      readonly reference: string;
      readonly finding: Finding;
    }
  /**
   * The partner has what was sent (`out`), or the node has taken what came (`in`): the key of the `wire` entry with this
   * number is destroyed, and what else the relay keeps of a part that is not its own. Said again after a crash.
   */
  | ({ readonly kind: 'forget' } & Wired)
  | { readonly kind: 'finding'; readonly finding: Finding };

type ExchangeCode = typeof exchangeFindings extends FindingCatalogue<infer Code> ? Code : never;

/** One step at work: it folds each entry at once and collects what is to be recorded and done. */
export class Turn {
  readonly means: ExchangeMeans;
  readonly now: Instant;
  readonly entries: ExchangeEntry[] = [];
  readonly effects: Effect[] = [];

  constructor(means: ExchangeMeans, now: Instant) {
    this.means = means;
    this.now = now;
  }

  record(channel: Channel, entry: ChannelEntry): void {
    fold(channel.kept, entry);
    this.entries.push({ partner: channel.partner, reality: channel.reality, ...entry });
  }

  report(finding: Finding): void {
    this.effects.push({ kind: 'finding', finding });
  }

  forget({ partner, reality }: ChannelKey, side: Side, sequence: number): void {
    this.effects.push({ kind: 'forget', partner, reality, side, sequence });
  }

  find(code: ExchangeCode, parameters: Parameters): void {
    this.report(exchangeFindings.find(code, parameters));
  }

  fail(
    channel: { readonly partner: CountryCode; readonly reality: Reality },
    reference: string,
    finding: Finding,
  ): void {
    this.effects.push({ kind: 'failed', to: channel.partner, reality: channel.reality, reference, finding });
  }

  partner(country: CountryCode): Partner | undefined {
    return this.means.partners.find((one) => one.country === country);
  }
}
