import { type Finding, languages, type PlainDate, parsePlainDate, type Texts } from '#kernel';
import { decisionsFindings } from './findings.ts';

export type Members = Readonly<Record<string, unknown>>;

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
    return '' as PlainDate;
  }

  positive(value: unknown, path: string): number {
    if (typeof value === 'number' && value > 0 && Number.isFinite(value)) return value;
    this.complain(path, 'number above 0');
    return 1;
  }

  /** A text in each of the three languages. */
  texts(value: unknown, path: string): Texts {
    const members = this.object(value, path);
    const read = languages.map((language) => [language, this.text(members[language], `${path}/${language}`)]);
    return Object.fromEntries(read) as Texts;
  }

  textsByCode(value: unknown, path: string): Readonly<Record<string, Texts>> {
    const read = Object.entries(this.object(value, path)).map(([code, texts]) => [
      code,
      this.texts(texts, `${path}/${code}`),
    ]);
    return Object.fromEntries(read) as Record<string, Texts>;
  }
}
