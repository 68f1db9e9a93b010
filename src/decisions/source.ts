import { dayOf, type Finding, instant, type Language, type PlainDate, parsePlainDate, type Texts } from '#kernel';
import { decisionsFindings } from './findings.ts';

export type Members = Readonly<Record<string, unknown>>;

/** Stands where no date could be read, beside the finding that says so. */
const noDay: PlainDate = dayOf(instant(0));

/** True for a JSON object. */
export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads untrusted JSON and notes each place where it is not what was expected (DEC-0101), instead of stopping at the first. */
export class Source {
  readonly findings: Finding[] = [];

  complain(path: string, expected: string): void {
    this.findings.push(decisionsFindings.find('DEC-0101', { path: `/${path}`, expected }, { path: `/${path}` }));
  }

  object(value: unknown, path: string): Members {
    if (isMembers(value)) return value;
    this.complain(path, 'object');
    return {};
  }

  list(value: unknown, path: string): readonly unknown[] {
    if (Array.isArray(value)) return value;
    this.complain(path, 'list');
    return [];
  }

  text(value: unknown, path: string): string {
    if (typeof value === 'string' && value !== '') return value;
    this.complain(path, 'text');
    return '';
  }

  date(value: unknown, path: string): PlainDate {
    const date = typeof value === 'string' ? parsePlainDate(value) : undefined;
    if (date !== undefined) return date;
    this.complain(path, 'date');
    return noDay;
  }

  positive(value: unknown, path: string): number {
    if (typeof value === 'number' && value > 0 && Number.isFinite(value)) return value;
    this.complain(path, 'number above 0');
    return 1;
  }

  /** A text in each of the three languages. */
  texts(value: unknown, path: string): Texts {
    const members = this.object(value, path);
    const text = (language: Language): string => this.text(members[language], `${path}/${language}`);
    return { en: text('en'), fr: text('fr'), es: text('es') };
  }

  textsByCode(value: unknown, path: string): Readonly<Record<string, Texts>> {
    const read = Object.entries(this.object(value, path)).map(([code, texts]) => [
      code,
      this.texts(texts, `${path}/${code}`),
    ]);
    return Object.fromEntries(read);
  }
}
