import {
  type CountryCode,
  countryCode,
  err,
  type Finding,
  invariant,
  type Language,
  ok,
  type Result,
  type SubjectList,
} from '#kernel';
import { tablesFrom } from './data-folder.ts';
import { loadDomains } from './domains/index.ts';
import { nodeFindings } from './findings.ts';
import type { Lodged, LodgedMessage } from './lodgement.ts';
import { createNetwork } from './network.ts';
import { loadSpeakers } from './speakers.ts';

/** What became of one subject of a message, as seen from the node that was asked. */
export interface AssessedLine {
  readonly message: string;
  /** What the domain calls a subject. */
  readonly about: string;
  readonly subject: string;
  /** The seat's own word; absent where the journey does not touch it. */
  readonly disposition?: string;
  readonly row?: string;
  readonly reasons: readonly { readonly code: string; readonly class: string; readonly text: string }[];
  readonly partners: readonly { country: string; disposition: string; reasonClass?: string; failRule?: string }[];
  readonly combined: string;
}

/** What goes back for one message, or for the whole file when it was refused. */
export interface ReplyLine {
  readonly message: string;
  readonly reply: string;
}

export interface AssessOptions {
  readonly seat: string;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** Lists of the seat, beside the ones that `lists` of every country bring. */
  readonly lists: readonly SubjectList[];
  readonly tables?: string;
  readonly lenient: boolean;
  readonly language: Language;
  readonly countries?: readonly string[];
  readonly onLine: (line: AssessedLine | ReplyLine) => void;
  readonly onFinding: (finding: Finding) => void;
}

const countriesOf = (names: readonly string[]): CountryCode[] =>
  names.map((name) => countryCode(name)).filter((code) => code !== undefined);

interface Telling {
  readonly say: (code: string) => string;
  readonly aboutOf: (domain: string) => string;
}

function tellMessage(message: LodgedMessage, { say, aboutOf }: Telling, onLine: AssessOptions['onLine']): void {
  for (const outcome of message.outcomes) {
    const reasons = (outcome.own?.reasons ?? []).map(({ code, class: kind }) => ({
      code,
      class: kind,
      text: say(code),
    }));
    const row = outcome.own?.reasons[0]?.row;
    onLine({
      message: message.reference,
      about: aboutOf(message.domain),
      subject: outcome.subject,
      ...(outcome.own === undefined ? {} : { disposition: outcome.own.disposition }),
      ...(row === undefined ? {} : { row }),
      reasons,
      partners: outcome.partners,
      combined: outcome.combined,
    });
  }
  if (message.reply !== undefined)
    onLine({ message: message.reference, reply: Buffer.from(message.reply.bytes).toString('latin1') });
}

function tell(lodged: Lodged, telling: Telling, options: AssessOptions): void {
  for (const finding of lodged.findings) options.onFinding(finding);
  for (const message of lodged.messages) {
    for (const finding of message.findings) options.onFinding(finding);
    tellMessage(message, telling, options.onLine);
  }
  const own = new Set(lodged.messages.flatMap((message) => (message.reply === undefined ? [] : [message.reply])));
  for (const reply of lodged.replies.filter((one) => !own.has(one))) {
    options.onLine({
      message: lodged.messages[0]?.reference ?? '',
      reply: Buffer.from(reply.bytes).toString('latin1'),
    });
  }
}

/** Does for some files what the nodes do for all: three nodes in memory, one seat, nothing kept. */
export async function assessFiles(options: AssessOptions): Promise<Result<void, readonly Finding[]>> {
  const domains = await loadDomains();
  const speakers = await loadSpeakers(domains);
  const seat = countryCode(options.seat);
  const countries = countriesOf(options.countries ?? ['US', 'CA', 'MX']);
  if (seat === undefined || !countries.includes(seat))
    return err([nodeFindings.find('NOD-0302', { name: options.seat })]);
  const made = await createNetwork({
    countries,
    domains,
    tables: tablesFrom(options.tables),
    reality: 'exercise assess',
    lists: (country) => (country === seat ? options.lists : []),
  });
  if (!made.ok) return made;
  const node = made.value.node(seat);
  const telling: Telling = {
    say: (code) => speakers.text(options.language, code),
    aboutOf: (name) => domains.find((domain) => domain.name === name)?.subject ?? 'subject',
  };
  for (const { name, bytes } of options.files) {
    const tolerance = options.lenient ? 'lenient' : 'strict';
    const lodged = await node.lodge({ bytes, mediaType: 'application/octet-stream', actor: { name }, tolerance });
    invariant(lodged.ok, 'a store in memory takes everything');
    tell(lodged.value, telling, options);
  }
  await made.value.close();
  return ok(undefined);
}
