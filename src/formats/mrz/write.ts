import type { Finding, PlainDate, Result } from '#kernel';
import { err, ok } from '#kernel';
import table from '../../../data/mrz/transliteration.json' with { type: 'json' };
import { checkDigit } from './check-digit.ts';
import type { MrzDate, MrzFields } from './fields.ts';
import { mrzFindings } from './findings.ts';
import { type Layout, layouts, type Place } from './layout.ts';

/**
 * Writes a machine-readable zone: lines of the size that the fields name, with every check digit. Names are written in the
 * letters of ICAO 9303-3 section 6 and cut to their field; any other field that is too long is a finding.
 */
export function writeMrz(fields: MrzFields): Result<string[], readonly Finding[]> {
  const layout = layouts[fields.format];
  const page = new Page(layout);
  page.put('documentCode', fields.documentCode, layout.documentCode);
  page.put('issuingState', fields.issuingState, layout.issuingState);
  page.put('names', namesText(fields, widthOf(layout.names)), layout.names);
  page.put('nationality', fields.nationality, layout.nationality);
  page.put('dateOfBirth', fields.dateOfBirth.text, layout.dateOfBirth);
  page.put('sex', fields.sex === 'X' ? '<' : fields.sex, layout.sex);
  page.put('expiry', fields.expiry.text, layout.expiry);
  if (layout.optional2 !== undefined) page.put('optional2', fields.optional2 ?? '', layout.optional2);
  putNumber(page, fields, layout);
  page.check(layout.dateOfBirth, layout.dateOfBirthCheck);
  page.check(layout.expiry, layout.expiryCheck);
  if (layout.optionalCheck !== undefined) {
    // An empty personal number may have a filler for its check digit (9303-4 table 1); passports print it so.
    if (fields.optional === '') page.put('optional', '<', layout.optionalCheck);
    else page.check(layout.optional, layout.optionalCheck);
  }
  if (layout.composite !== undefined) page.checkOver(layout.compositeOver, layout.composite);
  return page.findings.length === 0 ? ok(page.lines()) : err(page.findings);
}

/** A day as it is printed. */
export const mrzDate = (date: PlainDate): MrzDate => ({
  text: date.slice(2, 4) + date.slice(5, 7) + date.slice(8),
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8)),
  date,
});

const widthOf = ([, first, last]: Place): number => last - first + 1;

/** A document number of more than nine characters goes on in the optional data, its check digit last, then a filler. */
function putNumber(page: Page, fields: MrzFields, layout: Layout): void {
  const { optional } = fields;
  const number = letters(fields.documentNumber);
  const most = widthOf(layout.documentNumber);
  if (number.length <= most || !layout.overflow) {
    page.put('documentNumber', number, layout.documentNumber);
    page.put('optional', optional, layout.optional);
    page.check(layout.documentNumber, layout.documentNumberCheck);
    return;
  }
  const rest = number.slice(most) + checkDigit(number);
  page.put('documentNumber', number.slice(0, most), layout.documentNumber);
  page.put('optional', optional === '' ? rest : `${rest}<${optional}`, layout.optional);
}

/** Lines of fillers, into which fields are put. */
class Page {
  readonly #width: number;
  /** The characters of all lines, one line after the other. */
  readonly #characters: string[];
  readonly findings: Finding[] = [];

  constructor({ lines, width }: Layout) {
    this.#width = width;
    this.#characters = Array<string>(lines * width).fill('<');
  }

  put(field: string, text: string, place: Place): void {
    const [line, first] = place;
    const at = { segment: line, element: first };
    const printed = letters(text);
    if (printed.length > widthOf(place)) {
      this.findings.push(mrzFindings.find('MRZ-0112', { field, most: widthOf(place) }, at));
      return;
    }
    const wrong = /[^A-Z0-9<]/u.exec(printed)?.[0];
    if (wrong !== undefined) this.findings.push(mrzFindings.find('MRZ-0103', { field, character: wrong }, at));
    this.#print(printed, place);
  }

  #print(text: string, [line, first]: Place): void {
    this.#characters.splice((line - 1) * this.#width + first - 1, text.length, ...text.split(''));
  }

  #at([line, first, last]: Place): string {
    const start = (line - 1) * this.#width;
    return this.#characters.slice(start + first - 1, start + last).join('');
  }

  check(over: Place, place: Place): void {
    this.checkOver([over], place);
  }

  checkOver(over: readonly Place[], place: Place): void {
    this.#print(String(checkDigit(over.map((one) => this.#at(one)).join(''))), place);
  }

  lines(): string[] {
    const text = this.#characters.join('');
    return Array.from({ length: text.length / this.#width }, (_, line) =>
      text.slice(line * this.#width, (line + 1) * this.#width),
    );
  }
}

/** Family name, two fillers, given names; cut so that at least one letter of the given names is left (9303-3 section 4.6). */
function namesText({ family, given }: MrzFields, width: number): string {
  const first = nameLetters(family);
  const second = nameLetters(given);
  if (second === '') return first.slice(0, width);
  const room = Math.max(width - 2 - second.length, width - 3 - Math.floor((width - 3) / 2));
  const kept = first.slice(0, Math.max(room, 1));
  return `${kept}<<${second}`.slice(0, width);
}

/** A name in the letters of the zone, a single filler between its parts: two would end it. */
const nameLetters = (name: string): string => letters(name).replace(/<+/g, '<').replace(/^<|<$/g, '');

const replacements: Readonly<Record<string, string>> = table.letters;

/** Text in the letters of the zone: capitals, blanks and hyphens as fillers, apostrophes and points left out. */
function letters(text: string): string {
  const capitals = Array.from(
    text.normalize('NFC'),
    (letter) => replacements[letter] ?? replacements[letter.toUpperCase()] ?? letter,
  );
  return capitals
    .join('')
    .normalize('NFD')
    .replace(/[\p{M}'’.]/gu, '')
    .toUpperCase()
    .replace(/[ -]/g, '<');
}
