import { type Disposition, disposition, err, type Finding, ok, type PlainDate, type Result } from '#kernel';
import { decisionsFindings } from './findings.ts';
import type { DispositionOrder } from './order.ts';
import { Source } from './source.ts';

/** Why a partner's word is missing; late and error are no dispositions of their own, but are mapped to one and marked. */
export type Failure = 'late' | 'error' | 'not-forwarded';

/** What stands in the place of an authority's word when it does not come, by profile (`*`: every one), from a day on. */
export interface FailRule {
  readonly authority: string;
  readonly profile: string;
  readonly from: PlainDate;
  /** How long the authority is waited for. */
  readonly timeLimitMilliseconds: number;
  readonly dispositions: Readonly<Record<Failure, Disposition>>;
}

/** The fail rules of a domain; only `loadFailRules` makes them. */
export interface FailRules {
  readonly version: string;
  readonly rules: readonly FailRule[];
}

/** Reads fail rules; findings DEC-0101 (shape), DEC-0121 (disposition), DEC-0122 (rule given twice), DEC-0123 (no rule for the rest). */
export function loadFailRules(json: unknown, order: DispositionOrder): Result<FailRules, readonly Finding[]> {
  const source = new Source();
  const document = source.object(json, '');
  const version = source.text(document['date'], 'date');
  const rules = source.list(document['rules'], 'rules').map((rule, at) => readRule(rule, `rules/${at}`, order, source));
  rules.forEach((rule, at) => {
    const twin = rules.findIndex((other) => sameCase(rule, other) && other.from === rule.from);
    if (twin < at) source.findings.push(decisionsFindings.find('DEC-0122', { authority: rule.authority }));
  });
  if (!rules.some((rule) => sameCase(rule, { authority: '*', profile: '*' }))) {
    source.findings.push(decisionsFindings.find('DEC-0123'));
  }
  return source.findings.length > 0 ? err(source.findings) : ok({ version, rules });
}

const sameCase = (a: Pick<FailRule, 'authority' | 'profile'>, b: Pick<FailRule, 'authority' | 'profile'>): boolean =>
  a.authority === b.authority && a.profile === b.profile;

function readRule(json: unknown, path: string, order: DispositionOrder, source: Source): FailRule {
  const members = source.object(json, path);
  const authority = source.text(members['authority'], `${path}/authority`);
  const named = (failure: Failure): Disposition => {
    const what = disposition(source.text(members[failure], `${path}/${failure}`));
    if (what !== '' && !order.dispositions.includes(what)) {
      source.findings.push(decisionsFindings.find('DEC-0121', { authority, disposition: what }));
    }
    return what;
  };
  return {
    authority,
    profile: source.text(members['profile'], `${path}/profile`),
    from: source.date(members['from'], `${path}/from`),
    timeLimitMilliseconds: source.positive(members['timeLimitMilliseconds'], `${path}/timeLimitMilliseconds`),
    dispositions: { late: named('late'), error: named('error'), 'not-forwarded': named('not-forwarded') },
  };
}

/**
 * The rule in force on a day: the one for the authority and profile, else for the authority, else for the profile, else
 * for everyone; of several the latest that has begun. Undefined only before the first rule of all begins.
 */
export function failRule(rules: FailRules, authority: string, profile: string, on: PlainDate): FailRule | undefined {
  const inForce = rules.rules.filter((rule) => rule.from <= on).toSorted((a, b) => (a.from < b.from ? 1 : -1));
  for (const [who, which] of [
    [authority, profile],
    [authority, '*'],
    ['*', profile],
    ['*', '*'],
  ] as const) {
    const found = inForce.find((rule) => sameCase(rule, { authority: who, profile: which }));
    if (found !== undefined) return found;
  }
  return undefined;
}
