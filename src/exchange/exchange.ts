import { Answer, Forwarding } from '#agreements';
import {
  type CountryCode,
  type Finding,
  type Instant,
  invariant,
  type Reality,
  type Timer,
  toBase64Url,
} from '#kernel';
import { type Channel, fold, type Incoming, openChannel } from './channel.ts';
import { receiveControl, receivedThere, sendCheckpoint } from './controlling.ts';
import type { ChannelKey, ExchangeEntry } from './entries.ts';
import { authentic, deliver, open, receiptDue, receiveCarried } from './receiving.ts';
import { control, pump, retry, sendAnswer, sendForwarding, setLate } from './sending.ts';
import { standingEntries } from './standing.ts';
import { type Effect, type ExchangeMeans, Turn, type Wired } from './turn.ts';
import { takeApart } from './wire.ts';

/** What an exchange reacts to. */
export type ExchangeEvent =
  /** After the entries were folded, and before anything else. */
  | { readonly kind: 'started' }
  /** Counts as late when no answer has come `within` milliseconds. */
  | { readonly kind: 'forward'; readonly forwarding: Forwarding; readonly within: number }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'received'; readonly bytes: Uint8Array }
  | { readonly kind: 'due'; readonly timer: Timer }
  /** The node has made something durable of what was handed up; best recorded in the same group. */
  | { readonly kind: 'taken'; readonly from: CountryCode; readonly reality: Reality; readonly sequence: number }
  /** Tells every partner of the keys that this node will use. */
  | { readonly kind: 'new-keys'; readonly seal: Uint8Array; readonly sign: Uint8Array };

/**
 * What one step brings: first the entries become durable, then the effects are done, in order. What is handed up may be
 * handed up before, since nothing leaves the node but by a step: its receipt and its answer wait for the entries.
 */
export interface Step {
  readonly entries: readonly ExchangeEntry[];
  readonly effects: readonly Effect[];
}

/** How a channel stands, for the console and /metrics. Counts of messages. */
export interface ChannelState {
  readonly partner: CountryCode;
  readonly reality: Reality;
  /** Undefined when nothing came since the node started. */
  readonly lastHeard: Instant | undefined;
  readonly outbox: number;
  /** Forwardings without an answer, and how many of them are late. */
  readonly awaited: number;
  readonly late: number;
  /** The partner's forwardings that this node has not answered. */
  readonly unanswered: number;
  /** Resendings since the partner last acknowledged something. */
  readonly retries: number;
}

/** Envelopes since the node started of which nothing proves whose they are; none of them did anything. */
export interface Refusal {
  /** The partner from which they claim to be; undefined when they name nobody that this node knows. */
  readonly from: CountryCode | undefined;
  readonly code: string;
  readonly count: number;
  readonly lastAt: Instant;
}

/**
 * The partner protocol of one node as a state machine: no clock, no network, no disk. Its state is the fold of its
 * entries; `step` folds what it decides at once, so a driver whose append fails must start anew from the durable ones.
 *
 * Carried messages are numbered per channel, delivered in order, receipted when durable, and resent until then. A
 * message is handed up exactly once in effect: a duplicate is dropped by its number, and after a crash it is handed up
 * again only when `taken` was not recorded.
 */
export class Exchange {
  readonly #means: ExchangeMeans;
  readonly #channels = new Map<string, Channel>();
  readonly #refusals = new Map<string, Refusal>();
  /** Sealed bytes that were still there when the node started. */
  #wired: Wired[] = [];

  constructor(means: ExchangeMeans, entries: Iterable<ExchangeEntry> = []) {
    this.#means = means;
    for (const entry of entries) {
      fold(this.#channel(entry).kept, entry);
      if (entry.kind === 'wire') this.#wired.push(entry);
    }
  }

  /** Reacts to one event. */
  step(event: ExchangeEvent, now: Instant): Step {
    const turn = new Turn(this.#means, now);
    this.#react(turn, event);
    return { entries: turn.entries, effects: turn.effects };
  }

  /** How the channels stand: at least one for each partner. */
  channels(): readonly ChannelState[] {
    for (const { country } of this.#means.partners) this.#channel({ partner: country, reality: 'live' });
    return [...this.#channels.values()].map(({ partner, reality, kept, fleeting }) => ({
      partner,
      reality,
      lastHeard: fleeting.lastHeard,
      outbox: kept.outbox.size,
      awaited: kept.awaited.size,
      late: [...kept.awaited.values()].filter(({ late }) => late).length,
      unanswered: kept.unanswered.size,
      retries: fleeting.retries,
    }));
  }

  /** What came and was refused, a line for each partner and code: at most so many as there are partners and codes. */
  refusals(): readonly Refusal[] {
    return [...this.#refusals.values()];
  }

  /** The references of the forwardings that wait for a partner's receipt. */
  waiting(): readonly string[] {
    return [...this.#channels.values()].flatMap(({ kept }) =>
      [...kept.outbox.values()].flatMap(({ message, reference }) => (message === 'forwarding' ? [reference] : [])),
    );
  }

  /** The entries from which an exchange comes to stand as this one does: with them an epoch begins, and what was before need not be folded. */
  standing(): readonly ExchangeEntry[] {
    return [...this.#channels.values()].flatMap(standingEntries);
  }

  /** About how much `standing` holds: messages, references, and kilobytes of their bytes. */
  get weight(): number {
    const weights = [...this.#channels.values()].map(
      ({ kept }) =>
        kept.outbox.size +
        kept.inbox.size +
        kept.awaited.size +
        kept.unanswered.size +
        Math.ceil(kept.outboxBytes / 1024),
    );
    return weights.reduce((sum, one) => sum + one, 0);
  }

  #react(turn: Turn, event: ExchangeEvent): void {
    switch (event.kind) {
      case 'started':
        this.#start(turn);
        return;
      case 'forward':
        this.#forward(turn, event.forwarding, event.within);
        return;
      case 'answer':
        this.#answer(turn, event.answer);
        return;
      case 'received':
        this.#receive(turn, event.bytes);
        return;
      case 'due':
        this.#due(turn, event.timer);
        return;
      case 'taken':
        this.#take(turn, { partner: event.from, reality: event.reality }, event.sequence);
        return;
      case 'new-keys':
        for (const { country } of this.#means.partners) {
          const channel = this.#channel({ partner: country, reality: 'live' });
          control(turn, channel, 'key-notice', { seal: toBase64Url(event.seal), sign: toBase64Url(event.sign) });
        }
    }
  }

  #channel(key: ChannelKey): Channel {
    const name = nameOf(key);
    const known = this.#channels.get(name);
    if (known !== undefined) return known;
    const channel = openChannel(key);
    this.#channels.set(name, channel);
    return channel;
  }

  #start(turn: Turn): void {
    for (const { partner, reality, side, sequence } of this.#wired) {
      const { inbox, outbox } = this.#channel({ partner, reality }).kept;
      if (!(side === 'in' ? inbox : outbox).has(sequence)) turn.forget({ partner, reality }, side, sequence);
    }
    this.#wired = [];
    for (const channel of this.#channels.values()) {
      sendCheckpoint(turn, channel);
      for (const [reference, { dueAt, late }] of channel.kept.awaited) {
        if (!late) setLate(turn, channel, reference, dueAt);
      }
      for (const [sequence, incoming] of channel.kept.inbox) this.#deliverAgain(turn, channel, sequence, incoming);
      pump(turn, channel);
    }
  }

  #deliverAgain(turn: Turn, channel: Channel, sequence: number, { late, wire }: Incoming): void {
    const apart = takeApart(wire ?? new Uint8Array());
    const opened = apart.ok ? open(this.#means, apart.value) : apart;
    if (opened.ok) deliver(turn, channel, sequence, { ...opened.value, late });
    else turn.report(opened.error);
  }

  #forward(turn: Turn, forwarding: Forwarding, within: number): void {
    invariant(Forwarding.made(forwarding), 'only a Forwarding is forwarded');
    const { from, to, reality } = forwarding.header;
    invariant(from === this.#means.country, 'a partner’s forwarding is not sent on');
    sendForwarding(turn, this.#channel({ partner: to, reality }), forwarding, within);
  }

  #answer(turn: Turn, answer: Answer): void {
    invariant(Answer.made(answer), 'only an Answer is sent back');
    invariant(answer.from === this.#means.country, 'a partner’s answer is not sent on');
    sendAnswer(turn, this.#channel({ partner: answer.to, reality: answer.reality }), answer);
  }

  #receive(turn: Turn, bytes: Uint8Array): void {
    const authenticated = authentic(this.#means, bytes);
    if (!authenticated.ok) {
      this.#refuse(turn, authenticated.error);
      return;
    }
    const wire = authenticated.value;
    const { from, reality, kind } = wire.header;
    const limit = this.#means.limits.realities;
    if (!this.#channels.has(nameOf({ partner: from, reality })) && this.#realitiesOf(from) >= limit) {
      turn.find('EXC-0112', { from, limit });
      return;
    }
    const channel = this.#channel({ partner: from, reality });
    channel.fleeting.lastHeard = turn.now;
    if (kind === 'forwarding' || kind === 'answer') {
      receivedThere(turn, channel, wire.header.received);
      receiveCarried(turn, channel, wire);
    } else receiveControl(turn, channel, kind, wire);
  }

  #refuse(turn: Turn, finding: Finding): void {
    turn.report(finding);
    const { code, parameters } = finding;
    const from = this.#means.partners.find(({ country }) => country === parameters['from'])?.country;
    const name = `${from ?? ''} ${code}`;
    const count = (this.#refusals.get(name)?.count ?? 0) + 1;
    this.#refusals.set(name, { from, code, count, lastAt: turn.now });
  }

  #realitiesOf(partner: CountryCode): number {
    return [...this.#channels.values()].filter((channel) => channel.partner === partner).length;
  }

  #due(turn: Turn, { action, data }: Timer): void {
    const { partner, reality, reference } = data as unknown as ChannelKey & { readonly reference: string };
    const channel = this.#channels.get(nameOf({ partner, reality }));
    if (channel === undefined) return;
    if (action === 'retry') {
      retry(turn, channel);
      return;
    }
    if (action === 'receipt') {
      receiptDue(turn, channel);
      return;
    }
    const awaited = channel.kept.awaited.get(reference);
    if (awaited === undefined || awaited.late || turn.now < awaited.dueAt) return;
    turn.record(channel, { kind: 'late', reference });
    turn.effects.push({ kind: 'late', to: partner, reality, reference });
  }

  #take(turn: Turn, key: ChannelKey, sequence: number): void {
    const channel = this.#channels.get(nameOf(key));
    if (channel === undefined || !channel.kept.inbox.has(sequence)) return;
    turn.record(channel, { kind: 'taken', sequence });
    turn.forget(channel, 'in', sequence);
  }
}

const nameOf = ({ partner, reality }: ChannelKey): string => `${partner} ${reality}`;
