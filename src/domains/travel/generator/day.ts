import type { PlainDate } from '#kernel';
import { Chance } from './chance.ts';
import { Timetable } from './conveyances.ts';
import { LetterWriter, type Sent } from './letters.ts';
import { People } from './people.ts';
import { Storyteller } from './story.ts';
import { generatorTables } from './tables.ts';

/**
 * A made-up day of flights, ferries and land crossings with `travellers` passengers, those of the table when left out:
 * what carriers lodge, conveyance by conveyance in the order of departure, each of them in the order of time. Bytes are
 * identical for an equal seed, day and number. One conveyance is held in memory at a time.
 */
export function* generateDay(seed: number, day: PlainDate, travellers?: number): Generator<Sent> {
  const tables = generatorTables();
  const chance = new Chance(seed ^ Number(day.replaceAll('-', '')));
  const timetable = new Timetable(chance, tables, new People(chance, tables), day);
  const storyteller = new Storyteller(chance, new LetterWriter(chance), tables.routes.cancelledPerThousand);
  const wanted = travellers ?? tables.routes.travellers;
  for (let aboard = 0; aboard < wanted; ) {
    const conveyance = timetable.next(aboard / wanted, wanted - aboard);
    aboard += conveyance.parties.reduce((sum, party) => sum + party.travellers.length, 0);
    yield* storyteller.tell(conveyance);
  }
}
