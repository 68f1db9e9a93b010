import type { Finding } from '#kernel';
import type { AssessedLine, AssessOptions, ReplyLine } from '#node';
import { cliFindings } from './findings.ts';
import type { ExitCode } from './own-verb.ts';

interface Asked extends Pick<AssessOptions, 'files' | 'onLine' | 'onFinding'> {
  readonly address: string;
}

/** What the API tells of a lodgement, as far as the command shows it. */
interface Told {
  readonly findings: readonly Finding[];
  readonly replies: readonly { readonly text?: string }[];
  readonly messages: readonly {
    readonly reference: string;
    readonly findings: readonly Finding[];
    readonly outcomes: readonly { readonly subject: string; readonly combined: string }[];
  }[];
}

/** Lodges files at a running node through HTTP, never into its store. Exit code 3 when the node refuses the caller. */
export async function askNode({ address, files, onLine, onFinding }: Asked): Promise<ExitCode> {
  let code: ExitCode = 0;
  const token = process.env['TRIPOINT_TOKEN'];
  for (const { bytes } of files) {
    const headers = { 'content-type': 'application/octet-stream', accept: 'application/json' };
    const asked = fetch(new URL('/api/lodgements', address), {
      method: 'POST',
      headers: token === undefined ? headers : { ...headers, authorization: `Bearer ${token}` },
      body: new Uint8Array(bytes),
    });
    const answer = await asked.catch((problem: { message: string }) => problem.message);
    if (typeof answer === 'string') {
      onFinding(cliFindings.find('CLI-0201', { address, problem: answer }));
      return 3;
    }
    const body = (await answer.json()) as Told | { readonly code: string; readonly title: string };
    if (!('messages' in body)) {
      onFinding(cliFindings.find('CLI-0202', { address, code: body.code, problem: body.title }));
      return 3;
    }
    const findings = [...body.findings, ...body.messages.flatMap((message) => message.findings)];
    for (const finding of findings) onFinding(finding);
    if (findings.some((finding) => finding.severity === 'error')) code = 1;
    tell(body, onLine);
  }
  return code;
}

/** Through the API a carrier sees the combined word only; what each country said stays with the officers. */
function tell(told: Told, onLine: (line: AssessedLine | ReplyLine) => void): void {
  for (const { reference, outcomes } of told.messages) {
    for (const { subject, combined } of outcomes) {
      onLine({ message: reference, traveller: subject, reasons: [], partners: [], combined });
    }
  }
  for (const [at, { text }] of told.replies.entries()) {
    onLine({ message: told.messages[at]?.reference ?? '', reply: text ?? '' });
  }
}
