import { invariant, type Result } from '#kernel';
import toCanada from '../../data/agreements/forwarding/to-ca.json' with { type: 'json' };
import toMexico from '../../data/agreements/forwarding/to-mx.json' with { type: 'json' };
import toUnitedStates from '../../data/agreements/forwarding/to-us.json' with { type: 'json' };
import classes from '../../data/agreements/reason-classes.json' with { type: 'json' };
import { Duties } from './duties.ts';
import { readReasonClasses } from './reason-classes.ts';

function shipped<Table>(read: Result<Table>): Table {
  invariant(read.ok, 'a table shipped with the program is read');
  return read.value;
}

/** The duties shipped with the program; an operator may replace them (`Duties.read`). */
export const shippedDuties: Duties = shipped(Duties.read([toCanada, toMexico, toUnitedStates]));

/** The closed, dated table of reason classes that partners may be told. */
export const shippedReasonClasses = shipped(readReasonClasses(classes));
