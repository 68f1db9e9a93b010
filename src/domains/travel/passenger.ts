import type { Disposition } from '#kernel';
import { unreachable } from '#kernel';
import { permitsBoarding, stricterOf } from './dispositions.ts';

/** The word in force on one passenger, and whether it was an answer or came unsolicited (132). */
export interface Word {
  readonly disposition: Disposition;
  readonly unsolicited: boolean;
}

/**
 * The interactive dialogue about one passenger, who keeps his reference (RFF+ABO) through all of it. `word` is what
 * holds now; without one he waits, and may not board.
 */
export interface Dialogue {
  /** The latest request (RFF+TN). */
  readonly request: string;
  /** True while the answer to the latest request is still to come. */
  readonly open: boolean;
  /** Requests that newer ones superseded; what is said on them changes nothing. */
  readonly superseded: readonly string[];
  readonly word?: Word;
  readonly presence: 'expected' | 'on-board' | 'not-on-board' | 'cancelled';
  /** True from an unsolicited word until the carrier's 312. */
  readonly unacknowledged: boolean;
}

/** What can happen to the dialogue, at either end of the wire. */
export type DialogueEvent =
  | { readonly kind: 'requested'; readonly request: string; readonly change: boolean }
  | { readonly kind: 'answered'; readonly request: string; readonly disposition: Disposition }
  | { readonly kind: 'unsolicited'; readonly disposition: Disposition }
  /** An officer has looked at what was asked by this request. */
  | { readonly kind: 'adjudicated'; readonly request: string; readonly disposition: Disposition }
  | { readonly kind: 'acknowledged' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'on-board' }
  | { readonly kind: 'not-on-board' };

/** Why an event is out of turn; it is recorded as a finding, and what it may still change is changed. */
export type OutOfTurn = 'TRV-0301' | 'TRV-0302' | 'TRV-0303' | 'TRV-0304' | 'TRV-0305' | 'TRV-0306' | 'TRV-0307';

export interface Step {
  readonly dialogue: Dialogue | undefined;
  readonly outOfTurn?: OutOfTurn;
}

const turn = (dialogue: Dialogue | undefined, outOfTurn?: OutOfTurn): Step =>
  outOfTurn === undefined ? { dialogue } : { dialogue, outOfTurn };

const begin = (request: string): Dialogue => ({
  request,
  open: true,
  superseded: [],
  presence: 'expected',
  unacknowledged: false,
});

function requested(now: Dialogue | undefined, event: DialogueEvent & { kind: 'requested' }): Step {
  if (now === undefined) return turn(begin(event.request), event.change ? 'TRV-0302' : undefined);
  if (event.request === now.request) return turn(now);
  if (now.superseded.includes(event.request)) return turn(now, 'TRV-0301');
  const next = { ...begin(event.request), superseded: [...now.superseded, now.request] };
  return turn(next, now.presence === 'on-board' ? 'TRV-0304' : undefined);
}

function answered(now: Dialogue, event: DialogueEvent & { kind: 'answered' }): Step {
  if (now.superseded.includes(event.request)) return turn(now, 'TRV-0301');
  if (event.request !== now.request) return turn(now, 'TRV-0306');
  // A word that came meanwhile is newer than the answer; only a stricter answer may still change it.
  const holds = now.word?.disposition;
  const disposition = holds === undefined ? event.disposition : stricterOf(holds, event.disposition);
  const word = now.word !== undefined && disposition === holds ? now.word : { disposition, unsolicited: false };
  return turn({ ...now, open: false, word });
}

/** An officer's word holds, milder or stricter, as long as nothing newer was asked. */
function adjudicated(now: Dialogue, event: DialogueEvent & { kind: 'adjudicated' }): Step {
  if (now.superseded.includes(event.request)) return turn(now, 'TRV-0301');
  if (event.request !== now.request) return turn(now, 'TRV-0306');
  return turn({ ...now, open: false, word: { disposition: event.disposition, unsolicited: true } });
}

function wentOnBoard(now: Dialogue): Step {
  const next: Dialogue = { ...now, presence: 'on-board' };
  if (now.presence === 'cancelled') return turn(next, 'TRV-0305');
  return turn(next, now.word !== undefined && permitsBoarding(now.word.disposition) ? undefined : 'TRV-0303');
}

const cancelled = (now: Dialogue): Step =>
  turn({ ...now, presence: 'cancelled' }, now.presence === 'on-board' ? 'TRV-0304' : undefined);

const acknowledged = (now: Dialogue): Step =>
  turn({ ...now, unacknowledged: false }, now.unacknowledged ? undefined : 'TRV-0307');

/** One step of the dialogue. Total: every event in every state has an outcome, out of turn or not. */
export function step(now: Dialogue | undefined, event: DialogueEvent): Step {
  if (event.kind === 'requested') return requested(now, event);
  if (now === undefined) return turn(undefined, event.kind === 'on-board' ? 'TRV-0305' : 'TRV-0302');
  return told(now, event);
}

/** What happens to somebody who was named. */
function told(now: Dialogue, event: Exclude<DialogueEvent, { kind: 'requested' }>): Step {
  switch (event.kind) {
    case 'answered':
      return answered(now, event);
    case 'unsolicited':
      return turn({ ...now, word: { disposition: event.disposition, unsolicited: true }, unacknowledged: true });
    case 'adjudicated':
      return adjudicated(now, event);
    case 'acknowledged':
      return acknowledged(now);
    case 'cancelled':
      return cancelled(now);
    case 'on-board':
      return wentOnBoard(now);
    case 'not-on-board':
      return turn({ ...now, presence: 'not-on-board' });
    default:
      return unreachable(event);
  }
}
