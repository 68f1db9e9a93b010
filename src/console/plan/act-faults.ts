import type { FieldFault, Speech } from '#ui';
import { type ActKind, type Asked, numberIn, type Values } from './act-kinds.ts';
import { isMonth } from './month.tsx';

/** What is wrong with one answer, as the end of a text key; undefined when nothing is. */
function faultOf({ name, kind, optional }: Asked, values: Values): string | undefined {
  const value = (values[name] ?? '').trim();
  if (value === '') return optional === true ? undefined : kind;
  if (kind === 'month' && !isMonth(value)) return 'month';
  if (kind === 'number' && !Number.isFinite(numberIn(value))) return 'number';
  return undefined;
}

/** What is missing before a form can be sent, in the words that stand at its fields. */
export const faultsOf = (act: Pick<ActKind, 'asks'>, values: Values, { say }: Speech): readonly FieldFault[] =>
  act.asks.flatMap((asked) => {
    const fault = faultOf(asked, values);
    return fault === undefined ? [] : [{ field: `ask-${asked.name}`, text: say(`plan.ask.${fault}.missing`) }];
  });
