import { z } from 'zod';
import {
  type Actor,
  dayOf,
  formatInstant,
  type Instant,
  type Part,
  type Reality,
  type RecordKind,
  type Result,
} from '#kernel';
import type { NodeAccess } from './access.ts';
import type { Recorder } from './recorder.ts';

const schema = z.object({
  actor: z.string(),
  purpose: z.string(),
  part: z.string(),
  route: z.string(),
  path: z.record(z.string(), z.string()),
  at: z.string(),
});

/** `audit.personal-reading`: a person read personal data, with the purpose that he named. */
export const personalReadingKind: RecordKind<z.infer<typeof schema>> = {
  name: 'audit.personal-reading',
  title: { en: 'Personal data read', fr: 'Données personnelles consultées', es: 'Datos personales consultados' },
  schema,
  retention: 'audit',
};

export interface PersonalReading {
  readonly actor: Pick<Actor, 'name'>;
  readonly purpose: string;
  readonly part: string;
  readonly pattern: string;
  readonly path: Readonly<Record<string, string>>;
  readonly at: Instant;
  readonly reality: Reality;
}

/** Records a reading, durably, before the data leaves; readings of one day and person stand in one aggregate. */
export async function recordReading(access: NodeAccess, reading: PersonalReading): Promise<Result<void>> {
  const own = access.within(reading.reality);
  const aggregate = await own.open(keyOf(reading));
  return own.record(aggregate, [{ kind: personalReadingKind.name, data: dataOf(reading) }]);
}

/** The same where no node runs: a ledger is exported. */
export async function recordReadingOffline(recorder: Recorder, reading: PersonalReading): Promise<Result<unknown>> {
  const { aggregate, alias } = await recorder.open(keyOf(reading));
  const key = recorder.newKey();
  const write = { aggregate, alias, key, kind: personalReadingKind.name, data: dataOf(reading) };
  return recorder.append([{ ...write, reality: reading.reality }], [key]);
}

const keyOf = ({ actor, at }: PersonalReading): string => `personal-readings ${dayOf(at)} ${actor.name}`;

const dataOf = ({ actor, purpose, part, pattern, path, at }: PersonalReading): z.infer<typeof schema> => ({
  ...{ actor: actor.name, purpose, part, route: pattern, path: { ...path }, at: formatInstant(at) },
});

export const auditRecords: Part['records'] = [personalReadingKind as RecordKind];
