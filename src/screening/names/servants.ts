import table from '../../../data/screening/divine-names.json' with { type: 'json' };
import type { Draft } from './draft.ts';

const divine: ReadonlySet<string> = new Set(table.names);
const servant = /^ABD(?:[AEIOU]{1,2}[LRSTNZD]?)?$/;
const article = /^[AEOU](?:[LRSTNZD]|SH|DH)$/;
// The article ends in L, or in the sun letter that the name begins with.
const joined = /^ABD[AEIOU]{1,2}(?:L|([RSTNZD])(?=\1)|SH(?=SH)|DH(?=DH))(.{3,})$/;
const ofGod = /^ABD[AEIOU]{1,2}LL?[AE]H?$/;
const god = /^[AEUO]?LLAH?$/;
const faith = /(?<=...)[AEIOU]DD(?:I|EE|Y)NE?$/;
const dine = /^DI+NE?$|^DEEN$/;
const unjoined = /DIN$|^(?:BIN|BEN|IBN|ABU)$/;
const faithArticle = /^[AEOU][DL]$/;

/** One spelling of a compound with 'abd written as one word: ABDERRAHMANE is ABDULRAHMANE, ABDALLA is ABDULLAH. */
function spelt(text: string): string | undefined {
  if (ofGod.test(text)) return 'ABDULLAH';
  const name = joined.exec(text)?.[2];
  return name === undefined ? undefined : `ABDUL${name}`;
}

type Words = readonly [text: string, next: string, after: string];

interface Compound {
  /** How many words it takes. */
  readonly length: number;
  /** Its one spelling. */
  readonly text: string;
}

/** 'abd with the words after it. */
function servantIn(...[text, next, after]: Words): Compound | undefined {
  if (servant.test(text)) {
    if (god.test(next)) return { length: 2, text: 'ABDULLAH' };
    if (divine.has(next)) return { length: 2, text: `ABDUL${next}` };
    if (article.test(next) && divine.has(after)) return { length: 3, text: `ABDUL${after}` };
  }
  const one = spelt(text);
  return one === undefined ? undefined : { length: 1, text: one };
}

/** A word with ad-din (of the faith) after it or at its end. */
function faithIn(...[text, next, after]: Words): Compound | undefined {
  if (text.length > 2 && !unjoined.test(text)) {
    if (dine.test(next)) return { length: 2, text: `${text}UDDIN` };
    if (faithArticle.test(next) && dine.test(after)) return { length: 3, text: `${text}UDDIN` };
  }
  const spelt = text.replace(faith, 'UDDIN');
  return spelt === text ? undefined : { length: 1, text: spelt };
}

/** A cheap look ahead of the rules: most names hold no such word. */
const mayJoin = (text: string): boolean =>
  text.startsWith('ABD') || text.startsWith('DI') || text.startsWith('DEEN') || text.includes('DD');

/** Joins the first compound that is not in its one spelling yet; says whether there was one. */
function joinOne(drafts: Draft[]): boolean {
  for (const [at, first] of drafts.entries()) {
    const words: Words = [first.text, drafts[at + 1]?.text ?? '', drafts[at + 2]?.text ?? ''];
    const compound = servantIn(...words) ?? faithIn(...words);
    if (compound === undefined || compound.text === first.text) continue;
    const parts = drafts.splice(at + 1, compound.length - 1);
    first.text = compound.text;
    first.written = [first, ...parts].map(({ written }) => written).join(' ');
    delete first.others;
    return true;
  }
  return false;
}

/**
 * Arabic compounds that are one name but are written as one, two or three words: ABD AL-RAHMAN, ABDERRAHMAN and ABDUL RAHMAN
 * become ABDULRAHMAN; ABD ALLAH, ABDALLAH become ABDULLAH; NUR AL-DIN, NOUREDDINE become NURUDDIN, NOURUDDIN.
 */
export function joinServants(drafts: Draft[]): void {
  if (drafts.some(({ text }) => mayJoin(text))) while (joinOne(drafts));
}
