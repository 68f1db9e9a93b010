import zones from './zones.json' with { type: 'json' };

/** Numbers, days and times as one locale writes them. All of it is Intl, save the Spanish names of zones. */
export interface Formats {
  readonly number: (value: number) => string;
  readonly share: (value: number) => string;
  /** With its sign, two places at most: a part of a sum. */
  readonly signed: (value: number) => string;
  /** The day in a sentence, `24 November 2026`. */
  readonly day: (at: number, zone: string) => string;
  /** A month (`2006-06`) or a day (`2006-06-30`) in a sentence: June 2006, 30 June 2006; short on an axis: Jun 2006, Jun 30. */
  readonly when: (when: string, length?: 'long' | 'short') => string;
  /** The day of the week of a day, and the name of a month without its year. */
  readonly weekday: (day: string, length: 'long' | 'short') => string;
  readonly monthName: (month: string) => string;
  /** The hour and minute in a zone, 24 hours, `14:05` or `14 h 05`. */
  readonly time: (at: number, zone: string) => string;
  readonly second: (at: number, zone: string) => string;
  /** The day in a table, ISO in every language. */
  readonly isoDay: (at: number, zone: string) => string;
  /** What the zone is called on that day: EST, HNE, Este. */
  readonly zone: (at: number, zone: string) => string;
  readonly list: (items: readonly string[]) => string;
  readonly compare: (one: string, other: string) => number;
  /** A country by its ISO code. */
  readonly country: (code: string) => string;
}

const spanishZones: Readonly<Record<string, string | undefined>> = zones.es;

/** Made when first used, and once: the first formatter of a kind loads the tables of its language. */
function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

const known = new Map<string, Formats>();

/** The formats of one locale; whoever asks again gets the same ones. */
export function formatsOf(locale: string): Formats {
  const found = known.get(locale) ?? makeFormats(locale);
  known.set(locale, found);
  return found;
}

/** Makes the formats of one locale. Formatters are kept: making one costs more than using it. */
function makeFormats(locale: string): Formats {
  const kept = new Map<string, Intl.DateTimeFormat>();
  const dates = (options: Intl.DateTimeFormatOptions, tag = locale): Intl.DateTimeFormat => {
    const key = tag + JSON.stringify(options);
    const format = kept.get(key) ?? new Intl.DateTimeFormat(tag, { hourCycle: 'h23', ...options });
    kept.set(key, format);
    return format;
  };
  const numbers = once(() => new Intl.NumberFormat(locale));
  const shares = once(() => new Intl.NumberFormat(locale, { style: 'percent' }));
  const signed = once(() => new Intl.NumberFormat(locale, { signDisplay: 'exceptZero', maximumFractionDigits: 2 }));
  const lists = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const collator = once(() => new Intl.Collator(locale, { numeric: true }));
  const regions = once(() => new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }));
  const zoneName = (at: number, timeZone: string): string =>
    dates({ timeZone, timeZoneName: 'short' })
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;

  return {
    number: (value) => numbers().format(value),
    share: (value) => shares().format(value),
    signed: (value) => signed().format(value),
    day: (at, timeZone) => dates({ timeZone, dateStyle: 'long' }).format(at),
    when: (when, length = 'long') => {
      const parts: Intl.DateTimeFormatOptions =
        when.length < 10
          ? { year: 'numeric', month: length }
          : { ...(length === 'long' ? { year: 'numeric' } : {}), month: length, day: 'numeric' };
      const at = Date.parse(when);
      return Number.isNaN(at) ? when : dates({ timeZone: 'UTC', ...parts }).format(at);
    },
    weekday: (day, length) => dates({ timeZone: 'UTC', weekday: length }).format(Date.parse(day)),
    monthName: (month) => dates({ timeZone: 'UTC', month: 'long' }).format(Date.parse(month)),
    time: (at, timeZone) => dates({ timeZone, hour: '2-digit', minute: '2-digit' }).format(at),
    second: (at, timeZone) => dates({ timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at),
    isoDay: (at, timeZone) =>
      dates({ timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }, 'sv-SE').format(at),
    zone: (at, timeZone) => (locale.startsWith('es') ? spanishZones[timeZone] : undefined) ?? zoneName(at, timeZone),
    list: (items) => lists().format(items),
    compare: (one, other) => collator().compare(one, other),
    country: (code) => (/^[A-Z]{2}$/.test(code) ? (regions().of(code) ?? code) : code),
  };
}

/** A text without its accents and case, for search. */
export const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase();
