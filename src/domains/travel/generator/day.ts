import type { CountryCode, Generated, PlainDate, PlainDateTime } from '#kernel';
import { encodeUtf8, instant, instantIn, wallClockIn, type Zone } from '#kernel';
import names from '../../../../data/travel/names.json' with { type: 'json' };
import { placeOf } from '../places.ts';
import { mediaType } from '../wire.ts';

/** A generator of numbers from a seed (mulberry32): the same for an equal seed. */
function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

type Chance = ReturnType<typeof chance>;

const pick = <Item>(items: readonly Item[], next: Chance): Item => items[next(items.length)] as Item;

/** Routes of the day: carrier, from, to, the country asked, its address. */
const routes = [
  ['AC', 'YYZ', 'MEX', 'CA', 'CBSAAPIS'],
  ['DL', 'JFK', 'YYZ', 'US', 'USCSAPIS'],
  ['AM', 'MEX', 'LAX', 'MX', 'MXAPIS'],
  ['AA', 'DFW', 'CUN', 'US', 'USCSAPIS'],
  ['WS', 'YYC', 'PVR', 'CA', 'CBSAAPIS'],
  ['BH', 'CAVIC', 'USPAG', 'CA', 'CBSAAPIS'],
  ['GL', 'MXNLD', 'USLRD', 'MX', 'MXAPIS'],
] as const;

const two = (value: number): string => String(value).padStart(2, '0');
const wire = (local: PlainDateTime): string => local.slice(2).replace(/[-:T]/g, '');

function person(next: Chance, reference: string, from: string, to: string): string {
  const culture = pick(names.cultures, next);
  const state = pick(culture.states, next);
  return [
    `NAD+FL+++${pick(culture.family, next)}:${pick(culture.given, next)}`,
    `ATT+2++${pick(['M', 'F'], next)}`,
    `DTM+329:${two(40 + next(55))}${two(1 + next(12))}${two(1 + next(28))}`,
    'GEI+4+173',
    `LOC+22+${to}`,
    `LOC+174+${state}`,
    `LOC+178+${from}`,
    `LOC+179+${to}`,
    `NAT+2+${state}`,
    `RFF+AVF:L${reference}`,
    `RFF+ABO:${reference}`,
    `DOC+P:110:111+${pick(['A', 'C', 'G', 'K'], next)}${10_000_000 + next(89_999_999)}`,
    `DTM+36:${two(next(40) === 0 ? 25 : 28 + next(7))}${two(1 + next(12))}${two(1 + next(28))}`,
    `LOC+91+${state}`,
  ].join("'\n");
}

/** A day of flights, ferries and land crossings from a seed, one list a conveyance; identical for an equal seed and day. */
export function* generateDay(seed: number, day: PlainDate): Generator<Generated> {
  const next = chance(seed ^ Number(day.replaceAll('-', '')));
  for (let number = 0; number < 96; number += 1) {
    const [carrier, from, to, country, address] = pick(routes, next);
    const zones = [placeOf(from).zone, placeOf(to).zone] as [Zone, Zone];
    const local = `${day}T${two(Math.floor(number / 4))}:${two((number % 4) * 15)}` as PlainDateTime;
    const departs = instantIn(local, zones[0]);
    const arrives = wallClockIn(instant(departs + (2 + next(4)) * 3_600_000), zones[1]);
    const count = 4 + next(9);
    const reference = `${day.replaceAll('-', '')}${two(number)}`;
    const flight = `${carrier}${100 + number}`;
    const people = Array.from({ length: count }, (_, at) => person(next, `${reference}${two(at)}`, from, to));
    const body = `UNH+1+PAXLST:D:05B:UN:IATA'\nBGM+745'\nRFF+TN:${reference}'\nNAD+MS+++OPERATIONS'\nCOM+15550100:TE'\nTDT+20+${flight}+++${carrier}'\nLOC+125+${from}'\nDTM+189:${wire(local)}:201'\nLOC+87+${to}'\nDTM+232:${wire(arrives)}:201'\n${people.join("'\n")}'\nCNT+42:${count}'\n`;
    const segments = body.split("'\n").length;
    const text = `UNB+UNOA:4+${carrier}APIS+${address}+${wire(local).slice(0, 6)}:0000+${reference}++APIS'\n${body}UNT+${segments}+1'\nUNZ+1+${reference}'\n`;
    const at = instant(departs - (30 + next(150)) * 60_000);
    yield { mediaType, bytes: encodeUtf8(text), at, to: country as CountryCode, organisation: carrier };
  }
}
