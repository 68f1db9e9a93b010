import { lodgedSchema } from '#api';
import type { Language } from '#kernel';
import type { AssessedLine, AssessOptions, ReplyLine } from '#node';
import { parsed, refusedBy, requestNode } from './request-node.ts';

interface Asked extends Pick<AssessOptions, 'files' | 'onLine' | 'onFinding'> {
  readonly address: string;
  readonly language: Language;
  /** Why the caller wants to know more than the combined word; what he may know, the node decides. */
  readonly purpose: string;
}

type LodgedDocument = ReturnType<typeof lodgedSchema.parse>;

/** Lodges files at a running node through HTTP, never into its store. Refused with code 3 when the node refuses the caller. */
export async function askNode({ files, onLine, onFinding, ...how }: Asked): Promise<void> {
  for (const { bytes } of files) {
    const told = await lodge(how, bytes);
    for (const finding of [...told.findings, ...told.messages.flatMap((message) => message.findings)]) {
      const { text: _text, at, ...rest } = finding;
      onFinding(at === undefined ? rest : { ...rest, at });
    }
    tell(told, onLine);
  }
}

async function lodge(
  { address, language, purpose }: Omit<Asked, 'files' | 'onLine' | 'onFinding'>,
  bytes: Uint8Array,
): Promise<LodgedDocument> {
  const answer = await requestNode({ address, path: '/lodgements', body: bytes }, language, { 'x-purpose': purpose });
  const lodged = lodgedSchema.safeParse(parsed(answer));
  if (lodged.success) return lodged.data;
  throw refusedBy(address, answer);
}

function tell(told: LodgedDocument, onLine: (line: AssessedLine | ReplyLine) => void): void {
  for (const { reference, about = 'subject', outcomes } of told.messages) {
    for (const { reasons = [], partners = [], ...outcome } of outcomes) {
      onLine({ message: reference, about, reasons, partners, ...outcome });
    }
  }
  for (const [at, reply] of told.replies.entries()) {
    onLine({ message: told.messages[at]?.reference ?? '', reply: replyText(reply) });
  }
}

const replyText = ({ text, base64 = '' }: LodgedDocument['replies'][number]): string =>
  text ?? Buffer.from(base64, 'base64').toString('latin1');
