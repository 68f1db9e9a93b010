import { readInterchange } from '#formats/edifact';
import type { CountryCode, Finding, Message } from '#kernel';
import type { PassengerList, Traveller } from '../record.ts';
import { isCarriers, listOf, understand } from '../understand.ts';
import { contextOf, meaningOf, type Vector } from './vectors.ts';

/** One thing that was compared; `expected` and `actual` are as the reader printed them, absent where nothing was said. */
export interface Check {
  readonly name: string;
  readonly passed: boolean;
  readonly expected?: string;
  readonly actual?: string;
}

/** How well an attempt did: so many of all checks, each with what was expected, and what the reader found wrong. */
export interface Score {
  readonly passed: number;
  readonly total: number;
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
}

/** A score from its checks. */
export const scoreOf = (checks: readonly Check[], findings: readonly Finding[] = []): Score => ({
  passed: checks.filter((check) => check.passed).length,
  total: checks.length,
  checks,
  findings,
});

type Leaves = ReadonlyMap<string, string>;

function* leaves(value: unknown, path: string): Generator<readonly [string, string]> {
  if (value === undefined) return;
  if (typeof value !== 'object' || value === null) yield [path, String(value)];
  else
    for (const [name, member] of Object.entries(value)) yield* leaves(member, path === '' ? name : `${path}.${name}`);
}

const personal = ({ subject: _s, segment: _g, referenced: _r, documents, ...traveller }: Traveller) => ({
  ...traveller,
  documents: Object.fromEntries(documents.map(({ type, ...document }) => [type, document])),
});

/** What a list says, by the name of each thing it says; its own references are the sender's business. */
const meaning = (record: PassengerList): Leaves =>
  new Map(
    leaves(
      {
        function: record.function,
        crew: record.crew,
        interactive: record.interactive,
        authority: record.authority,
        legs: record.journey.legs.map((leg) => ({
          conveyance: leg.conveyance,
          from: leg.from.code,
          to: leg.to.code,
          departure: leg.departure?.local,
          arrival: leg.arrival?.local,
        })),
        people: record.travellers.length,
        travellers: Object.fromEntries(record.travellers.map((traveller) => [traveller.subject, personal(traveller)])),
      },
      '',
    ),
  );

/** Each thing that should be said, and whether it was; what was said beyond that is no fault. */
function compare(expected: Leaves, actual: Leaves): readonly Check[] {
  return [...expected].map(([name, value]) => {
    const found = actual.get(name);
    return { name, passed: found === value, expected: value, ...(found === undefined ? {} : { actual: found }) };
  });
}

const check = (name: string, passed: boolean): Check => ({ name, passed });
const none = (findings: readonly Finding[], severity: Finding['severity']): boolean =>
  !findings.some((finding) => finding.severity === severity);

function meant(message: Message<ReturnType<typeof readInterchange>['messages'][number]['data']>, country: CountryCode) {
  const context = contextOf(country);
  const record = isCarriers(message.data) ? listOf(message.data, context) : undefined;
  const understood = understand(message, context);
  const said = understood.ok ? understood.value.findings : understood.error;
  return { record, findings: [...message.findings, ...said] };
}

/**
 * Scores a carrier's own message for a case by reading it as strictly as can be: whether it reads at all, without
 * errors, without warnings, and means what the case means, thing by thing.
 */
export function scoreAttempt(vector: Vector, bytes: Uint8Array, country: CountryCode): Score {
  const reading = readInterchange(bytes, contextOf(country));
  const [message] = reading.messages;
  const one = message === undefined ? undefined : meant(message, country);
  const findings = [...reading.findings, ...(one?.findings ?? [])];
  const actual = one?.record === undefined ? new Map<string, string>() : meaning(one.record);
  return scoreOf(
    [
      check('one-message', reading.messages.length === 1),
      check('no-errors', message !== undefined && none(findings, 'error')),
      check('no-warnings', message !== undefined && none(findings, 'warning')),
      ...compare(meaning(meaningOf(vector, country)), actual),
    ],
    findings,
  );
}
