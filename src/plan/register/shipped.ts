import avi from '../../../data/plan/chapters/avi.json' with { type: 'json' };
import bio from '../../../data/plan/chapters/bio.json' with { type: 'json' };
import cgo from '../../../data/plan/chapters/cgo.json' with { type: 'json' };
import fac from '../../../data/plan/chapters/fac.json' with { type: 'json' };
import int from '../../../data/plan/chapters/int.json' with { type: 'json' };
import lec from '../../../data/plan/chapters/lec.json' with { type: 'json' };
import mar from '../../../data/plan/chapters/mar.json' with { type: 'json' };
import ppr from '../../../data/plan/chapters/ppr.json' with { type: 'json' };
import sci from '../../../data/plan/chapters/sci.json' with { type: 'json' };
import trv from '../../../data/plan/chapters/trv.json' with { type: 'json' };
import plan from '../../../data/plan/plan.json' with { type: 'json' };
import { type Register, readRegister } from './register.ts';

let read: Register | undefined;

/** The shipped register: three goals, ten chapters, 27 initiatives, 106 milestones (the leaders' report of 2006, in our own words). */
export function shippedRegister(): Register {
  // Its tables do not change while the program runs: the nodes of one process read them once.
  read ??= readRegister(plan, [trv, cgo, bio, avi, mar, lec, int, ppr, fac, sci]);
  return read;
}
