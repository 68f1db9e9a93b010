import { type AnswerRecord, type Forwarding, readAnswer, readForwarding } from '#agreements';
import { decodeUtf8, err, ok, type Result } from '#kernel';
import { type Channel, refusedOf } from './channel.ts';
import { exchangeFindings } from './findings.ts';
import { control, setReceipt } from './sending.ts';
import type { ExchangeMeans, Turn } from './turn.ts';
import { keyIdOf, takeApart, type Wire } from './wire.ts';

/** Takes an envelope apart and believes it when it is for us, from a partner, and signed with the partner's key. EXC-0101 to EXC-0108. */
export function authentic(means: ExchangeMeans, bytes: Uint8Array): Result<Wire> {
  const limit = means.limits.envelopeBytes;
  if (bytes.length > limit) return err(exchangeFindings.find('EXC-0103', { bytes: bytes.length, limit }));
  const apart = takeApart(bytes);
  if (!apart.ok) return apart;
  const { from, to, key } = apart.value.header;
  if (to !== means.country) return err(exchangeFindings.find('EXC-0105', { from, to }));
  const partner = means.partners.find((one) => one.country === from);
  if (partner === undefined) return err(exchangeFindings.find('EXC-0106', { from }));
  if (keyIdOf(partner.signKey) !== key) return err(exchangeFindings.find('EXC-0107', { from, key }));
  const { signed, signature } = apart.value;
  if (!means.signer.verify(partner.signKey, signed, signature)) {
    return err(exchangeFindings.find('EXC-0108', { from }));
  }
  return apart;
}

/** What a carried message says, once opened and read. */
type Carried =
  | { readonly message: 'forwarding'; readonly reference: string; readonly forwarding: Forwarding }
  | { readonly message: 'answer'; readonly reference: string; readonly answer: AnswerRecord };

/** Opens a carried message and reads it by our own tables, whatever state the channel is in. EXC-0201 to EXC-0203, and what the agreements find. */
export function open(means: ExchangeMeans, wire: Wire): Result<Carried> {
  const { from, sequence, kind } = wire.header;
  const plain = means.envelope.open(wire.payload, wire.bound);
  if (plain === undefined) return err(exchangeFindings.find('EXC-0201', { from, sequence }));
  const text = decodeUtf8(plain);
  if (kind === 'answer') {
    const read = readAnswer(text);
    return read.ok ? ok({ message: kind, reference: read.value.reference, answer: read.value }) : read;
  }
  const read = openForwarding(means, wire, text);
  return read.ok ? ok({ message: 'forwarding', reference: read.value.reference, forwarding: read.value }) : read;
}

function openForwarding(means: ExchangeMeans, { header }: Wire, text: string): Result<Forwarding> {
  const { from, to, reality, sequence } = header;
  const read = readForwarding(means.duties, text);
  if (!read.ok) return read;
  const inside = read.value.header;
  if (inside.from !== from || inside.to !== to || inside.reality !== reality) {
    return err(exchangeFindings.find('EXC-0203', { from, sequence }));
  }
  return means.knowsRecord(inside.record)
    ? read
    : err(exchangeFindings.find('EXC-0202', { from, record: inside.record }));
}

/** A numbered message came: taken in order, held when early, receipted again when had before. */
export function receiveCarried(turn: Turn, channel: Channel, wire: Wire): void {
  const { kept } = channel;
  const { from, sequence } = wire.header;
  if (sequence > kept.received + 1) {
    hold(turn, channel, wire);
  } else if (sequence <= kept.received) {
    turn.find('EXC-0109', { from, sequence });
    sendReceipt(turn, channel);
  } else {
    accept(turn, channel, wire);
    acceptHeld(turn, channel);
    oweReceipt(turn, channel, kept.received - sequence + 1);
  }
}

/**
 * What was taken in is receipted by the next letter the other way, and by a letter of its own when none goes out soon,
 * when something was refused, or when half of what the partner may have under way waits for it.
 */
function oweReceipt(turn: Turn, channel: Channel, taken: number): void {
  const { kept, fleeting } = channel;
  const { receiptWithin, underWay } = turn.means.limits;
  fleeting.owed += taken;
  if (receiptWithin === 0 || kept.rejections.has(kept.received) || fleeting.owed * 2 >= underWay) {
    sendReceipt(turn, channel);
  } else if (fleeting.receiptDueAt === undefined) {
    setReceipt(turn, channel);
  }
}

/** The time within which a letter could have carried the receipt is over. */
export function receiptDue(turn: Turn, channel: Channel): void {
  channel.fleeting.receiptDueAt = undefined;
  if (channel.fleeting.owed > 0) sendReceipt(turn, channel);
}

/** Tells how far we are, and what was refused of all that the partner may still have under way: a receipt before this one may be lost. */
export function sendReceipt(turn: Turn, channel: Channel): void {
  const { received } = channel.kept;
  channel.fleeting.owed = 0;
  const refused = refusedOf(channel);
  control(turn, channel, 'receipt', { received, refused: refused.map(([sequence, code]) => ({ sequence, code })) });
}

/** Takes what was held and is next now; what still waits behind a gap is asked for. */
export function acceptHeld(turn: Turn, channel: Channel): void {
  const { kept, fleeting } = channel;
  for (const sequence of fleeting.held.keys()) if (sequence <= kept.received) release(channel, sequence);
  for (;;) {
    const next = release(channel, kept.received + 1);
    if (next === undefined) break;
    accept(turn, channel, next);
  }
  askForGap(turn, channel);
}

function release({ fleeting }: Channel, sequence: number): Wire | undefined {
  const wire = fleeting.held.get(sequence);
  if (wire === undefined) return undefined;
  fleeting.held.delete(sequence);
  fleeting.heldBytes -= wire.bytes.length;
  return wire;
}

function hold(turn: Turn, channel: Channel, wire: Wire): void {
  const { kept, fleeting } = channel;
  const { limits } = turn.means;
  const { from, sequence } = wire.header;
  const bytes = fleeting.heldBytes + wire.bytes.length;
  if (sequence > kept.received + limits.heldMessages || bytes > limits.heldBytes) {
    turn.find('EXC-0110', { from, sequence, received: kept.received });
  } else if (!fleeting.held.has(sequence)) {
    fleeting.held.set(sequence, wire);
    fleeting.heldBytes = bytes;
  }
  askForGap(turn, channel);
}

/** Asks once for each gap; when that is lost, the partner's retry closes the gap. */
function askForGap(turn: Turn, channel: Channel): void {
  const { kept, fleeting } = channel;
  if (fleeting.held.size === 0 || fleeting.askedAfter === kept.received) return;
  fleeting.askedAfter = kept.received;
  const before = Math.min(...fleeting.held.keys());
  control(turn, channel, 'catch-up', { after: kept.received, before });
}

/** Records the next message and hands it up, or refuses it for good: either way the channel goes on. */
function accept(turn: Turn, channel: Channel, wire: Wire): void {
  const { sequence } = wire.header;
  const opened = open(turn.means, wire);
  const wanted = opened.ok ? expected(turn.means, channel, opened.value) : opened;
  if (!wanted.ok) {
    turn.record(channel, { kind: 'rejected', sequence, code: wanted.error.code });
    turn.report(wanted.error);
    return;
  }
  const { message, reference } = wanted.value;
  const late = message === 'answer' && channel.kept.awaited.get(reference)?.late === true;
  turn.record(channel, { kind: 'received', sequence, message, reference, late });
  turn.record(channel, { kind: 'wire', side: 'in', sequence, wire: wire.bytes });
  deliver(turn, channel, sequence, { ...wanted.value, late });
}

/** An answer is expected when its forwarding waits for one, a forwarding while there is room and none like it is open. EXC-0204 to EXC-0206. */
function expected({ limits }: ExchangeMeans, { partner, kept }: Channel, what: Carried): Result<Carried> {
  const { message, reference } = what;
  const from = partner;
  if (message === 'answer') {
    return kept.awaited.has(reference) ? ok(what) : err(exchangeFindings.find('EXC-0204', { from, reference }));
  }
  if (kept.unanswered.has(reference)) return err(exchangeFindings.find('EXC-0205', { from, reference }));
  const limit = limits.openForwardings;
  return kept.unanswered.size < limit ? ok(what) : err(exchangeFindings.find('EXC-0206', { from, limit }));
}

/** Hands a message up; again after a start, when the node had not taken it. */
export function deliver(
  turn: Turn,
  channel: Channel,
  sequence: number,
  what: Carried & { readonly late: boolean },
): void {
  const base = { from: channel.partner, reality: channel.reality, sequence };
  turn.effects.push(
    what.message === 'forwarding'
      ? { kind: 'forwarding', ...base, forwarding: what.forwarding }
      : { kind: what.late ? 'late-answer' : 'answer', ...base, answer: what.answer },
  );
}
