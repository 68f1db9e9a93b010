import type { Evidence, Subject } from '#kernel';
import type { ReadName } from '../names/name.ts';
import type { NameComparer, Piece } from './compare.ts';
import type { Line, LineKind } from './line.ts';

type Relation = Evidence['relation'];

const relations: Readonly<Record<LineKind, Relation>> = {
  same: 'same',
  spelling: 'spelling',
  sound: 'spelling',
  nickname: 'short-form',
  'short-form': 'short-form',
  cut: 'short-form',
  initial: 'short-form',
  joined: 'spelling',
  differs: 'differs',
  'number-differs': 'differs',
  'form-differs': 'differs',
  'only-left': 'only-subject',
  'only-right': 'only-listed',
};

/** What a line is called where its kind says more than its role does. */
const kindFeatures: Readonly<Partial<Record<LineKind, string>>> = {
  sound: 'name-sound',
  nickname: 'nickname',
  joined: 'joined-words',
};
const roleFeatures: Readonly<Record<Line['role'], string>> = {
  plain: 'name-word',
  initial: 'initial',
  patronymic: 'second-name',
  light: 'name-particle',
  number: 'number',
};

/** The words as they were written, which is what an officer can find on the paper. */
const written = (name: ReadName, from: number, count: number): string =>
  name.tokens
    .slice(from, from + count)
    .map((token) => token.written)
    .join(' ');

function lineEvidence({ line, left, right }: Piece & { readonly line: Line }, contribution: number): Evidence {
  return {
    feature: kindFeatures[line.kind] ?? roleFeatures[line.role],
    relation: relations[line.kind],
    ...(line.leftWords > 0 && { subject: written(left, line.left, line.leftWords) }),
    ...(line.rightWords > 0 && { listed: written(right, line.right, line.rightWords) }),
    contribution,
  };
}

const turned: Readonly<Partial<Record<Relation, Relation>>> = {
  'only-subject': 'only-listed',
  'only-listed': 'only-subject',
};

/** The evidence read from the other side. */
function turn({ subject, listed, relation, ...evidence }: Evidence): Evidence {
  return {
    ...evidence,
    relation: turned[relation] ?? relation,
    ...(listed !== undefined && { subject: listed }),
    ...(subject !== undefined && { listed: subject }),
  };
}

/** What is said of the whole of both names. */
const wholes = {
  start: { feature: 'name-start', relation: 'absent' },
  letters: { feature: 'name-letters', relation: 'spelling' },
  order: { feature: 'name-order', relation: 'differs' },
} as const;

/**
 * The pieces of a comparison of names as evidence, in the order of the words of the one asked about; their contributions
 * are those that the score was summed from. What adds nothing to the whole is left out.
 */
export function explainNames(
  comparer: NameComparer,
  [asked, listed]: readonly [ReadName, ReadName],
  kind: Subject['kind'],
): readonly Evidence[] {
  const told: { readonly evidence: Evidence; readonly at: number }[] = [];
  comparer.tell([asked, listed], kind, (piece, contribution) => {
    const { line, swapped } = piece;
    if (line === undefined) {
      if (piece.whole !== 'start' && contribution === 0) return;
      const at = piece.whole === 'start' ? -1 : asked.tokens.length + listed.tokens.length;
      told.push({ evidence: { ...wholes[piece.whole], contribution }, at });
      return;
    }
    const evidence = lineEvidence({ ...piece, line }, contribution);
    const [own, ownWords, other] = swapped
      ? [line.right, line.rightWords, line.left]
      : [line.left, line.leftWords, line.right];
    told.push({ evidence: swapped ? turn(evidence) : evidence, at: ownWords > 0 ? own : asked.tokens.length + other });
  });
  return told.sort((a, b) => a.at - b.at).map(({ evidence }) => evidence);
}
