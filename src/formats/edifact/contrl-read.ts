import type { Contrl, ContrlAction, ContrlError, ContrlMessage, ContrlSegment } from './contrl.ts';
import { actions } from './contrl.ts';
import { type Handler, MessageWalk, type ReadOptions, type TypedReading } from './message-reading.ts';
import { type Mutable, numberOf } from './paxlst-state.ts';
import type { ScannedMessage } from './scanned-message.ts';
import type { SegmentCursor } from './segment-cursor.ts';
import { packTag } from './tag.ts';

interface MutableSegment extends Mutable<Omit<ContrlSegment, 'elements'>> {
  readonly elements: ContrlError[];
}

interface MutableMessage extends Mutable<Omit<ContrlMessage, 'segments'>> {
  readonly segments: MutableSegment[];
}

interface State {
  readonly contrl: Mutable<Omit<Contrl, 'messages'>> & { readonly messages: MutableMessage[] };
  interchangeSeen: boolean;
}

type ContrlHandler = Handler<State>;

/** Reads a CONTRL D.3, such as a carrier sends on our CUSRES. */
export function readContrl(message: ScannedMessage, options: ReadOptions): TypedReading<Contrl> {
  const walk = new MessageWalk(message, options);
  const state: State = {
    contrl: {
      directory: message.header.directory,
      messageReference: message.header.reference,
      reference: '',
      sender: '',
      recipient: '',
      action: 'rejected',
      messages: [],
      envelope: message.envelope,
    },
    interchangeSeen: false,
  };
  walk.each(state, handlers);
  if (message.held && !state.interchangeSeen) walk.findInMessage('EDI-0406', { tag: 'UCI' });
  return walk.reading(state.contrl);
}

/** An action that is not known is taken for a rejection: silence must not become consent. */
function actionOf(segment: SegmentCursor, element: number, walk: MessageWalk): ContrlAction {
  const code = segment.trimmed(element);
  const action = actions.get(code);
  if (action === undefined) walk.find('EDI-0701', { code }, element);
  return action ?? 'rejected';
}

/** Error code, tag and S011 from `element` on. */
function errorOf(segment: SegmentCursor, element: number, walk: MessageWalk): Partial<ContrlError> & { tag?: string } {
  const error = segment.trimmed(element);
  const tag = segment.trimmed(element + 1);
  return {
    ...(error === '' ? {} : { error }),
    ...(tag === '' ? {} : { tag }),
    ...placeOf(segment, element + 2, walk),
  };
}

/** S011: position 1 is the tag, so that position 2 is element 1. */
function placeOf(segment: SegmentCursor, at: number, walk: MessageWalk): Pick<ContrlError, 'element' | 'component'> {
  const position = numberOf(segment, walk, at, 1) ?? 0;
  const component = numberOf(segment, walk, at, 2) ?? 0;
  return {
    ...(position > 0 ? { element: position - 1 } : {}),
    ...(component > 0 ? { component } : {}),
  };
}

const passed: ContrlHandler = (_state, segment) => {
  segment.skip();
  return true;
};

const uci: ContrlHandler = (state, segment, walk) => {
  if (state.interchangeSeen) return false;
  const senderQualifier = segment.trimmed(2, 2);
  const recipientQualifier = segment.trimmed(3, 2);
  state.interchangeSeen = true;
  Object.assign(state.contrl, {
    reference: segment.trimmed(1),
    sender: segment.trimmed(2, 1),
    ...(senderQualifier === '' ? {} : { senderQualifier }),
    recipient: segment.trimmed(3, 1),
    ...(recipientQualifier === '' ? {} : { recipientQualifier }),
    action: actionOf(segment, 4, walk),
    ...errorOf(segment, 5, walk),
  });
  return true;
};

const ucf: ContrlHandler = (state, segment, walk) => {
  if (state.contrl.group !== undefined) return false;
  actionOf(segment, 4, walk);
  state.contrl.group = { reference: segment.trimmed(1), sender: segment.trimmed(2), recipient: segment.trimmed(3) };
  return true;
};

const ucm: ContrlHandler = (state, segment, walk) => {
  state.contrl.messages.push({
    reference: segment.trimmed(1),
    type: segment.trimmed(2, 1),
    directory: `${segment.trimmed(2, 2)}.${segment.trimmed(2, 3)}`,
    agency: segment.trimmed(2, 4),
    associationCode: segment.trimmed(2, 5),
    action: actionOf(segment, 3, walk),
    ...errorOf(segment, 4, walk),
    segments: [],
  });
  return true;
};

const ucs: ContrlHandler = (state, segment, walk) => {
  const message = state.contrl.messages.at(-1);
  if (message === undefined) return false;
  const error = segment.trimmed(2);
  const number = numberOf(segment, walk, 1, 1) ?? 0;
  message.segments.push({ segment: number, ...(error === '' ? {} : { error }), elements: [] });
  return true;
};

const ucd: ContrlHandler = (state, segment, walk) => {
  const reported = state.contrl.messages.at(-1)?.segments.at(-1);
  if (reported === undefined) return false;
  reported.elements.push({ error: segment.trimmed(1), ...placeOf(segment, 2, walk) });
  return true;
};

const handlers: ReadonlyMap<number, ContrlHandler> = new Map(
  Object.entries({ UNH: passed, UNT: passed, UCI: uci, UCF: ucf, UCM: ucm, UCS: ucs, UCD: ucd }).map(
    ([tag, handle]): [number, ContrlHandler] => [packTag(tag), handle],
  ),
);
