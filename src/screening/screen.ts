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

/** What is found of one subject in one segment, by place: per entry the name evidence that speaks most for it, if a name did. */
type Finds = Map<number, { readonly listed: Listed; readonly names?: readonly Evidence[] }>;

function findByNames(segment: Segment, subject: Subject, finds: Finds): void {
  for (const asked of subject.names) {
    for (const { place, listed, name } of segment.findNames(wordsOf(wholeOf(asked)))) {
      if (listed.entry.kind !== subject.kind) continue;
      const names = nameEvidence(asked, name);
      const best = finds.get(place)?.names;
      if (best === undefined || sum(names) > sum(best)) finds.set(place, { listed, names });
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

/** Entries that a name or a document number leads to. A date of birth leads to none, so that it never raises a hit alone. */
function findIn(segment: Segment, subject: Subject): Finds {
  const finds: Finds = new Map();
  findByNames(segment, subject, finds);
  for (const { number } of subject.documents) {
    for (const { place, listed } of segment.findDocument(normaliseNumber(number))) {
      if (!finds.has(place) && sharesDocument(subject, listed.entry)) finds.set(place, { listed });
    }
  }
  return finds;
}

function screenOne(index: ListIndex, subject: Subject): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (const { segment, withdrawn } of index.layers) {
    for (const [place, { listed, names }] of findIn(segment, subject)) {
      if (!withdrawn.has(place)) candidates.push(candidateOf(subject, listed, names));
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
