import type { Cusres, CusresAnswer, CusresDocument, CusresLeg } from './cusres.ts';
import { type Handler, MessageWalk, type ReadOptions, type TypedReading } from './message-reading.ts';
import type { Mutable } from './paxlst-state.ts';
import { momentOf, unknownQualifier } from './paxlst-state.ts';
import type { ScannedMessage } from './scanned-message.ts';
import { packTag } from './tag.ts';

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
  const walk = new MessageWalk(message, options);
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
  if (state.documentSeen) return false;
  const code = segment.trimmed(1);
  const document = documents.get(code);
  state.documentSeen = true;
  if (document === undefined) walk.find('EDI-0501', { code }, 1);
  else state.cusres.document = document;
  return true;
};

const answerReferences = new Map<string, 'locator' | 'passengerReference'>([
  ['AVF', 'locator'],
  ['ABO', 'passengerReference'],
]);

/** What the model has room for once stands as it came first; one more of it is declined, and so kept as it stands. */
const rff: CusresHandler = (state, segment, walk) => {
  const { answer, cusres } = state;
  const qualifier = segment.text(1, 1);
  if (answer !== undefined) {
    const member = answerReferences.get(qualifier);
    if (member === undefined) return unknownQualifier(segment, walk);
    if (answer[member] !== undefined) return false;
    answer[member] = segment.trimmed(1, 2);
  } else if (qualifier === 'AF') openLeg(state, segment.trimmed(1, 2));
  else if (qualifier !== 'TN') return unknownQualifier(segment, walk);
  else if (cusres.transactionReference !== undefined) return false;
  else cusres.transactionReference = segment.trimmed(1, 2);
  return true;
};

function openLeg(state: State, conveyance: string): void {
  state.leg = { conveyance, departurePlace: '', arrivalPlace: '', departureQualifier: '', arrivalQualifier: '' };
  state.cusres.legs.push(state.leg);
}

const times = new Map<string, 'departureTime' | 'arrivalTime'>([
  ['189', 'departureTime'],
  ['232', 'arrivalTime'],
]);

const dtm: CusresHandler = ({ leg, answer }, segment, walk) => {
  if (leg === undefined || answer !== undefined) return false;
  const member = times.get(segment.text(1, 1));
  if (member === undefined) return unknownQualifier(segment, walk);
  if (leg[member] !== undefined) return false;
  const time = momentOf(segment, walk);
  if (time !== undefined) leg[member] = time;
  return true;
};

/** The first place of a leg is where it departs, the second where it arrives. */
const loc: CusresHandler = ({ leg, answer }, segment) => {
  if (leg === undefined || answer !== undefined) return false;
  const qualifier = segment.trimmed(1);
  if (qualifier === '' || leg.arrivalQualifier !== '') return false;
  const end = leg.departureQualifier === '' ? 'departure' : 'arrival';
  leg[`${end}Qualifier`] = qualifier;
  leg[`${end}Place`] = segment.trimmed(2);
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
