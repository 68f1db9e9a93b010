import type { Instant, Language } from '#kernel';
import { type Pair, pairs } from '../pairs.ts';
import type { Register } from '../register/register.ts';
import { countsOf } from '../standing/counts.ts';
import { matrixOf } from '../standing/matrix.ts';
import { type Moment, monthOfMoment } from '../standing/moment.ts';
import { cells, type PairStanding } from '../standing/pair.ts';
import type { Standing } from '../standing/standing.ts';
import { html, type Markup } from './html.ts';
import type { SayIn } from './say.ts';
import { style } from './style.ts';

/** What the report is made of, and in whose language. */
export interface Sheet {
  readonly register: Register;
  readonly standings: readonly Standing[];
  readonly moment: Moment;
  readonly printedAt: Instant;
  /** Whose node counted; without one, the shipped register was read and nothing was counted. */
  readonly nation: string | undefined;
  readonly language: Language;
  readonly say: SayIn;
}

const locales: Readonly<Record<Language, string>> = { en: 'en-CA', fr: 'fr-CA', es: 'es-MX' };

/** A month in words: "June 2006", « juin 2006 », «junio de 2006». */
const monthText = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(locales[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    Date.parse(`${month}-01T00:00:00Z`),
  );

const nationText = (nation: string, language: Language): string =>
  new Intl.DisplayNames(locales[language], { type: 'region' }).of(nation) ?? nation;

const timeText = (at: Instant): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

const bound = ({ pairs: all }: Standing): readonly PairStanding[] =>
  all.filter(({ cell }) => cell !== 'not-applicable');

function numbersOf({ standings, register, say }: Sheet): Markup {
  const { milestones, done, late, contradicts, measured } = countsOf(standings);
  const lines = [
    say('plan.report.counts', { count: milestones, chapters: register.chapters.length }),
    say('plan.report.done', { count: done }),
    say('plan.report.late', { count: late }),
    say('plan.report.contradicts', { count: contradicts }),
    say('plan.report.measured', { count: measured }),
  ];
  return html`<div class="numbers">${lines.map((line) => html`<p>${line}</p>`)}</div>`;
}

function matrixTable({ standings, register, language, say }: Sheet): Markup {
  const matrix = matrixOf(standings);
  const cellOf = (code: string, pair: Pair): Markup => {
    const found = matrix.find((one) => one.chapter === code && one.pair === pair);
    const counted = cells.filter((cell) => (found?.counts[cell] ?? 0) > 0);
    const lines = counted.map(
      (cell) =>
        html`<div class="${cell === 'late' ? 'late' : ''}">${found?.counts[cell]} ${say(`plan.cell.${cell}`)}</div>`,
    );
    return html`<td>${lines}</td>`;
  };
  const rows = register.chapters.map(
    ({ code, title }) =>
      html`<tr><th scope="row">${title[language]}</th>${pairs.map((pair) => cellOf(code, pair))}</tr>`,
  );
  return html`<h2>${say('plan.report.matrix')}</h2><div class="wide"><table>
<thead><tr><th scope="col">${say('plan.report.chapter')}</th>${pairs.map((pair) => html`<th scope="col" class="pair">${pair}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

/** By when it was promised for a pair, and from when it was moved. */
function promisedText({ baseline, baselines }: PairStanding, { language, say }: Sheet): string {
  const { month, number } = baseline;
  const text = month === undefined ? '–' : monthText(month, language);
  const before = number === 0 ? undefined : baselines[0]?.month;
  return before === undefined ? text : `${text} (${say('plan.report.moved', { month: monthText(before, language) })})`;
}

/** One text for all pairs that the promise binds when they agree, else one for each. */
function perPair(standing: Standing, textOf: (pair: PairStanding) => string): Markup {
  const each = bound(standing).map((pair) => ({ pair: pair.pair, text: textOf(pair) }));
  const [first] = each;
  if (first !== undefined && each.every(({ text }) => text === first.text)) return html`${first.text}`;
  return html`${each.map(({ pair, text }) => html`<div>${pair}: ${text}</div>`)}`;
}

function expectedText({ expected }: PairStanding, { language }: Sheet): string {
  if (expected === undefined) return '–';
  const { from, to } = expected.span;
  return from === to ? monthText(to, language) : `${monthText(from, language)} – ${monthText(to, language)}`;
}

function pairCell(standing: PairStanding, { say }: Sheet): Markup {
  const { cell, account, assessed } = standing;
  const said = account === undefined ? say(`plan.cell.${cell}`) : say(`plan.state.${account.report.said.state}`);
  const shown = cell === 'not-applicable' ? say('plan.cell.not-applicable') : said;
  const seen =
    assessed === undefined
      ? undefined
      : html`<span class="notes">${say(`plan.verdict.${assessed.body.verdict}`)}</span>`;
  const look = cell === 'late' ? 'late' : cell === 'not-applicable' || cell === 'unknown' ? 'none' : '';
  return html`<td class="${look}">${shown}${seen}</td>`;
}

function notesOf({ flags, measured, blockedBy }: Standing, { say }: Sheet): string {
  const words = flags.map((flag) =>
    flag === 'blocked' ? `${say('plan.flag.blocked')} (${blockedBy.join(', ')})` : say(`plan.flag.${flag}`),
  );
  const judged = measured === undefined ? [] : [say(`plan.measured.${measured.verdict}`)];
  return [...judged, ...words].join(' · ');
}

function rowOf(standing: Standing, sheet: Sheet): Markup {
  const { key, title } = standing.commitment;
  return html`<tr><td class="key">${key}</td><th scope="row" class="title">${title[sheet.language]}<span class="notes">${notesOf(standing, sheet)}</span></th>
<td>${perPair(standing, (pair) => promisedText(pair, sheet))}</td><td>${perPair(standing, (pair) => expectedText(pair, sheet))}</td>
${standing.pairs.map((pair) => pairCell(pair, sheet))}</tr>`;
}

function chapterTable(code: string, sheet: Sheet): Markup {
  const { say } = sheet;
  const own = sheet.standings.filter(({ commitment }) => commitment.chapter === code);
  const words = ['milestone', 'promised', 'expected'].map((word) => say(`plan.report.${word}`));
  const heads = pairs.map((pair) => html`<th scope="col" class="pair">${pair}</th>`);
  return html`<div class="wide"><table>
<thead><tr><th scope="col" class="key"></th>${words.map((word) => html`<th scope="col">${word}</th>`)}${heads}</tr></thead>
<tbody>${own.map((standing) => rowOf(standing, sheet))}</tbody></table></div>`;
}

function goalOf(goal: number, title: string, sheet: Sheet): Markup {
  const { register, say, language } = sheet;
  const chapters = register.chapters.filter((chapter) => chapter.goal === goal);
  return html`<h2>${say('plan.report.goal', { goal })} · ${title}</h2>
${chapters.map((chapter) => html`<h3>${chapter.title[language]}</h3>${chapterTable(chapter.code, sheet)}`)}`;
}

/**
 * The leaders' report, as one page of HTML that needs nothing else: the numbers, the matrix of chapters and pairs, and
 * every promise with what was promised, what is expected, what is said and what is measured. Its tables are real tables.
 */
export function leadersReport(sheet: Sheet): string {
  const { register, language, moment, nation, printedAt, say } = sheet;
  const title = say('plan.report.title');
  const plan = register.plan.title[language];
  const times = { month: monthText(monthOfMoment(moment), language), at: timeText(printedAt) };
  const asOf =
    nation === undefined
      ? say('plan.report.asShipped', times)
      : say('plan.report.asOf', { ...times, country: nationText(nation, language) });
  const body = html`<main class="sheet"><h1>${title}</h1><p class="plan">${plan}</p><p class="asof">${asOf}</p>
${numbersOf(sheet)}<p class="basis">${say('plan.report.basis')}</p>${matrixTable(sheet)}
${register.plan.goals.map((goal) => goalOf(goal.goal, goal.title[language], sheet))}</main>`;
  const head = html`<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${plan}</title><style>${{ html: style }}</style>`;
  return html`<!doctype html><html lang="${locales[language]}"><head>${head}</head><body>${body}</body></html>`.html;
}
