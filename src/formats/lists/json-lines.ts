import { encodeUtf8, type ListEntry, type PartialDate, type Position, type SubjectList } from '#kernel';
import { EntryReader } from './entry.ts';
import { eachLine, parse } from './lines.ts';
import { isMembers, textIn } from './members.ts';
import { Gathering, type ListLabel, type ListReading } from './reading.ts';

function labelOf(members: Readonly<Record<string, unknown>>): ListLabel {
  const name = textIn(members['list']);
  const version = textIn(members['version']);
  const purpose = textIn(members['purpose']);
  return {
    ...(name === undefined ? {} : { name }),
    ...(version === undefined ? {} : { version }),
    ...(purpose === undefined ? {} : { purpose }),
  };
}

/** What a list is called when neither it nor its reader says so. */
export const ownLabel = { name: 'own', version: 'undated', purpose: 'lookout' } as const;

/**
 * Reads a list of ours: one JSON object a line, an entry each; the first line may be `{ "list", "version", "purpose" }`.
 * A line that is no JSON is LST-0109, a member that is wrong LST-0111; both leave the line out. `segment` is the line.
 */
export function readJsonLines(bytes: Uint8Array, label: ListLabel = {}): ListReading {
  const into = new Gathering();
  let own: ListLabel = {};
  eachLine(bytes, (line, segment) => {
    const json = parse(line);
    if (segment === 1 && isMembers(json) && json['list'] !== undefined) own = labelOf(json);
    else takeLine(json, { segment }, into);
  });
  return into.reading({ ...ownLabel, ...own, ...label });
}

function takeLine(json: unknown, at: Position, into: Gathering): void {
  if (json === undefined) {
    into.complain('LST-0109', {}, at);
    return;
  }
  const entry = new EntryReader(into, at).read(json);
  if (entry !== undefined) into.keep(entry, at);
}

/** A list in one JSON document: `{ "name", "version", "purpose", "entries": [...] }`. Positions are paths. */
export function readListDocument(json: unknown): ListReading {
  const into = new Gathering();
  const members = isMembers(json) ? json : {};
  const entries = Array.isArray(members['entries']) ? members['entries'] : [];
  entries.forEach((one, index) => {
    const at = { path: `entries[${index + 1}]` };
    const entry = new EntryReader(into, at).read(one);
    if (entry !== undefined) into.keep(entry, at);
  });
  return into.reading({ ...ownLabel, ...labelOf({ ...members, list: members['name'] }) });
}

const pad = (part: number): string => String(part).padStart(2, '0');

/** A partial date as our own forms write it; `readIsoDate` reads it back. */
export function isoDate({ year, month, day, untilYear }: PartialDate): string {
  if (untilYear !== undefined) return `${year}/${untilYear}`;
  return [String(year), ...[month, day].filter((part) => part !== undefined).map(pad)].join('-');
}

/** One entry as a line of our own form holds it: partial dates are texts. `EntryReader` reads it back. */
export const entryLine = (entry: ListEntry) => ({ ...entry, datesOfBirth: entry.datesOfBirth.map(isoDate) });

/** Writes a list as JSON lines; `readJsonLines` reads the same list back. */
export function writeJsonLines({ name, version, purpose, entries }: SubjectList): Uint8Array {
  const head = { list: name, version, purpose };
  return encodeUtf8([head, ...entries.map(entryLine)].map((line) => `${JSON.stringify(line)}\n`).join(''));
}
