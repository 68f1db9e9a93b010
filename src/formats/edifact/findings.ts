import type { FindingSpec } from '#kernel';
import { defineFindings } from '#kernel';

const error = (...parameters: string[]): FindingSpec => ({ origin: 'sender', severity: 'error', parameters });
const warning = (...parameters: string[]): FindingSpec => ({ origin: 'sender', severity: 'warning', parameters });
const note = (...parameters: string[]): FindingSpec => ({ origin: 'sender', severity: 'note', parameters });

/**
 * All that can be wrong with EDIFACT, graded as a strict reader grades it; `data/edifact/grading.json` says what a
 * lenient one makes of it. 01: interchange, 02: group, 03: message, 04: PAXLST, 05: CUSRES, 06: profile, 07: CONTRL.
 */
export const edifactFindings = defineFindings({
  /** Nothing was lodged. */
  'EDI-0101': error(),
  /** No UNA, UNB or UNH was found. */
  'EDI-0102': error('beginning'),
  /** Another format: HTML, XML, JSON, ZIP, GZIP, PDF. */
  'EDI-0103': error('format'),
  /** Bytes before the interchange: a Type B or e-mail header. */
  'EDI-0104': note('bytes'),
  /** Bytes after the interchange: a footer. */
  'EDI-0105': note('bytes'),
  /** A UNA that is not six characters. */
  'EDI-0106': warning('advice'),
  /** A UNA whose characters cannot separate. */
  'EDI-0107': error('advice'),
  /** Messages without UNB. */
  'EDI-0108': error(),
  /** An unknown syntax identifier. */
  'EDI-0109': error('identifier'),
  /** The interchange ends without UNZ. */
  'EDI-0110': error('reference'),
  /** The lodgement ends within a segment. */
  'EDI-0111': error('tag'),
  /** UNZ 0036 is not the number of groups or messages. */
  'EDI-0112': error('stated', 'counted'),
  /** UNZ 0020 is not the reference of UNB. */
  'EDI-0113': error('opened', 'closed'),
  /** A byte that the character set of the interchange does not know. */
  'EDI-0114': error('charset', 'text'),
  /** Lower-case letters in UNOA. */
  'EDI-0115': warning('text'),
  /** A control character within a segment. */
  'EDI-0116': warning(),
  /** The lodgement is longer than the limit. */
  'EDI-0117': error('limit'),
  /** A UNB while an interchange is open. */
  'EDI-0118': error('reference'),
  /** A segment longer than the limit. */
  'EDI-0119': error('limit'),
  /** A segment with more elements than the limit. */
  'EDI-0120': error('limit'),
  /** Line breaks within segments: a hard wrap. */
  'EDI-0121': note(),
  /** Blanks within a tag. */
  'EDI-0122': note('tag'),
  /** A segment whose tag is none. */
  'EDI-0123': error('tag'),
  /** A segment outside a message. */
  'EDI-0124': error('tag'),
  /** UNZ without UNB. */
  'EDI-0125': error(),
  /** More findings than the limit. */
  'EDI-0126': note('count'),
  /** A UNB that lacks a mandatory element. */
  'EDI-0127': error('element'),
  /** Text between segments that is no segment, such as a page footer. */
  'EDI-0201': error('stated', 'counted'),
  'EDI-0202': error('opened', 'closed'),
  /** A group that was opened and never closed. */
  'EDI-0203': error('reference'),
  /** UNE without UNG. */
  'EDI-0204': error(),
  /** UNT 0074 is not the number of segments. */
  'EDI-0301': error('stated', 'counted'),
  /** UNT 0062 is not the reference of UNH. */
  'EDI-0302': error('opened', 'closed'),
  /** A message without UNT. */
  'EDI-0303': error('reference'),
  /** UNT without UNH. */
  'EDI-0304': error(),
  /** A message with more segments or bytes than the limit. */
  'EDI-0305': error('limit'),
  /** A message type that no reader knows. */
  'EDI-0306': error('type'),
  /** A message reference used twice in one interchange. */
  'EDI-0307': warning('reference'),
  /** A directory that the reader was not made for. */
  'EDI-0308': warning('directory'),
  /** A UNH that lacks its reference or type. */
  'EDI-0309': error('element'),
  /** An interchange without a message. */
  'EDI-0310': error(),
  /** A passenger or crew list whose BGM 1001 is no known document. */
  'EDI-0401': error('code'),
  /** A BGM 1004 that is no known function. */
  'EDI-0402': warning('code'),
  /** A segment that has no meaning where it stands. */
  'EDI-0403': warning('tag'),
  /** A qualifier that the reader does not know. */
  'EDI-0404': warning('tag', 'qualifier'),
  /** A date or time that does not exist or is not written in a known way. */
  'EDI-0405': error('text'),
  /** A segment that every message of the type must have is not there. */
  'EDI-0406': error('tag'),
  /** A person without a family name. */
  'EDI-0407': error(),
  /** A sex that is not F, M, X or U. */
  'EDI-0408': warning('code'),
  /** A state code that is not one to three letters. */
  'EDI-0409': warning('code'),
  /** A date of birth after the day of receipt. */
  'EDI-0410': error('date'),
  /** CNT differs from the people in the message; it counts the whole conveyance. */
  'EDI-0411': note('stated', 'counted'),
  /** A leg without a place of departure or of arrival. */
  'EDI-0412': error('conveyance'),
  /** A conveyance identifier that does not begin with its carrier. */
  'EDI-0413': note('conveyance', 'carrier'),
  /** Elements that the reader does not know in a segment that it does. */
  'EDI-0414': note('tag', 'text'),
  /** A number that is none. */
  'EDI-0415': warning('text'),
  /** A document that expired before the day of receipt. */
  'EDI-0416': warning('date'),
  /** A CUSRES whose BGM 1001 is no known document. */
  'EDI-0501': error('code'),
  /** An ERP that is neither header nor passenger level. */
  'EDI-0502': error('code'),
  /** A segment that the authority does not use in this group. */
  'EDI-0601': warning('profile', 'row', 'tag'),
  /** More of a segment than the authority allows in one group. */
  'EDI-0602': warning('profile', 'row', 'tag', 'most'),
  /** A segment that the authority requires in this group is not there. */
  'EDI-0603': warning('profile', 'row', 'tag'),
  /** A code that the authority does not accept. */
  'EDI-0604': warning('profile', 'row', 'tag', 'value'),
  /** A date that is not written as the authority wants it. */
  'EDI-0605': warning('profile', 'row', 'tag', 'value', 'format'),
  /** A CONTRL action (0083) that is not 4, 7 or 8. */
  'EDI-0701': error('code'),
});

export type EdifactCode = keyof typeof edifactFindings.specs;
