import type { Candidate, Evidence, HitClass, Subject } from '#kernel';
import {
  dateOfBirthEvidence,
  documentEvidence,
  nameEvidence,
  nationalityEvidence,
  noNameEvidence,
  sexEvidence,
  sharesDocument,
} from './evidence.ts';
import type { ListIndex } from './index-of-lists.ts';
import { normaliseNumber, wordsOf } from './normalise.ts';
import { type Listed, type Segment, wholeOf } from './segment.ts';
import { thresholds } from './weights.ts';

const sum = (evidence: readonly Evidence[]): number =>
  evidence.reduce((total, { contribution }) => total + contribution, 0);

/** The class of a score. */
function classOf(score: number): HitClass {
  if (score >= thresholds.strong) return 'strong';
  return score >= thresholds.adjudicate ? 'adjudicate' : 'no-hit';
}

/** What is found of one subject in one segment: per entry the name evidence that speaks most for it, if a name did. */
type Found = Map<number, readonly Evidence[] | undefined>;

function findByNames(segment: Segment, subject: Subject, found: Found): void {
  for (const name of subject.names) {
    for (const { place, at } of segment.findNames(wordsOf(wholeOf(name)))) {
      const { entry } = segment.listed[place] ?? {};
      const listed = entry?.names[at];
      if (listed === undefined || entry?.kind !== subject.kind) continue;
      const evidence = nameEvidence(name, listed);
      const best = found.get(place);
      if (best === undefined || sum(evidence) > sum(best)) found.set(place, evidence);
    }
  }
}

function candidateOf(
  subject: Subject,
  { entry, ...listed }: Listed,
  names: readonly Evidence[] | undefined,
): Candidate {
  const evidence = [
    ...(names ?? [noNameEvidence(subject.names[0], entry)]),
    documentEvidence(subject, entry),
    dateOfBirthEvidence(subject, entry),
    sexEvidence(subject, entry),
    nationalityEvidence(subject, entry),
  ];
  const score = sum(evidence);
  const [name] = entry.names;
  return {
    list: listed.list,
    listVersion: listed.version,
    entry: entry.entry,
    purpose: listed.purpose,
    listedName: name === undefined ? '' : wholeOf(name).trim(),
    class: classOf(score),
    score,
    evidence,
  };
}

/** Places whose entry a name or a document number leads to. A date of birth leads to none, so that it never raises a hit alone. */
function findIn(segment: Segment, subject: Subject): Found {
  const found: Found = new Map();
  findByNames(segment, subject, found);
  for (const { number } of subject.documents) {
    for (const place of segment.findDocument(normaliseNumber(number))) {
      const { entry } = segment.listed[place] ?? {};
      if (entry !== undefined && !found.has(place) && sharesDocument(subject, entry)) found.set(place, undefined);
    }
  }
  return found;
}

function screenOne(index: ListIndex, subject: Subject): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const { segment, withdrawn } of index.layers) {
    for (const [place, names] of findIn(segment, subject)) {
      const listed = segment.listed[place];
      if (listed !== undefined && !withdrawn.has(place)) candidates.push(candidateOf(subject, listed, names));
    }
  }
  return candidates.sort(byScore);
}

const byScore = (a: Candidate, b: Candidate): number =>
  b.score - a.score || (`${a.list} ${a.entry}` < `${b.list} ${b.entry}` ? -1 : 1);

/**
 * Looks for each subject on the lists: per subject, in the order given, its candidates with the highest score first.
 * Candidates of class `no-hit` are among them, so that it can be read why someone of the same name was left alone.
 */
export const screen = (index: ListIndex, subjects: readonly Subject[]): readonly (readonly Candidate[])[] =>
  subjects.map((subject) => screenOne(index, subject));
