import type { Answer, Forwarding } from '#agreements';
import { canonicalJson, encodeUtf8, type Finding, type Instant, instant, type Json } from '#kernel';
import { type Channel, receiptOn, refusedOf } from './channel.ts';
import { exchangeFindings } from './findings.ts';
import type { ExchangeMeans, Partner, Turn } from './turn.ts';
import { type CarriedKind, type ControlKind, close, frame, type Header, keyIdOf } from './wire.ts';

/** A message on its way into the outbox. */
interface Letter {
  readonly message: CarriedKind;
  readonly reference: string;
  readonly text: string;
  readonly dueAt?: Instant;
}

const headerOf = (means: ExchangeMeans, channel: Channel) => ({
  from: means.country,
  to: channel.partner,
  reality: channel.reality,
  key: keyIdOf(means.signer.publicKey),
});

/** Seals a text to the partner and closes the envelope: what the wire carries, the same in one process and between two. */
export function seal(means: ExchangeMeans, partner: Partner, header: Header, text: string): Uint8Array {
  const bound = frame(header);
  return close(bound, means.envelope.sealTo(partner.sealKey, encodeUtf8(text), bound), means.signer);
}

/** Takes a forwarding on, or says why not. It counts as late when no answer has come `within` milliseconds. */
export function sendForwarding(turn: Turn, channel: Channel, forwarding: Forwarding, within: number): void {
  const { reference, text } = forwarding;
  const { awaited } = channel.kept;
  if (awaited.has(reference)) {
    const finding = exchangeFindings.find('EXC-0306', { to: channel.partner, reference });
    turn.fail(channel, reference, finding);
    return;
  }
  if (awaited.size >= turn.means.limits.openForwardings && !makeRoom(turn, channel)) {
    turn.fail(channel, reference, fullOf(channel, turn.means.limits.openForwardings));
    return;
  }
  const dueAt = instant(turn.now + within);
  if (post(turn, channel, { message: 'forwarding', reference, text, dueAt })) setLate(turn, channel, reference, dueAt);
}

/** Takes an answer on: once for each forwarding that came and is unanswered. */
export function sendAnswer(turn: Turn, channel: Channel, answer: Answer): void {
  const { reference, text } = answer;
  if (!channel.kept.unanswered.has(reference)) {
    const finding = exchangeFindings.find('EXC-0303', { to: channel.partner, reference });
    turn.fail(channel, reference, finding);
    return;
  }
  post(turn, channel, { message: 'answer', reference, text });
}

/** Gives up on the oldest forwarding when it is late already; a younger one is not given up for a newer one. */
function makeRoom(turn: Turn, channel: Channel): boolean {
  for (const [reference, { late }] of channel.kept.awaited) {
    if (late) turn.record(channel, { kind: 'abandoned', reference });
    return late;
  }
  return false;
}

const fullOf = (channel: Channel, limit: number): Finding =>
  exchangeFindings.find('EXC-0302', { to: channel.partner, limit });

function post(turn: Turn, channel: Channel, { message, reference, text, dueAt }: Letter): boolean {
  const { means } = turn;
  const { kept, fleeting } = channel;
  const partner = turn.partner(channel.partner);
  if (partner === undefined) {
    turn.fail(channel, reference, exchangeFindings.find('EXC-0301', { to: channel.partner }));
    return false;
  }
  const sequence = kept.lastQueued + 1;
  const header: Header = { kind: message, sequence, received: receiptOn(channel), ...headerOf(means, channel) };
  const wire = seal(means, partner, header, text);
  const refusal = refusalOf(means, channel, wire.length);
  if (refusal !== undefined) {
    turn.fail(channel, reference, refusal);
    return false;
  }
  turn.record(channel, {
    kind: 'queued',
    sequence,
    message,
    reference,
    ...(dueAt === undefined ? {} : { dueAt }),
  });
  turn.record(channel, { kind: 'wire', side: 'out', sequence, wire });
  pump(turn, channel);
  // What is under way says how far we are.
  if (fleeting.transmitted === sequence && refusedOf(channel).length === 0) fleeting.owed = 0;
  return true;
}

function refusalOf({ limits }: ExchangeMeans, { partner, kept }: Channel, bytes: number): Finding | undefined {
  if (bytes > limits.envelopeBytes) {
    return exchangeFindings.find('EXC-0304', { to: partner, bytes, limit: limits.envelopeBytes });
  }
  if (kept.outbox.size >= limits.outboxMessages) {
    return exchangeFindings.find('EXC-0302', { to: partner, limit: limits.outboxMessages });
  }
  if (kept.outboxBytes + bytes > limits.outboxBytes) {
    return exchangeFindings.find('EXC-0302', { to: partner, limit: limits.outboxBytes });
  }
  return undefined;
}

/** Hands to the transport what the window lets through, and sees to it that somebody looks after it. */
export function pump(turn: Turn, channel: Channel): void {
  const { kept, fleeting } = channel;
  const end = Math.min(kept.lastQueued, kept.acknowledged + turn.means.limits.underWay);
  fleeting.transmitted = Math.max(fleeting.transmitted, kept.acknowledged);
  while (fleeting.transmitted < end) {
    fleeting.transmitted += 1;
    transmit(turn, channel, fleeting.transmitted);
  }
  if (kept.outbox.size > 0 && fleeting.retryDueAt === undefined) setRetry(turn, channel);
}

/** Hands one message of the outbox to the transport once more. */
export function transmit(turn: Turn, channel: Channel, sequence: number): void {
  const bytes = channel.kept.outbox.get(sequence)?.wire;
  if (bytes !== undefined) turn.effects.push({ kind: 'send', to: channel.partner, bytes });
}

/** Sends all that the window lets through from the oldest on. */
export function resend(turn: Turn, channel: Channel): void {
  channel.fleeting.transmitted = channel.kept.acknowledged;
  pump(turn, channel);
}

/** The retry timer of a channel is due: when nothing was acknowledged since, the window goes out again; a partner that stays silent gets one message a time. */
export function retry(turn: Turn, channel: Channel): void {
  const { kept, fleeting } = channel;
  if (fleeting.retryDueAt === undefined || turn.now < fleeting.retryDueAt) return;
  fleeting.retryDueAt = undefined;
  if (kept.outbox.size === 0) return;
  if (fleeting.progress) {
    fleeting.progress = false;
  } else {
    if (fleeting.retries === 0) resend(turn, channel);
    else transmit(turn, channel, kept.acknowledged + 1);
    fleeting.retries += 1;
  }
  setRetry(turn, channel);
}

/** Drops what the partner has. A partner that was silent and speaks again gets the whole window. */
export function acknowledge(turn: Turn, channel: Channel, upTo: number): void {
  const { kept, fleeting } = channel;
  if (upTo <= kept.acknowledged) return;
  for (const sequence of kept.outbox.keys()) {
    if (sequence > upTo) break;
    turn.forget(channel, 'out', sequence);
  }
  turn.record(channel, { kind: 'acknowledged', upTo });
  fleeting.progress = true;
  if (fleeting.retries === 0) {
    pump(turn, channel);
    return;
  }
  fleeting.retries = 0;
  resend(turn, channel);
}

/** Sends a control message: signed, in the clear, never numbered or kept. */
export function control(turn: Turn, channel: Channel, kind: ControlKind, says: Json): void {
  const header: Header = { kind, sequence: 0, ...headerOf(turn.means, channel) };
  const bytes = close(frame(header), encodeUtf8(canonicalJson(says)), turn.means.signer);
  turn.effects.push({ kind: 'send', to: channel.partner, bytes });
}

function setRetry(turn: Turn, channel: Channel): void {
  const { firstRetry, longestRetry } = turn.means.limits;
  // The exponent is bounded so that the product stays a number of milliseconds however long a partner is away.
  const wait = Math.min(longestRetry, firstRetry * 2 ** Math.min(channel.fleeting.retries, 30));
  const dueAt = instant(turn.now + wait);
  channel.fleeting.retryDueAt = dueAt;
  setTimer(turn, channel, { action: 'retry', dueAt, reference: '' });
}

/** Sets the timer by which a forwarding counts as late. */
export function setLate(turn: Turn, channel: Channel, reference: string, dueAt: Instant): void {
  setTimer(turn, channel, { action: 'late', dueAt, reference });
}

interface Due {
  readonly action: 'retry' | 'late' | 'receipt';
  readonly dueAt: Instant;
  readonly reference: string;
}

/** Sets the timer by which a receipt goes out that found no letter to ride on. */
export function setReceipt(turn: Turn, channel: Channel): void {
  const dueAt = instant(turn.now + turn.means.limits.receiptWithin);
  channel.fleeting.receiptDueAt = dueAt;
  setTimer(turn, channel, { action: 'receipt', dueAt, reference: '' });
}

function setTimer(turn: Turn, { partner, reality }: Channel, { action, dueAt, reference }: Due): void {
  const key = `exchange/${partner}/${reality}/${action}/${reference}`;
  turn.effects.push({ kind: 'timer', timer: { key, dueAt, action, data: { partner, reality, reference } } });
}
