import type { Finding, Parameters, PlainDate } from '#kernel';
import national from '../../../data/mrz/national.json' with { type: 'json' };
import { checkDigit, isZoneCharacter } from './check-digit.ts';
import { type CenturyRule, readMrzDate } from './dates.ts';
import type { MrzDate, MrzFields } from './fields.ts';
import type { MrzCode } from './findings.ts';
import { mrzFindings } from './findings.ts';
import { type Layout, layoutOf, type Place } from './layout.ts';

/** What was read of a zone: its fields, unless its size is none, and all that is wrong with it. */
export interface MrzReading {
  readonly fields?: MrzFields;
  readonly findings: readonly Finding[];
}

/**
 * Reads a machine-readable zone of any size (ICAO 9303 parts 3 to 7) and checks every check digit. Lines are separated by
 * line breaks or run together. A two-digit year of birth is the latest that is not after `receivedOn`; one of expiry the
 * latest at most 50 years after it. The fields are given even where findings are errors, for a person to compare.
 */
export function readMrz(text: string, receivedOn: PlainDate): MrzReading {
  const zone = new Zone(receivedOn);
  const lines = zone.take(text);
  if (lines.length === 0) return zone.without('MRZ-0101', {});
  const layout = layoutOf(lines);
  if (layout === undefined) {
    const widths = lines.map((line) => line.length).join(', ');
    return zone.without('MRZ-0102', { lines: lines.length, widths });
  }
  const fields = zone.read(lines, layout);
  return { fields, findings: zone.findings };
}

const fillerCounts: ReadonlySet<string> = new Set(national.fillerCountsInLongNumber);

const widths = [30, 36, 44];

/** Cuts text into lines: at its line breaks, or by the width that its length tells. */
function linesOf(text: string): string[] {
  const lines = text
    .toUpperCase()
    .split(/[\r\n]+/)
    .map((line) => line.replace(/[ \t]/g, ''))
    .filter((line) => line !== '');
  const [only = ''] = lines;
  if (lines.length !== 1) return lines;
  const count = only.length === 90 ? 3 : 2;
  const width = only.length / count;
  if (!widths.includes(width)) return lines;
  return Array.from({ length: count }, (_, line) => only.slice(line * width, (line + 1) * width));
}

class Zone {
  readonly #receivedOn: PlainDate;
  readonly findings: Finding[] = [];
  #lines: readonly string[] = [];

  constructor(receivedOn: PlainDate) {
    this.#receivedOn = receivedOn;
  }

  without(code: MrzCode, parameters: Parameters): MrzReading {
    return { findings: [mrzFindings.find(code, parameters, { segment: 1, element: 1 })] };
  }

  /** The lines of a text, with too many or too few fillers at their ends mended. */
  take(text: string): readonly string[] {
    const lines = linesOf(text);
    const width = lines.length === 3 ? 30 : (lines[1] ?? '').length === 36 ? 36 : 44;
    return lines.map((line, index) => this.#mend(line, index, width));
  }

  #mend(line: string, index: number, width: number): string {
    const bare = unfilled(line);
    // Only the name line ends in fillers that nobody counts; elsewhere a wrong width is a character lost.
    if (line.length === width || bare.length > width || Math.abs(line.length - width) > 2 || !line.endsWith('<<')) {
      return line;
    }
    this.#find('MRZ-0111', { line: index + 1, width }, [index + 1, width, width]);
    return bare.padEnd(width, '<');
  }

  read(lines: readonly string[], layout: Layout): MrzFields {
    this.#lines = lines;
    this.#checkCharacters();
    const number = this.#documentNumber(layout);
    const { family, given } = this.#names(layout.names);
    const dateOfBirth = this.#date('dateOfBirth', layout.dateOfBirth, 'past');
    const expiry = this.#date('expiry', layout.expiry, 'near');
    this.#check('dateOfBirth', this.#at(layout.dateOfBirth), layout.dateOfBirthCheck);
    this.#check('expiry', this.#at(layout.expiry), layout.expiryCheck);
    this.#checkOptional(layout);
    this.#checkComposite(layout);
    const fields = {
      format: layout.format,
      documentCode: this.#documentCode(layout),
      issuingState: this.#letters('issuingState', layout.issuingState),
      documentNumber: number.text,
      family,
      given,
      nationality: this.#letters('nationality', layout.nationality),
      dateOfBirth,
      sex: this.#sex(layout.sex),
      expiry,
      optional: number.optional,
    };
    return layout.optional2 === undefined ? fields : { ...fields, optional2: unfilled(this.#at(layout.optional2)) };
  }

  #at([line, first, last]: Place): string {
    return (this.#lines[line - 1] ?? '').slice(first - 1, last);
  }

  #find(code: MrzCode, parameters: Parameters, [line, first]: Place): void {
    this.findings.push(mrzFindings.find(code, parameters, { segment: line, element: first }));
  }

  #checkCharacters(): void {
    let number = 0;
    for (const line of this.#lines) {
      number += 1;
      for (let at = 0; at < line.length; at += 1) {
        if (isZoneCharacter(line.charCodeAt(at))) continue;
        this.#find('MRZ-0103', { field: 'zone', character: line.charAt(at) }, [number, at + 1, at + 1]);
      }
    }
  }

  /** Compares a check digit with what its field gives. A filler stands for 0 only where the field is empty. */
  #check(field: string, text: string, place: Place): void {
    const printed = this.#at(place);
    const computed = checkDigit(text);
    if (printed === String(computed) || (printed === '<' && /^<*$/.test(text))) return;
    this.#find('MRZ-0104', { field, printed, computed }, place);
  }

  /** The document number: nine characters or, in the sizes that allow it, more that go on in the optional data, check digit last. */
  #documentNumber(layout: Layout): { readonly text: string; readonly optional: string } {
    const short = this.#at(layout.documentNumber);
    const optional = this.#at(layout.optional);
    const goesOn = layout.overflow && this.#at(layout.documentNumberCheck) === '<' ? /^[A-Z0-9]+/.exec(optional) : null;
    if (goesOn === null) {
      this.#check('documentNumber', short, layout.documentNumberCheck);
      return { text: unfilled(short), optional: unfilled(optional) };
    }
    const [more] = goesOn;
    const [line, first] = layout.optional;
    const checkAt = first + more.length - 1;
    const rest = more.slice(0, -1);
    const place: Place = [line, checkAt, checkAt];
    // Some states compute it over the filler in the tenth place too.
    const departs = fillerCounts.has(unfilled(this.#at(layout.issuingState)));
    const withFiller = departs && this.#at(place) === String(checkDigit(`${short}<${rest}`));
    if (!withFiller) this.#check('documentNumber', short + rest, place);
    // The filler after the check digit ends the number and is no part of what follows.
    return { text: short + rest, optional: unfilled(optional.slice(more.length + 1)) };
  }

  #checkOptional(layout: Layout): void {
    if (layout.optionalCheck !== undefined) this.#check('optional', this.#at(layout.optional), layout.optionalCheck);
  }

  #checkComposite(layout: Layout): void {
    if (layout.composite === undefined) return;
    let over = '';
    for (const place of layout.compositeOver) over += this.#at(place);
    const printed = this.#at(layout.composite);
    const computed = checkDigit(over);
    if (printed !== String(computed)) {
      this.#find('MRZ-0104', { field: 'composite', printed, computed }, layout.composite);
    }
  }

  #date(field: string, place: Place, rule: CenturyRule): MrzDate {
    const text = this.#at(place);
    const read = readMrzDate(text, rule, this.#receivedOn);
    if (read === undefined) this.#find('MRZ-0105', { field, text }, place);
    else if (read.date === undefined) this.#find('MRZ-0106', { field, text }, place);
    return read ?? { text };
  }

  #names(place: Place): { readonly family: string; readonly given: string } {
    const text = this.#at(place);
    const digit = text.search(/[0-9]/);
    if (digit >= 0) {
      const [line, first] = place;
      const at = first + digit;
      this.#find('MRZ-0103', { field: 'names', character: text.charAt(digit) }, [line, at, at]);
    }
    if (!text.endsWith('<')) this.#find('MRZ-0110', {}, place);
    const [family = '', ...given] = unfilled(text).split('<<');
    if (family === '') this.#find('MRZ-0109', {}, place);
    return { family: spaced(family), given: spaced(given.join('<')) };
  }

  #letters(field: string, place: Place): string {
    const text = unfilled(this.#at(place));
    const wrong = /[^A-Z]/.exec(text)?.[0];
    if (wrong !== undefined) this.#find('MRZ-0103', { field, character: wrong }, place);
    else if (text === '') this.#find('MRZ-0103', { field, character: '<' }, place);
    return text;
  }

  #sex(place: Place): MrzFields['sex'] {
    const character = this.#at(place);
    if (character === 'M' || character === 'F') return character;
    if (character !== '<') this.#find('MRZ-0107', { character }, place);
    return 'X';
  }

  #documentCode(layout: Layout): string {
    const code = unfilled(this.#at(layout.documentCode));
    const { format } = layout;
    if (!firstLetters[format].includes(code.charAt(0))) {
      this.#find('MRZ-0108', { code, format }, layout.documentCode);
    }
    return code;
  }
}

/** The first letters of document codes by size: cards A, C, I; passports P; visas V; TD2 may hold either card or passport. */
const firstLetters: Readonly<Record<MrzFields['format'], readonly string[]>> = {
  TD1: ['A', 'C', 'I'],
  TD2: ['A', 'C', 'I', 'P'],
  TD3: ['P'],
  'MRV-A': ['V'],
  'MRV-B': ['V'],
};

/** Text without the fillers at its end. */
function unfilled(text: string): string {
  let end = text.length;
  while (end > 0 && text.charAt(end - 1) === '<') end -= 1;
  return text.slice(0, end);
}

const spaced = (text: string): string => text.replaceAll('<', ' ').trim();
