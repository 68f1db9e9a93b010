import type { Envelope } from './envelope.ts';

/**
 * CONTRL, the syntax and service report (UN/EDIFACT CONTRL D.3): what became of an interchange and its messages, with
 * the error codes of code list 0085 and the place of each error.
 */
export type ContrlAction = 'rejected' | 'acknowledged' | 'received';

/** Where and what: 0085 with its element and component, both counted from 1 without the tag; on the wire 0098 counts the tag. */
export interface ContrlError {
  readonly error: string;
  readonly element?: number;
  readonly component?: number;
}

/** UCS with its UCDs. */
export interface ContrlSegment {
  /** 0096, from 1 at the UNH. */
  readonly segment: number;
  /** 0085 of the segment as a whole. */
  readonly error?: string;
  readonly elements: readonly ContrlError[];
}

/** UCM. */
export interface ContrlMessage {
  readonly reference: string;
  readonly type: string;
  readonly directory: string;
  readonly agency: string;
  readonly associationCode: string;
  readonly action: ContrlAction;
  readonly error?: string;
  /** The service segment in error, UNH or UNT, and the place in it. */
  readonly tag?: string;
  readonly element?: number;
  readonly component?: number;
  readonly segments: readonly ContrlSegment[];
}

/** UCI, and UCF where the messages stood in a group. */
export interface Contrl {
  readonly directory: string;
  readonly messageReference: string;
  readonly reference: string;
  readonly sender: string;
  readonly senderQualifier?: string;
  readonly recipient: string;
  readonly recipientQualifier?: string;
  readonly action: ContrlAction;
  readonly error?: string;
  readonly tag?: string;
  readonly element?: number;
  readonly component?: number;
  readonly group?: { readonly reference: string; readonly sender: string; readonly recipient: string };
  readonly messages: readonly ContrlMessage[];
  readonly envelope: Envelope;
}

/** Code list 0083. */
export const actionCodes: Readonly<Record<ContrlAction, string>> = { rejected: '4', acknowledged: '7', received: '8' };

/** The action of each code; undefined for a code that is none. */
export const actions: ReadonlyMap<string, ContrlAction> = new Map([
  ['4', 'rejected'],
  ['7', 'acknowledged'],
  ['8', 'received'],
]);
