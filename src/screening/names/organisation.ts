import table from '../../../data/screening/legal-forms.json' with { type: 'json' };
import { detachLegalForm } from './attached.ts';
import { type Draft, draftOf } from './draft.ts';

interface Phrase {
  readonly words: readonly string[];
  readonly form: string;
}

/** Joins letters that stand alone one after the other: S.A. is SA, A B C TRADING is ABC TRADING. */
export function joinLetters(drafts: Draft[]): void {
  for (let at = 0; at < drafts.length; at += 1) {
    let end = at;
    while (drafts[end]?.text.length === 1) end += 1;
    if (end < at + 2) continue;
    const letters = drafts.slice(at, end);
    const text = letters.map((letter) => letter.text).join('');
    drafts.splice(at, end - at, draftOf(text, letters.map(({ written }) => written).join('.')));
  }
}

/** Per first word the phrases that begin with it, the longest first. */
const phrases = new Map<string, Phrase[]>();
for (const [form, ways] of Object.entries(table.forms)) {
  for (const way of ways) {
    const drafts = way.split(' ').map((word) => draftOf(word, word));
    joinLetters(drafts);
    const words = drafts.map(({ text }) => text);
    const [first] = words;
    if (first === undefined) continue;
    const those = phrases.get(first) ?? [];
    those.push({ words, form });
    phrases.set(first, those);
  }
}
for (const those of phrases.values()) those.sort((a, b) => b.words.length - a.words.length);

function formAt(drafts: readonly Draft[], at: number): Phrase | undefined {
  return phrases
    .get(drafts[at]?.text ?? '')
    ?.find(({ words }) => words.every((word, beyond) => drafts[at + beyond]?.text === word));
}

/** Replaces each legal form by its short form; says whether that changed a word. */
function shorten(drafts: Draft[]): boolean {
  let changed = false;
  for (let at = 0; at < drafts.length; at += 1) {
    const found = formAt(drafts, at);
    if (found === undefined) continue;
    const parts = drafts.splice(at, found.words.length);
    const written = parts.map((part) => part.written).join(' ');
    const tokens = found.form.split(' ').map((text): Draft => ({ text, written, role: 'legal-form' }));
    drafts.splice(at, 0, ...tokens);
    changed ||= tokens.map(({ text }) => text).join(' ') !== found.words.join(' ');
    at += tokens.length - 1;
  }
  return changed;
}

/**
 * Gives the words of an organisation's name their roles: a legal form becomes its short form, whose tokens have the role
 * `legal-form`; so does one that stands of short forms. A name that is nothing else keeps its words plain.
 */
export function markOrganisation(drafts: Draft[]): void {
  joinLetters(drafts);
  while (shorten(drafts));
  detachLegalForm(drafts);
  if (drafts.every(({ role }) => role === 'legal-form')) for (const draft of drafts) draft.role = 'plain';
}
