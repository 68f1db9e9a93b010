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
  const { actor, purpose, part, pattern, path, at } = reading;
  const own = access.within(reading.reality);
  const aggregate = await own.open(`personal-readings ${dayOf(at)} ${actor.name}`);
  const data = { actor: actor.name, purpose, part, route: pattern, path, at: formatInstant(at) };
  return own.record(aggregate, [{ kind: personalReadingKind.name, data }]);
}

export const auditRecords: Part['records'] = [personalReadingKind as RecordKind];
