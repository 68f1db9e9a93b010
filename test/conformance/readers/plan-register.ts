import { isDeepStrictEqual } from 'node:util';
import { shippedRegister } from '#plan';
import type { Reading, ReadMilestone } from '#plan/reading';

/** A promise as the register and as the report have it, in the same words. */
interface Promised {
  readonly goal: number;
  readonly initiative: string;
  readonly scope: string;
  readonly due: readonly string[];
  readonly said: Readonly<Record<string, string>>;
}

/** "Fall 2006" is September to December; a month is itself. */
const spanText = (iso: string): string =>
  iso.endsWith('-Fall') ? `${iso.slice(0, 4)}-09..${iso.slice(0, 4)}-12` : iso;

/** "By 2008" is taken for: before that year begins, the earlier of its two readings. */
const untilYear = (text: string): string => text.replace(/^by (\d{4})$/, 'before $1-01-01');

function asRead({ goal, initiative, scope, due, said }: ReadMilestone): Promised {
  const each = said === undefined ? [] : Object.entries(said).filter(([name]) => name !== 'scope');
  return {
    ...{ goal, initiative, scope },
    due: due.map((one) => ('absolute' in one ? untilYear(one.absolute) : `${one.months} ${one.computed}`)),
    said: Object.fromEntries(
      each.map(([pair, state]) => {
        const { status, qualifier, forecast } = state as {
          status: string;
          qualifier?: string;
          forecast?: { iso: string };
        };
        return [pair, [status, qualifier, forecast && spanText(forecast.iso)].filter(Boolean).join(' ')];
      }),
    ),
  };
}

/** Where the shipped register says something else than the report that it was written from; a row each. */
export function unlikeReport({ milestones }: Reading): readonly string[] {
  const { commitments } = shippedRegister();
  const unlike = milestones.flatMap((milestone) => {
    const shipped = commitments.get(milestone.key);
    if (shipped === undefined) return [`${milestone.key} is not in the register`];
    const read = asRead(milestone);
    const all = new Set(Object.values(shipped.founding).map((said) => JSON.stringify(said))).size === 1;
    const whole = milestone.said?.scope === 'all' && all;
    const founding = whole
      ? Object.entries(shipped.founding)
          .slice(0, 1)
          .map(([, said]) => ['all', said] as const)
      : Object.entries(shipped.founding);
    const told: Promised = {
      ...{ goal: shipped.goal, initiative: shipped.initiative, scope: shipped.scope },
      due: shipped.due.map((one) => ('before' in one ? `before ${one.before}` : `${one.months} ${one.month}`)),
      said: Object.fromEntries(
        founding.map(([pair, { state, qualifier, forecast }]) => {
          const span = forecast && (forecast.from === forecast.to ? forecast.from : `${forecast.from}..${forecast.to}`);
          return [pair, [state, qualifier, span].filter(Boolean).join(' ')];
        }),
      ),
    };
    return isDeepStrictEqual(told, read)
      ? []
      : [`${milestone.key}: ${JSON.stringify(told)}, the report ${JSON.stringify(read)}`];
  });
  return commitments.size === milestones.length ? unlike : [...unlike, `${commitments.size} in the register`];
}
