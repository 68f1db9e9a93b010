import type { Cusres, CusresAnswer, CusresDocument, CusresLeg } from './cusres.ts';
import { readMoment } from './dates.ts';
import type { Handler, MessageWalk, ReadOptions, TypedReading } from './message-reading.ts';
import { MessageWalk as Walk } from './message-reading.ts';
import type { Mutable } from './paxlst-state.ts';
import { unknownQualifier } from './paxlst-state.ts';
import type { ScannedMessage } from './scanned-message.ts';
import type { SegmentCursor } from './segment-cursor.ts';
import { packTag } from './tape.ts';

interface MutableAnswer extends Mutable<Omit<CusresAnswer, 'codes'>> {
  readonly codes: string[];
}

interface State {
  readonly cusres: Mutable<Omit<Cusres, 'legs' | 'answers'>> & {
    readonly legs: Mutable<CusresLeg>[];
    readonly answers: MutableAnswer[];
  };
  documentSeen: boolean;
  leg: Mutable<CusresLeg> | undefined;
  answer: MutableAnswer | undefined;
}

type CusresHandler = Handler<State>;

/** Reads a CUSRES, D.02B to D.15B: answer (962), unsolicited (132), acknowledgement (312). */
export function readCusres(message: ScannedMessage, options: ReadOptions): TypedReading<Cusres> {
  const { header } = message;
  const walk = new Walk(message, options);
  const state: State = {
    cusres: {
      directory: header.directory,
      associationCode: header.associationCode,
      document: 'answer',
      messageReference: header.reference,
      legs: [],
      answers: [],
      envelope: message.envelope,
    },
    documentSeen: false,
    leg: undefined,
    answer: undefined,
  };
  if (header.commonAccessReference !== undefined) state.cusres.commonAccessReference = header.commonAccessReference;
  if (header.part !== undefined) state.cusres.part = header.part;
  walk.each(state, handlers);
  if (message.held && !state.documentSeen) walk.findInMessage('EDI-0406', { tag: 'BGM' });
  return walk.reading(state.cusres);
}

const documents = new Map<string, CusresDocument>([
  ['962', 'answer'],
  ['132', 'unsolicited'],
  ['312', 'acknowledgement'],
]);

const passed: CusresHandler = (_state, segment) => {
  segment.skip();
  return true;
};

const bgm: CusresHandler = (state, segment, walk) => {
  const code = segment.trimmed(1);
  const document = documents.get(code);
  state.documentSeen = true;
  if (document === undefined) walk.find('EDI-0501', { code }, 1);
  else state.cusres.document = document;
  return true;
};

const rff: CusresHandler = (state, segment, walk) => {
  const value = segment.trimmed(1, 2);
  const qualifier = segment.text(1, 1);
  const { answer } = state;
  if (answer !== undefined && qualifier === 'AVF') answer.locator = value;
  else if (answer !== undefined && qualifier === 'ABO') answer.passengerReference = value;
  else if (answer === undefined && qualifier === 'TN') state.cusres.transactionReference = value;
  else if (answer === undefined && qualifier === 'AF') openLeg(state, value);
  else {
    segment.leave(1, 2);
    return unknownQualifier(segment, walk);
  }
  return true;
};

function openLeg(state: State, conveyance: string): void {
  state.leg = { conveyance, departurePlace: '', arrivalPlace: '', departureQualifier: '', arrivalQualifier: '' };
  state.cusres.legs.push(state.leg);
}

const dtm: CusresHandler = ({ leg, answer }, segment, walk) => {
  if (leg === undefined || answer !== undefined) return false;
  const qualifier = segment.text(1, 1);
  if (qualifier !== '189' && qualifier !== '232') return unknownQualifier(segment, walk);
  readTime(leg, qualifier, segment, walk);
  return true;
};

function readTime(leg: Mutable<CusresLeg>, qualifier: string, segment: SegmentCursor, walk: MessageWalk): void {
  const text = segment.trimmed(1, 2);
  segment.text(1, 3);
  const time = readMoment(text, walk.near);
  if (time === undefined) {
    segment.leave(1, 2);
    walk.find('EDI-0405', { text }, 1, 2);
  } else if (qualifier === '189') leg.departureTime = time;
  else leg.arrivalTime = time;
}

/** The first place of a leg is where it departs, the second where it arrives. */
const loc: CusresHandler = ({ leg, answer }, segment) => {
  if (leg === undefined || answer !== undefined) return false;
  if (leg.departureQualifier === '') {
    leg.departureQualifier = segment.trimmed(1);
    leg.departurePlace = segment.trimmed(2);
  } else if (leg.arrivalQualifier === '') {
    leg.arrivalQualifier = segment.trimmed(1);
    leg.arrivalPlace = segment.trimmed(2);
  } else return false;
  return true;
};

const erp: CusresHandler = (state, segment, walk) => {
  const code = segment.trimmed(1);
  if (code !== '1' && code !== '2') walk.find('EDI-0502', { code }, 1);
  state.answer = { level: code === '1' ? 'header' : 'passenger', codes: [] };
  state.cusres.answers.push(state.answer);
  return true;
};

const erc: CusresHandler = ({ answer }, segment) => {
  if (answer === undefined) return false;
  answer.codes.push(segment.trimmed(1));
  return true;
};

const ftx: CusresHandler = ({ answer }, segment, walk) => {
  if (answer === undefined) return false;
  if (segment.text(1) !== 'AAP') return unknownQualifier(segment, walk);
  const parts = Array.from({ length: segment.components(4) }, (_, index) => segment.text(4, index + 1));
  answer.text = (answer.text ?? '') + parts.join('');
  return true;
};

const handlers: ReadonlyMap<number, CusresHandler> = new Map(
  Object.entries({
    UNH: passed,
    UNT: passed,
    BGM: bgm,
    RFF: rff,
    DTM: dtm,
    LOC: loc,
    ERP: erp,
    ERC: erc,
    FTX: ftx,
  }).map(([tag, handle]): [number, CusresHandler] => [packTag(tag), handle]),
);
