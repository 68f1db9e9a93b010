import type { Contrl, ContrlError, ContrlMessage, ContrlSegment } from './contrl.ts';
import { actionCodes } from './contrl.ts';
import type { SegmentWriter, WrittenElement } from './segment-writer.ts';
import { writeEnveloped } from './segment-writer.ts';

/** Writes a CONTRL D.3 with its envelope. */
export function writeContrl(contrl: Contrl): Uint8Array {
  const { directory, messageReference: reference } = contrl;
  const header = { reference, type: 'CONTRL', directory, agency: 'UN', associationCode: '' };
  return writeEnveloped(contrl.envelope, [{ header, body: (writer) => writeBody(writer, contrl) }]);
}

function writeBody(writer: SegmentWriter, contrl: Contrl): void {
  writer.segment(
    'UCI',
    contrl.reference,
    [contrl.sender, contrl.senderQualifier],
    [contrl.recipient, contrl.recipientQualifier],
    actionCodes[contrl.action],
    contrl.error,
    contrl.tag,
    placeOf(contrl),
  );
  const { group } = contrl;
  if (group !== undefined) {
    writer.segment('UCF', group.reference, group.sender, group.recipient, actionCodes[contrl.action]);
  }
  for (const message of contrl.messages) writeMessage(writer, message);
}

function writeMessage(writer: SegmentWriter, message: ContrlMessage): void {
  const { reference, type, directory, agency, associationCode } = message;
  const [version, release] = directory.split('.');
  const identifier = [type, version, release, agency, associationCode];
  writer.segment(
    'UCM',
    reference,
    identifier,
    actionCodes[message.action],
    message.error,
    message.tag,
    placeOf(message),
  );
  for (const segment of message.segments) writeSegment(writer, segment);
}

function writeSegment(writer: SegmentWriter, segment: ContrlSegment): void {
  writer.segment('UCS', String(segment.segment), segment.error);
  for (const error of segment.elements) writer.segment('UCD', error.error, placeOf(error));
}

/** S011: position 1 is the tag, so that element 1 has position 2. */
const placeOf = ({ element, component }: Partial<ContrlError>): WrittenElement =>
  element === undefined ? undefined : [String(element + 1), component === undefined ? undefined : String(component)];
