import table from '../../../data/screening/divine-names.json' with { type: 'json' };
import type { Draft } from './draft.ts';

const divine: ReadonlySet<string> = new Set(table.names);
/** What DIN (of the faith) and ALLAH become at the end of a name, by their spellings; the article may stand before them. */
const endings: ReadonlyMap<string, string> = new Map(Object.entries(table.endings));
const articles: ReadonlySet<string> = new Set(table.articles);
/** Words that stand apart from what follows. */
const apart: ReadonlySet<string> = new Set(table.apart);

// What may follow ABD in its word.
const servant = /^(?:[AEIOU]{1,2}[LRSTNZD]?)?$/;
const article = /^[AEOU](?:[LRSTNZD]|SH|DH)$/;
// The article ends in L, or in the sun letter that the name begins with.
const joined = /^[AEIOU]{1,2}(?:L|([RSTNZD])(?=\1)|SH(?=SH)|DH(?=DH))(.{3,})$/;
const ofGod = /^[AEIOU]{1,2}LL?[AE]H?$/;
const god = /^[AEUO]?LLAH?$/;
const faithful = /(?<=...)[AEIOU]DD(?:I|EE|Y)NE?$/;
const godly = /(?<=...)[AEO]LLAH$/;

/** A compound: how many words it takes, and its one spelling. */
type Compound = readonly [length: number, text: string];

/** 'abd with the words after it, or written as one word: ABDERRAHMANE is ABDULRAHMANE, ABDALLA is ABDULLAH. */
function servantIn(text: string, next: string, after: string): Compound | undefined {
  if (!text.startsWith('ABD')) return undefined;
  const rest = text.slice(3);
  if (servant.test(rest)) {
    if (god.test(next)) return [2, 'ABDULLAH'];
    if (divine.has(next)) return [2, `ABDUL${next}`];
    if (article.test(next) && divine.has(after)) return [3, `ABDUL${after}`];
  }
  if (ofGod.test(rest)) return [1, 'ABDULLAH'];
  const name = joined.exec(rest)?.[2];
  return name === undefined ? undefined : [1, `ABDUL${name}`];
}

/** A word with an ending after it or in it: NUR AL DIN and NOUREDDINE, SAIF ALLAH and NASRALLAH. */
function endingIn(text: string, next: string, after: string): Compound | undefined {
  if (text.length > 2 && !apart.has(text) && !text.endsWith('DIN') && !text.endsWith('LLAH')) {
    const ending = endings.get(next);
    if (ending !== undefined) return [2, text + ending];
    const beyond = endings.get(after);
    if (beyond !== undefined && articles.has(next)) return [3, text + beyond];
  }
  if (text.endsWith('LLAH')) return [1, text.replace(godly, 'ULLAH')];
  return text.includes('DD') ? [1, text.replace(faithful, 'UDDIN')] : undefined;
}

/** Joins the first compound that is not in its one spelling yet; says whether there was one. */
function joinOne(drafts: Draft[]): boolean {
  for (let at = 0; at < drafts.length; at += 1) {
    const first = drafts[at];
    if (first === undefined) continue;
    const next = drafts[at + 1]?.text ?? '';
    const after = drafts[at + 2]?.text ?? '';
    const compound = servantIn(first.text, next, after) ?? endingIn(first.text, next, after);
    if (compound === undefined || compound[1] === first.text) continue;
    const parts = drafts.splice(at + 1, compound[0] - 1);
    first.text = compound[1];
    first.written = [first, ...parts].map(({ written }) => written).join(' ');
    delete first.others;
    return true;
  }
  return false;
}

/**
 * Arabic compounds that are one name but are written as one, two or three words: ABD AL-RAHMAN, ABDERRAHMAN and ABDUL RAHMAN
 * become ABDULRAHMAN; ABD ALLAH, ABDALLAH become ABDULLAH; NUR AL-DIN, NOUREDDINE become NURUDDIN, NOURUDDIN; SAIF ALLAH
 * becomes SAIFULLAH.
 */
export function joinServants(drafts: Draft[]): void {
  while (joinOne(drafts));
}
