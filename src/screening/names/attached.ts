import table from '../../../data/screening/arabic-names.json' with { type: 'json' };
import { type Draft, spellingsOf } from './draft.ts';

const shortest = 4;
const names: ReadonlySet<string> = new Set(
  Object.values(table.names)
    .flatMap((ways) => ways.split('/'))
    .filter((name) => name.length >= shortest),
);

const legalForm = /^(?:[OCP]?JSC|OOO|[ZOP]AO|LLC)(?=.{5})|(?<=.{5})(?:GMBH|LTD|LLC|INC)$/;

function addSpelling(draft: Draft, text: string): void {
  draft.others = [...new Set([...spellingsOf(draft), text])].slice(1);
}

/** Gives a word that begins with the article its name without it as another spelling, if that is a known name: ALHASSAN, HASSAN. */
export function detachArticle(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const begins = draft.text.startsWith('AL') || draft.text.startsWith('EL');
    if (begins && names.has(draft.text.slice(2))) addSpelling(draft, draft.text.slice(2));
  }
}

/** Gives a word that a legal form was written together with the word alone as another spelling: JSCARGUMENT, ARGUMENT. */
export function detachLegalForm(drafts: readonly Draft[]): void {
  for (const draft of drafts) {
    const alone = draft.text.replace(legalForm, '');
    if (alone !== draft.text) addSpelling(draft, alone);
  }
}
