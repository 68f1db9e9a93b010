import type { z } from 'zod';
import { decodeUtf8, instant, type Terminal } from '#kernel';
import { endOfMonth, isMonth } from '../months.ts';
import { shippedRegister } from '../register/shipped.ts';
import { registerShape } from '../routes/shapes.ts';
import { shownRegister } from '../routes/shown.ts';
import type { Moment } from '../standing/moment.ts';
import { type Standing, standingsOf } from '../standing/standing.ts';

export type Told = z.infer<typeof registerShape>;
export type ToldRow = Told['rows'][number];

/** As of the end of a month, or now; never after now. */
export const momentIn = (terminal: Terminal, asOf: string | undefined): Moment => {
  const now = terminal.now();
  return { known: now, asOf: asOf === undefined ? now : instant(Math.min(now, endOfMonth(asOf) - 1)) };
};

/** The shipped register, of which nothing has been said since. */
export const shippedStandings = (moment: Moment): readonly Standing[] =>
  standingsOf({ register: shippedRegister(), said: [], moment, gauge: () => undefined });

/** The query that names the moment. */
export const momentQueryOf = (asOf: string | undefined): string => (asOf === undefined ? '' : `?asOf=${asOf}`);

/** The register as a running node tells it, or as it is shipped; undefined when `asOf` is no month. */
export async function toldRegister(
  terminal: Terminal,
  { node, asOf }: { readonly node?: string | undefined; readonly asOf?: string | undefined },
): Promise<Told | undefined> {
  if (asOf !== undefined && !isMonth(asOf)) return undefined;
  if (node === undefined) {
    const moment = momentIn(terminal, asOf);
    const viewer = { language: terminal.language, person: '', measures: new Map() };
    return shownRegister(shippedRegister(), shippedStandings(moment), { moment, viewer });
  }
  const answer = await terminal.ask({ address: node, path: `/plan${momentQueryOf(asOf)}` });
  return registerShape.parse(JSON.parse(decodeUtf8(answer)));
}
