import type { PaxlstEnvelope } from '#formats/edifact';
import type { Instant } from '#kernel';
import { formatInstant } from '#kernel';

/** The media type of an interchange, in and out (RFC 1767). */
export const mediaType = 'application/edifact';

/** Date and time of preparation (S004) in UTC, `260701` and `1005`. */
function preparedAt(at: Instant): { readonly date: string; readonly time: string } {
  const text = formatInstant(at).replace(/[-:]/g, '');
  return { date: text.slice(2, 8), time: text.slice(9, 13) };
}

interface Parties {
  readonly sender: string;
  readonly senderQualifier?: string;
  readonly recipient: string;
  readonly recipientQualifier?: string;
}

/** Sender and recipient change places. */
function turned<Party extends Parties>(party: Party): Omit<Party, keyof Parties> & Parties {
  const { sender, senderQualifier, recipient, recipientQualifier, ...rest } = party;
  return {
    ...rest,
    sender: recipient,
    ...(recipientQualifier === undefined ? {} : { senderQualifier: recipientQualifier }),
    recipient: sender,
    ...(senderQualifier === undefined ? {} : { recipientQualifier: senderQualifier }),
  };
}

/** The envelope of a reply: the parties change places, the references stay, the time is now. */
export function returnEnvelope(lodged: PaxlstEnvelope, at: Instant): PaxlstEnvelope {
  const { group, authority: _authority, ...envelope } = lodged;
  const prepared = preparedAt(at);
  return {
    ...turned(envelope),
    prepared,
    interactive: false,
    ...(group === undefined ? {} : { group: { ...turned(group), type: 'CUSRES', prepared } }),
  };
}
