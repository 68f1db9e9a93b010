import type { Channel } from './channel.ts';
import { type CatchUp, type Checkpoint, controls, type KeyNotice, type Receipt } from './control.ts';
import { exchangeFindings } from './findings.ts';
import { acceptHeld, sendReceipt } from './receiving.ts';
import { acknowledge, control, resend, transmit } from './sending.ts';
import type { Turn } from './turn.ts';
import { type ControlKind, jsonOf, type Wire } from './wire.ts';

/** A control message came. EXC-0111 when it does not say what its kind says. */
export function receiveControl(turn: Turn, channel: Channel, kind: ControlKind, wire: Wire): void {
  const parsed = controls[kind].safeParse(jsonOf(wire.payload));
  if (!parsed.success) {
    turn.find('EXC-0111', { from: channel.partner, kind });
    return;
  }
  switch (kind) {
    case 'receipt':
      receipt(turn, channel, parsed.data as Receipt);
      return;
    case 'catch-up':
      catchUp(turn, channel, parsed.data as CatchUp);
      return;
    case 'checkpoint':
      checkpoint(turn, channel, parsed.data as Checkpoint);
      return;
    case 'key-notice':
      // Keys change by the operator's hand alone: whoever stole the old key could otherwise bring his own.
      turn.find('EXC-0113', { from: channel.partner, key: (parsed.data as KeyNotice).sign });
      return;
  }
}

function receipt(turn: Turn, channel: Channel, { received, refused }: Receipt): void {
  const told = received > channel.kept.lastQueued ? [] : refused;
  for (const { sequence, code } of told) if (sequence <= received) refuse(turn, channel, sequence, code);
  receivedThere(turn, channel, received);
}

/** The partner says how far he is, in a receipt or on a letter. */
export function receivedThere(turn: Turn, channel: Channel, received: number): void {
  if (received > channel.kept.lastQueued) {
    moveOut(turn, channel, received);
    return;
  }
  acknowledge(turn, channel, received);
}

function refuse(turn: Turn, channel: Channel, sequence: number, code: string): void {
  const outgoing = channel.kept.outbox.get(sequence);
  if (outgoing === undefined) return;
  const { message, reference } = outgoing;
  if (message === 'forwarding') turn.record(channel, { kind: 'refused', reference, code });
  turn.fail(channel, reference, exchangeFindings.find('EXC-0305', { to: channel.partner, reference, code }));
}

function catchUp(turn: Turn, channel: Channel, { after, before }: CatchUp): void {
  const { kept, fleeting } = channel;
  if (after > kept.lastQueued) {
    moveOut(turn, channel, after);
    return;
  }
  if (after < kept.acknowledged) {
    sendCheckpoint(turn, channel);
    return;
  }
  acknowledge(turn, channel, after);
  const end = Math.min(before - 1, fleeting.transmitted);
  for (let sequence = after + 1; sequence <= end; sequence += 1) transmit(turn, channel, sequence);
}

/** Says how far each direction is; after a start, and when a partner asks for what it has acknowledged. */
export function sendCheckpoint(turn: Turn, channel: Channel): void {
  const { lastQueued, received, acknowledged } = channel.kept;
  control(turn, channel, 'checkpoint', { sent: lastQueued, received, oldest: acknowledged + 1 });
}

function checkpoint(turn: Turn, channel: Channel, { sent, received, oldest }: Checkpoint): void {
  const { kept, fleeting } = channel;
  receivedThere(turn, channel, received);
  if (oldest > kept.received + 1) moveIn(turn, channel, oldest - 1);
  sendReceipt(turn, channel);
  if (sent > kept.received) control(turn, channel, 'catch-up', { after: kept.received, before: sent + 1 });
  fleeting.retries = 0;
  resend(turn, channel);
}

/** The partner has more than we remember to have sent: what waits would be taken for what he has, and goes back as failed. */
function moveOut(turn: Turn, channel: Channel, to: number): void {
  const { partner, kept } = channel;
  const finding = exchangeFindings.find('EXC-0114', { partner, from: kept.lastQueued, to });
  for (const [sequence, { message, reference }] of kept.outbox) {
    turn.forget(channel, 'out', sequence);
    if (message === 'forwarding') turn.record(channel, { kind: 'refused', reference, code: finding.code });
    turn.fail(channel, reference, finding);
  }
  turn.record(channel, { kind: 'moved', side: 'out', to });
  turn.report(finding);
}

/** The partner has dropped what we, by our memory, never had: it cannot come again, so counting goes on behind it. */
function moveIn(turn: Turn, channel: Channel, to: number): void {
  const { partner, kept } = channel;
  turn.find('EXC-0114', { partner, from: kept.received, to });
  turn.record(channel, { kind: 'moved', side: 'in', to });
  acceptHeld(turn, channel);
}
