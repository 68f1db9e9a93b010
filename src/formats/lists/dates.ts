import { monthLength, type PartialDate } from '#kernel';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A partial date whose parts exist in the calendar; undefined otherwise. */
function partialDate(year: number, month?: number, day?: number): PartialDate | undefined {
  if (year < 1000) return undefined;
  if (month === undefined) return { year };
  const length = monthLength(year, month);
  if (length === 0) return undefined;
  if (day === undefined) return { year, month };
  return day >= 1 && day <= length ? { year, month, day } : undefined;
}

/** "Circa": one year either side. */
export const about = (year: number): PartialDate => ({ year: year - 1, untilYear: year + 1 });

const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

/** `1951-06-19`, `1951-06`, `1951`, or the span of years `1951/1953`; undefined when it is none of them. */
export function readIsoDate(text: string): PartialDate | undefined {
  const span = /^(\d{4})\/(\d{4})$/.exec(text);
  if (span !== null) return spanOf(Number(span[1]), Number(span[2]));
  const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  return parts === null ? undefined : partialDate(Number(parts[1]), number(parts[2]), number(parts[3]));
}

const spanOf = (year: number, untilYear: number): PartialDate | undefined =>
  year <= untilYear ? { year, untilYear } : undefined;

/** `19 Jun 1951`, `Jun 1951`, `1951`. */
function readEnglishDate(text: string): PartialDate | undefined {
  const parts = /^(?:(?:(\d{1,2}) )?([A-Z][a-z]{2}) )?(\d{4})$/.exec(text);
  if (parts === null) return undefined;
  const month = parts[2] === undefined ? undefined : months.indexOf(parts[2]) + 1;
  return partialDate(Number(parts[3]), month, number(parts[1]));
}

/**
 * A date as OFAC prints it: `19 Jun 1951`, `Jun 1951`, `1951`, with `circa` before it, or two of them with `to` (also
 * `circa 1961-1965`) between. A span keeps its years; `circa` is one year either side.
 */
export function readOfacDate(text: string): PartialDate | undefined {
  const circa = text.startsWith('circa ');
  const [from, to] = text.replace(/^circa /, '').split(/ to |-/);
  const first = readEnglishDate(from ?? '');
  if (first === undefined) return undefined;
  if (to === undefined) return circa ? about(first.year) : first;
  const last = readEnglishDate(to);
  return last === undefined ? undefined : spanOf(first.year, last.year);
}
