import { type Fold, foldOf, on, type RecordKind, type Texts, type View } from '#kernel';
import { type What, whats } from './bodies.ts';
import { type Fact, factSchemaOf } from './fact.ts';

const titles: Readonly<Record<What, Texts>> = {
  'self-reported': {
    en: 'A country said how it stands',
    fr: 'Un pays a dit où il en est',
    es: 'Un país dijo cómo va',
  },
  forecast: { en: 'Expected by another month', fr: 'Prévu pour un autre mois', es: 'Previsto para otro mes' },
  assessed: { en: 'Independent verdict', fr: 'Constat indépendant', es: 'Dictamen independiente' },
  evidenced: { en: 'Evidence added', fr: 'Preuve ajoutée', es: 'Prueba agregada' },
  proposed: { en: 'New month proposed', fr: 'Nouveau mois proposé', es: 'Nuevo mes propuesto' },
  approved: { en: 'Proposal approved', fr: 'Proposition approuvée', es: 'Propuesta aprobada' },
  refused: { en: 'Proposal refused', fr: 'Proposition refusée', es: 'Propuesta rechazada' },
  withdrawn: { en: 'Proposal withdrawn', fr: 'Proposition retirée', es: 'Propuesta retirada' },
  commented: { en: 'Comment', fr: 'Commentaire', es: 'Comentario' },
  targeted: { en: 'Tied to a measure', fr: 'Lié à une mesure', es: 'Vinculado a una medida' },
  adopted: { en: 'Commitment adopted', fr: 'Engagement adopté', es: 'Compromiso adoptado' },
  followed: { en: 'Followed by a person', fr: 'Suivi par une personne', es: 'Seguido por una persona' },
};

const kindOf = (what: What): RecordKind<Fact> => ({
  name: `plan.${what}`,
  title: titles[what],
  schema: factSchemaOf(what),
  retention: 'plan',
});

/** The kinds of entry of the register, one for each thing that may be said. */
export const factKinds: readonly RecordKind<Fact>[] = whats.map(kindOf);

/** The entry that records a fact. */
export const draftOf = (fact: Fact): { readonly kind: string; readonly data: Fact } => ({
  kind: `plan.${fact.what}`,
  data: fact,
});

/** What was said of one promise, in the order in which this node heard it. */
export interface Said {
  readonly milestone: string;
  readonly facts: readonly Fact[];
}

/** A fact that was heard before, as when a file is merged twice, changes nothing. */
function hear(said: Said | undefined, fact: Fact): Said {
  if (said === undefined) return { milestone: fact.milestone, facts: [fact] };
  if (said.milestone !== fact.milestone || said.facts.some(({ name }) => name === fact.name)) return said;
  return { ...said, facts: [...said.facts, fact] };
}

/** All that was said of one promise: its aggregate holds nothing else. */
export const saidFold: Fold<Said | undefined> = foldOf<Said | undefined>(
  undefined,
  factKinds.map((kind) => on<Said | undefined, Fact>(kind, hear)),
);

/** Every promise of which something was said here. Officials speak in their office: their names are part of what they say. */
export const planView: View<Said> = {
  name: 'plan.register',
  hears: (kind) => kind.startsWith('plan.'),
  fold: saidFold,
};

/** The natural key of the aggregate of a promise. */
export const keyOf = (milestone: string): string => `plan ${milestone}`;
