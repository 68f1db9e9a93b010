import { readJsonLines } from '#formats/lists';
import {
  type Candidate,
  hasError,
  type ListEntry,
  type PartialDate,
  type PlainDate,
  parsePlainDate,
  type Subject,
  type Terminal,
  type VerbRun,
} from '#kernel';
import { buildIndex, type ListIndex, rank } from '#screening';
import { evidenceLine, evidenceMember } from './evidence-line.ts';
import { readLists } from './read-lists.ts';
import { screenWords } from './screen-words.ts';

const pad = (part: number): string => String(part).padStart(2, '0');

/** The day of birth, where the query gives a day. */
function dayOf({ year, month, day }: PartialDate): PlainDate | undefined {
  if (month === undefined || day === undefined) return undefined;
  return parsePlainDate(`${year}-${pad(month)}-${pad(day)}`);
}

/** A query has the members of an entry of a list. */
function subjectOf({ entry, kind, names, sex, nationalities, documents, ...more }: ListEntry): Subject {
  const [born] = more.datesOfBirth;
  const [placeOfBirth] = more.placesOfBirth ?? [];
  const dateOfBirth = born === undefined ? undefined : dayOf(born);
  return {
    reference: entry,
    kind,
    names,
    nationalities,
    documents,
    ...(sex !== undefined && { sex }),
    ...(dateOfBirth !== undefined && { dateOfBirth }),
    ...(placeOfBirth !== undefined && { placeOfBirth }),
  };
}

const classes = { 'no-hit': 'none', adjudicate: 'adjudicate', strong: 'strong' } as const;

/** A candidate in the words of the command's contract. */
const candidateLine = (candidate: Candidate) => ({
  source: candidate.list,
  entryId: candidate.entry,
  matchedName: candidate.listedName,
  score: candidate.score,
  class: classes[candidate.class],
  evidence: candidate.evidence.map(evidenceMember),
});

function tell(subject: Subject, candidates: readonly Candidate[], { out, say }: Terminal): void {
  out(`${subject.reference}  ${say('lookouts.screen.candidates', { count: candidates.length })}`);
  for (const { list, entry, listedName, score, class: hitClass, evidence } of candidates) {
    out(`  ${say(`lookouts.class.${classes[hitClass]}`)}  ${score}  ${list} ${entry}  ${listedName}`);
    for (const one of evidence) if (one.contribution !== 0) out(`    ${evidenceLine(one, say)}`);
  }
}

function answer(index: ListIndex, top: number, terminal: Terminal): (query: ListEntry) => void {
  return (query) => {
    const subject = subjectOf(query);
    const since = terminal.now();
    const candidates = rank(index, subject, top);
    const ms = terminal.now() - since;
    if (!terminal.json) tell(subject, candidates, terminal);
    else terminal.out(JSON.stringify({ id: query.entry, candidates: candidates.map(candidateLine), ms }));
  };
}

/**
 * `tripoint screen --list FILE... --queries Q.jsonl [--top N]`: looks for each query on the lists and prints the entries
 * most like it, a line a query with --json. Exit 1 when a list or the queries have an error; what could be read is answered.
 */
export const run: VerbRun = async (args, terminal) => {
  const words = screenWords(args);
  if (words === undefined) return 2;
  const lists = await readLists(words.lists, terminal);
  const queries = readJsonLines(await terminal.readFile(words.queries));
  const findings = [...lists, queries].flatMap((reading) => reading.findings);
  const errors = findings.filter(({ severity }) => severity === 'error');
  for (const finding of errors) terminal.complain(finding);
  const index = buildIndex(lists.map(({ list }) => list));
  queries.list.entries.forEach(answer(index, words.top, terminal));
  return hasError(errors) ? 1 : 0;
};
