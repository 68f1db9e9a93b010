import type { LogFields } from '#api';

/** What a line may say, and nothing else: a field that is not named here is masked, however harmless it looks. */
const open: ReadonlySet<string> = new Set([
  'address',
  'aggregates',
  'attempt',
  'bytes',
  'cause',
  'code',
  'command',
  'count',
  'country',
  'domain',
  'entries',
  'host',
  'job',
  'kind',
  'level',
  'lodgement',
  'messages',
  'method',
  'ms',
  'error',
  'node',
  'part',
  'path',
  'pid',
  'port',
  'position',
  'progress',
  'reality',
  'reference',
  'role',
  'route',
  'seconds',
  'size',
  'stack',
  'state',
  'status',
  'table',
  'version',
]);

const masked = '[masked]';

/** Credentials by their look, wherever they stand: our own tokens, JSON web tokens, bearer headers. */
const credentials = /\btpt_[A-Za-z0-9_-]+|\beyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]*)*|\bBearer\s+\S+/gi;
/** A machine-readable zone, or an EDIFACT name or document segment, that slipped into a text. */
const personal = /[A-Z0-9<]*<<[A-Z0-9<]*|\b(?:NAD|DOC|DTM\+329)\+[^'\s]*/g;

const longest = 1024;

const maskText = (text: string): string =>
  text.slice(0, longest).replace(credentials, masked).replace(personal, masked);

/** Masks the fields of a log line. */
export function maskFields(fields: LogFields): LogFields {
  const safe: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (!open.has(name)) safe[name] = masked;
    else safe[name] = typeof value === 'string' ? maskText(value) : value;
  }
  return safe;
}
