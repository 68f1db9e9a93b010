import { encodeUtf8 } from '#kernel';
import { numbers, vocabulary } from './names.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** `yymmddhhmm` of an instant, at an offset in hours: a carrier writes local times. */
function local(at: number, offset: number): string {
  const there = new Date(at + offset * 3_600_000);
  return [there.getUTCFullYear() % 100, there.getUTCMonth() + 1, there.getUTCDate(), there.getUTCHours(), 0]
    .map(two)
    .join('');
}

/** From where to where, with the offsets in hours of their local times. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly offsets: readonly [number, number];
}

/** Canada and Mexico at its ends, the United States under it. */
const torontoMexico: Way = { from: 'YYZ', to: 'MEX', offsets: [-5, -6] };
/** Canada alone. */
export const londonToronto: Way = { from: 'LHR', to: 'YYZ', offsets: [0, -5] };

interface Writing {
  readonly reference: string;
  readonly flight: string;
  readonly interactive: boolean;
  readonly people: readonly string[];
  readonly way: Way;
}

/** A flight of tomorrow. */
function messageOf({ reference, flight, interactive, people, way }: Writing, now: number): string {
  const departs = now + 24 * 3_600_000;
  const segments = [
    `UNH+1+PAXLST:D:05B:UN:IATA${interactive ? '+190924000+01:F' : ''}`,
    'BGM+745',
    `RFF+TN:${reference}`,
    'NAD+MS+++OPERATIONS',
    'COM+514 555 0100:TE',
    `TDT+20+${flight}+++AC`,
    `LOC+125+${way.from}`,
    `DTM+189:${local(departs, way.offsets[0])}:201`,
    `LOC+87+${way.to}`,
    `DTM+232:${local(departs + 4 * 3_600_000, way.offsets[1])}:201`,
    ...people,
    `CNT+42:${people.length}`,
  ];
  const count = segments.join("'").split("'").length + 1;
  const sent = local(now, -5).slice(0, 6);
  return [
    `UNB+UNOA:4+AC+CBSA+${sent}:1000+${reference}++${interactive ? 'IAPI+O' : 'APIS'}`,
    ...segments,
    `UNT+${count}+1`,
    `UNZ+1+${reference}'`,
  ].join("'");
}

/** Writes lists of passengers whose names are made of the words of the lists that they are screened against. */
export class PassengerLists {
  readonly #random = numbers(11);
  readonly #word = vocabulary(numbers(7));
  #written = 0;

  /** One interchange with one list of so many passengers; a carrier asks for one passenger interactively. */
  next(
    passengers: number,
    now: number,
    interactive: boolean,
    way: Way = torontoMexico,
  ): { bytes: Uint8Array; references: readonly string[] } {
    this.#written += 1;
    const references = Array.from({ length: passengers }, (_, at) => `P${this.#written}.${at + 1}`);
    const writing = {
      reference: String(1_000_000 + this.#written),
      // An interactive carrier asks for many passengers of one flight, one after the other.
      flight: `AC${100 + (interactive ? Math.floor(this.#written / 150) : this.#written)}`,
      interactive,
      people: references.map((reference) => this.#person(reference, way)),
      way,
    };
    return { bytes: encodeUtf8(messageOf(writing, now)), references };
  }

  #person(reference: string, { from, to }: Way): string {
    const below = (limit: number): number => Math.floor(this.#random() * limit);
    return [
      `NAD+FL+++${this.#word().toUpperCase()}:${this.#word().toUpperCase()}`,
      `ATT+2++${below(2) === 0 ? 'F' : 'M'}`,
      `DTM+329:${two(40 + below(55))}${two(1 + below(12))}${two(1 + below(28))}`,
      'GEI+4+173',
      `LOC+178+${from}`,
      `LOC+179+${to}`,
      'NAT+2+CAN',
      `RFF+AVF:R${reference}`,
      `RFF+ABO:${reference}`,
      `DOC+P:110:111+GA${100_000 + below(899_999)}`,
      'DTM+36:320101',
      'LOC+91+CAN',
    ].join("'");
  }
}
