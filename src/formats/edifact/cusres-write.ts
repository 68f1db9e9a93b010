import type { Cusres, CusresAnswer, CusresDocument, CusresLeg } from './cusres.ts';
import { writeMoment } from './dates.ts';
import type { MessageHeader } from './envelope.ts';
import { type SegmentWriter, writeEnveloped } from './segment-writer.ts';

const documents: Readonly<Record<CusresDocument, string>> = {
  answer: '962',
  unsolicited: '132',
  acknowledgement: '312',
};

/** Writes a CUSRES with its envelope, in the subset of D.05B that carriers and authorities use. */
export function writeCusres(cusres: Cusres): Uint8Array {
  return writeEnveloped(cusres.envelope, [
    {
      header: cusresHeader(cusres),
      body: (writer) => {
        writer.segment('BGM', documents[cusres.document]);
        if (cusres.transactionReference !== undefined) writer.segment('RFF', ['TN', cusres.transactionReference]);
        for (const leg of cusres.legs) writeLeg(writer, leg);
        for (const answer of cusres.answers) writeAnswer(writer, answer);
      },
    },
  ]);
}

function cusresHeader(cusres: Cusres): MessageHeader {
  const { messageReference, directory, associationCode, commonAccessReference, part } = cusres;
  return {
    reference: messageReference,
    type: 'CUSRES',
    directory,
    agency: 'UN',
    associationCode,
    ...(commonAccessReference === undefined ? {} : { commonAccessReference }),
    ...(part === undefined ? {} : { part }),
  };
}

function writeLeg(writer: SegmentWriter, leg: CusresLeg): void {
  writer.segment('RFF', ['AF', leg.conveyance]);
  if (leg.departureTime !== undefined) writer.segment('DTM', ['189', writeMoment(leg.departureTime), '201']);
  if (leg.arrivalTime !== undefined) writer.segment('DTM', ['232', writeMoment(leg.arrivalTime), '201']);
  if (leg.departureQualifier !== '') writer.segment('LOC', leg.departureQualifier, leg.departurePlace);
  if (leg.arrivalQualifier !== '') writer.segment('LOC', leg.arrivalQualifier, leg.arrivalPlace);
}

function writeAnswer(writer: SegmentWriter, answer: CusresAnswer): void {
  writer.segment('ERP', answer.level === 'header' ? '1' : '2');
  if (answer.locator !== undefined) writer.segment('RFF', ['AVF', answer.locator]);
  if (answer.passengerReference !== undefined) writer.segment('RFF', ['ABO', answer.passengerReference]);
  for (const code of answer.codes) writer.segment('ERC', code);
  if (answer.text !== undefined) writeText(writer, answer.text);
}

/** C108: at most five components of 512 characters (D.05B 4440); what goes beyond them goes on in the next FTX. */
function writeText(writer: SegmentWriter, text: string): void {
  const characters = Array.from(text);
  const parts: string[] = [];
  for (let at = 0; at < characters.length; at += 512) parts.push(characters.slice(at, at + 512).join(''));
  for (let at = 0; at < Math.max(1, parts.length); at += 5) {
    writer.segment('FTX', 'AAP', undefined, undefined, parts.slice(at, at + 5));
  }
}
