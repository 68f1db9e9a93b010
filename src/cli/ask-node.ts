import { lodgedSchema, problemSchema } from '#api';
import type { Finding, Language } from '#kernel';
import type { AssessedLine, AssessOptions, ReplyLine } from '#node';
import { cliFindings } from './findings.ts';
import { Refusal } from './refusal.ts';

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
  const token = process.env['TRIPOINT_TOKEN'];
  const refuse = (finding: Finding): never => {
    throw new Refusal([finding], 3);
  };
  const answer = await fetch(new URL('/api/lodgements', address), {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/octet-stream', accept: 'application/json' },
      ...{ 'accept-language': language, 'x-purpose': purpose },
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: new Uint8Array(bytes),
  }).catch((problem: unknown) => refuse(cliFindings.find('CLI-0201', { address, problem: causeOf(problem) })));
  const body: unknown = await answer.json().catch(() => undefined);
  const lodged = lodgedSchema.safeParse(body);
  if (lodged.success) return lodged.data;
  const problem = problemSchema.safeParse(body);
  const { code, title } = problem.success ? problem.data : { code: String(answer.status), title: answer.statusText };
  return refuse(cliFindings.find('CLI-0202', { address, code, problem: title }));
}

/** What stands behind `fetch failed`. */
function causeOf(problem: unknown): string {
  if (!(problem instanceof Error)) return String(problem);
  const { cause } = problem;
  if (!(cause instanceof Error)) return problem.message;
  return 'code' in cause ? String(cause.code) : cause.message;
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
