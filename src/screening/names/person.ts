import table from '../../../data/screening/name-words.json' with { type: 'json' };
import { detachArticle } from './attached.ts';
import type { Draft } from './draft.ts';
import { joinServants } from './servants.ts';

const leading: ReadonlySet<string> = new Set(table.honorifics.leading);
const trailing: ReadonlySet<string> = new Set(table.honorifics.trailing);
const honorifics: ReadonlySet<string> = new Set(table.honorifics.anywhere);
const particles: ReadonlySet<string> = new Set(table.particles);
const spellings: ReadonlyMap<string, string> = new Map(Object.entries(table.spellings));
const childOf: ReadonlySet<string> = new Set(table.childOf);
const childSuffixes: ReadonlySet<string> = new Set(table.childSuffixes);
const patronymic = new RegExp(`.(?:${table.patronymicEndings.join('|')})$`);
/** The article before a sun letter: AR-RASHID, ESH-SHARIF. */
const sunArticle = /^[AE](?:[RSTNZD]|SH)$/;

const isPlain = ({ role }: Draft): boolean => role === 'plain';
const isPlainOrInitial = ({ role }: Draft): boolean => role === 'plain' || role === 'initial';

/** Titles anywhere, titles before two words of a name or more (a PRINCE may be a given name), and what follows a name. */
function markHonorifics(drafts: readonly Draft[]): void {
  let before = true;
  for (const [at, draft] of drafts.entries()) {
    const isTitle =
      honorifics.has(draft.text) ||
      (before && at < drafts.length - 2 && leading.has(draft.text)) ||
      (at > 1 && at === drafts.length - 1 && trailing.has(draft.text));
    if (isTitle) draft.role = 'honorific';
    else before = false;
  }
}

/** The one spelling of a word if it is a particle before this next word. */
function particleBefore(text: string, next: string): string | undefined {
  const spelt = spellings.get(text) ?? text;
  if (particles.has(spelt)) return spelt;
  return sunArticle.test(text) && next.startsWith(text.slice(1)) ? 'AL' : undefined;
}

/** Small words before a name; the last word is never one, and BEN at the beginning is a given name. */
function markParticles(drafts: readonly Draft[]): void {
  for (let at = 0; at < drafts.length - 1; at += 1) {
    const draft = drafts[at];
    if (draft === undefined) continue;
    if (at === 0 && draft.text === 'BEN') continue;
    const particle = particleBefore(draft.text, drafts[at + 1]?.text ?? '');
    if (particle === undefined) continue;
    draft.text = particle;
    draft.role = 'particle';
  }
}

/** The name of the father after BIN, where a name of one's own stands before and one of the family after. */
function markFathers(drafts: readonly Draft[]): void {
  const lastPlain = drafts.findLastIndex(isPlain);
  for (let at = 2; at < lastPlain; at += 1) {
    const draft = drafts[at];
    if (draft !== undefined && isPlain(draft) && childOf.has(drafts[at - 1]?.text ?? '')) draft.role = 'patronymic';
  }
}

/** The name of the father before OGLU, with that word, where two others stand beside it. */
function markChildren(drafts: readonly Draft[]): void {
  const at = drafts.findIndex(({ text }) => childSuffixes.has(text));
  if (at < 1 || drafts.filter(isPlain).length < 4) return;
  for (const draft of drafts.slice(at - 1, at + 1)) draft.role = 'patronymic';
}

/**
 * A Slavic patronymic among three plain words or more. Family names end so too: of several the middle one is it, of the
 * first and the last the last (family, given, patronymic).
 */
function markPatronymic(drafts: readonly Draft[]): void {
  const plain = drafts.filter(isPlainOrInitial);
  if (plain.length < 3) return;
  const ending = plain.filter(({ text }) => text.length > 5 && patronymic.test(text));
  const middle = ending.find((draft) => draft !== plain[0] && draft !== plain.at(-1));
  const chosen = middle ?? ending.find((draft) => draft === plain.at(-1));
  if (chosen !== undefined) chosen.role = 'patronymic';
}

/** Gives the words of a person's name their roles. One word at least stays what a person is called by. */
export function markPerson(drafts: Draft[]): void {
  joinServants(drafts);
  detachArticle(drafts);
  markHonorifics(drafts);
  markParticles(drafts);
  markFathers(drafts);
  markChildren(drafts);
  markPatronymic(drafts);
  if (drafts.some(isPlain)) return;
  for (const draft of drafts) if (draft.text.length > 1) draft.role = 'plain';
}
