import { z } from 'zod';
import { type EdifactData, readInterchange } from '#formats/edifact';
import type { Result } from '#kernel';
import { encodeUtf8, err, instant, ok } from '#kernel';
import { CarrierSide, type Gate } from './carrier-side.ts';
import { type CodeTable, codeTableOf } from './codes.ts';
import { travelFindings } from './findings.ts';

const scenarioSchema = z.object({
  id: z.string(),
  events: z.array(
    z.discriminatedUnion('kind', [
      z.object({ seq: z.number(), kind: z.enum(['PAXLST', 'CUSRES']), interchange: z.string() }),
      z.object({
        seq: z.number(),
        kind: z.literal('BOARDING_ATTEMPT'),
        passengerRef_RFF_ABO: z.string(),
        expected: z.string(),
      }),
    ]),
  ),
});

/** A log of both directions of an interactive dialogue, with what was expected at the gate. */
export type Scenario = z.infer<typeof scenarioSchema>;

/** One boarding attempt: what the log expected, and what the dialogue says. */
export interface Attempt {
  readonly scenario: string;
  readonly passenger: string;
  readonly expected: string;
  readonly actual: Gate;
}

/** Reads a scenario; finding TRV-0501 when it is none. */
export function readScenario(json: unknown): Result<Scenario> {
  const parsed = scenarioSchema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const issue = parsed.error.issues[0];
  return err(travelFindings.find('TRV-0501', { path: issue?.path.join('/') ?? '', problem: issue?.message ?? '' }));
}

/** The table of the authority that the first list addresses. */
function tableOf(messages: readonly EdifactData[]): CodeTable | undefined {
  const addressed = messages.find((data) => 'people' in data)?.envelope.authority;
  return addressed === undefined ? undefined : codeTableOf(addressed);
}

// The dates of birth and documents of a log are not looked at, so its day of receipt says nothing.
const reading = { receivedAt: instant(0), tolerance: 'lenient' } as const;

const messagesOf = (interchange: string): readonly EdifactData[] =>
  readInterchange(encodeUtf8(interchange), reading).messages.map((message) => message.data);

/**
 * Folds both directions of a log into what the carrier knows, by the authority's code table, and says of each boarding
 * attempt what it may do. It decides nothing itself; `expected` is copied from the log. Without a table, and none for
 * the addressed authority, every code is unknown and denies: finding TRV-0405.
 */
export function replayScenario(scenario: Scenario, table?: CodeTable): Result<readonly Attempt[]> {
  const events = scenario.events.toSorted((a, b) => a.seq - b.seq);
  const read = events.map((event) => (event.kind === 'BOARDING_ATTEMPT' ? [] : messagesOf(event.interchange)));
  const codes = table ?? tableOf(read.flat());
  if (codes === undefined) return err(travelFindings.find('TRV-0405', { country: '' }));
  const carrier = new CarrierSide(codes);
  const attempts: Attempt[] = [];
  for (const [index, event] of events.entries()) {
    for (const data of read[index] ?? []) carrier.take(data);
    if (event.kind !== 'BOARDING_ATTEMPT') continue;
    const passenger = event.passengerRef_RFF_ABO;
    attempts.push({ scenario: scenario.id, passenger, expected: event.expected, actual: carrier.gate(passenger) });
  }
  return ok(attempts);
}
