import type { Finding, Instant } from '#kernel';
import { formatInstant, hasError } from '#kernel';
import table from '../../../data/edifact/contrl.json' with { type: 'json' };
import { charsetOf } from './charset.ts';
import type { Contrl, ContrlError, ContrlMessage, ContrlSegment } from './contrl.ts';
import type { Envelope, GroupEnvelope, MessageHeader, Prepared } from './envelope.ts';
import { filled } from './filled.ts';

/** What a CONTRL reports on: an interchange as far as its UNB could be read, and its messages. */
export interface Reported {
  readonly envelope: Envelope | undefined;
  readonly findings: readonly Finding[];
  readonly messages: readonly { readonly header: MessageHeader; readonly findings: readonly Finding[] }[];
}

/** Messages and segments that one CONTRL names; a sender with more errors than these needs no longer list. */
const mostMessages = 999;
const mostSegments = 99;

const codes: Readonly<Record<string, string>> = table.codes;
const errorCode = (finding: Finding): string => codes[finding.code] ?? table.default;
const errorsOf = (findings: readonly Finding[]): readonly Finding[] =>
  findings.filter((finding) => finding.severity === 'error');

/** Stands for an interchange that could not even be told apart from other bytes. */
const unknownEnvelope: Envelope = {
  syntax: '',
  sender: '',
  recipient: '',
  controlReference: '',
  interactive: false,
  serviceCharacters: "UNA:+.? '",
};

const named = (party: string): string => (party === '' ? 'UNKNOWN' : party);
const referenceOf = (envelope: Envelope): string =>
  envelope.controlReference === '' ? '0' : envelope.controlReference;

/**
 * Makes the CONTRL on an interchange: rejected as a whole when one of its own findings is an error, else acknowledged
 * with each message rejected that has one. It goes back the way the interchange came, under its own reference.
 */
export function contrlOn(reported: Reported, at: Instant): Contrl {
  const envelope = reported.envelope ?? unknownEnvelope;
  const [first] = errorsOf(reported.findings);
  const messages = reported.messages.filter((message) => hasError(message.findings)).slice(0, mostMessages);
  const { group, senderQualifier, recipientQualifier } = envelope;
  return {
    directory: 'D.3',
    messageReference: '1',
    reference: referenceOf(envelope),
    sender: named(envelope.sender),
    recipient: named(envelope.recipient),
    ...filled({ senderQualifier, recipientQualifier }),
    action: first === undefined ? 'acknowledged' : 'rejected',
    ...(first === undefined ? {} : interchangeError(first)),
    ...filled({
      // UCF only leads to the messages that follow it.
      group: messages.length === 0 || group === undefined ? undefined : groupOf(group),
    }),
    messages: messages.map(messageReport),
    envelope: returned(envelope, at),
  };
}

const groupOf = ({ reference, sender, recipient }: GroupEnvelope) => ({ reference, sender, recipient });

function interchangeError(finding: Finding): Partial<Contrl> {
  const { tag } = finding.at ?? {};
  return { ...elementReport(finding), ...(tag !== undefined && /^UN[A-Z]$/.test(tag) ? { tag } : {}) };
}

function messageReport(message: Reported['messages'][number]): ContrlMessage {
  const { reference, type, directory, agency, associationCode } = message.header;
  const errors = errorsOf(message.findings);
  const whole = errors.find(isOfTheWhole);
  const tag = whole?.at?.tag;
  return {
    reference,
    type,
    directory,
    agency,
    associationCode,
    action: 'rejected',
    ...(whole === undefined ? {} : elementReport(whole)),
    ...(tag === undefined ? {} : { tag }),
    segments: segmentReports(errors.filter((finding) => !isOfTheWhole(finding))),
  };
}

/** A finding on UNH, UNT or on no segment at all is reported in UCM. */
function isOfTheWhole(finding: Finding): boolean {
  const { segment, tag } = finding.at ?? {};
  return segment === undefined || tag === undefined || tag === 'UNH' || tag === 'UNT';
}

function segmentReports(errors: readonly Finding[]): ContrlSegment[] {
  const bySegment = new Map<number, Finding[]>();
  for (const finding of errors) {
    const segment = finding.at?.segment ?? 0;
    const others = bySegment.get(segment);
    if (others !== undefined) others.push(finding);
    else if (bySegment.size < mostSegments) bySegment.set(segment, [finding]);
  }
  return [...bySegment]
    .sort(([left], [right]) => left - right)
    .map(([segment, findings]) => segmentReport(segment, findings));
}

function segmentReport(segment: number, findings: readonly Finding[]): ContrlSegment {
  const whole = findings.find((finding) => finding.at?.element === undefined);
  const elements = findings.filter((finding) => finding.at?.element !== undefined).map(elementReport);
  return { segment, ...(whole === undefined ? {} : { error: errorCode(whole) }), elements };
}

function elementReport(finding: Finding): ContrlError {
  const { element, component } = finding.at ?? {};
  return {
    error: errorCode(finding),
    ...(element === undefined ? {} : { element }),
    ...(component === undefined ? {} : { component }),
  };
}

/** The envelope of the reply: sender and recipient change places, the reference stays, the time is now. */
function returned(lodged: Envelope, at: Instant): Envelope {
  const { test, advised, segmentBreak, serviceCharacters, syntax } = lodged;
  const [identifier = ''] = syntax.split(':');
  return {
    syntax: charsetOf(identifier) === undefined ? 'UNOA:4' : syntax,
    sender: named(lodged.recipient),
    recipient: named(lodged.sender),
    ...filled({ senderQualifier: lodged.recipientQualifier, recipientQualifier: lodged.senderQualifier }),
    prepared: preparedAt(at),
    controlReference: referenceOf(lodged),
    interactive: false,
    serviceCharacters,
    ...filled({ test, advised, segmentBreak }),
  };
}

function preparedAt(at: Instant): Prepared {
  const digits = formatInstant(at).replace(/\D/g, '');
  return { date: digits.slice(2, 8), time: digits.slice(8, 12) };
}
