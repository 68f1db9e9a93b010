import type { PaxlstPerson } from '#formats/edifact';
import type { Chance } from './chance.ts';
import { type Conveyance, later } from './conveyances.ts';
import type { DefectName } from './defect-names.ts';
import type { Letter, LetterWriter, Sent } from './letters.ts';
import type { Party } from './people.ts';
import type { Traveller } from './traveller.ts';

/** Defects that leave an authority asking for more, after which the carrier sends a change. */
const asksAgain: ReadonlySet<DefectName> = new Set([
  'no-nationality',
  'no-expiry',
  'unverified',
  'check-digit-in-number',
]);

/** Minutes before departure by which every authority has the crew: Mexico asks for batches two hours ahead. */
const crewLead = 125;

/** Tells what a carrier sends about one conveyance, from its first list to the closing of its doors, in the order of time. */
export class Storyteller {
  readonly #chance: Chance;
  readonly #writer: LetterWriter;
  readonly #cancelledPerThousand: number;

  constructor(chance: Chance, writer: LetterWriter, cancelledPerThousand: number) {
    this.#chance = chance;
    this.#writer = writer;
    this.#cancelledPerThousand = cancelledPerThousand;
  }

  tell(conveyance: Conveyance): readonly Sent[] {
    const { carrier, crew, departs } = conveyance;
    const everyone = conveyance.parties.flatMap(({ travellers }) => travellers);
    const sent: Sent[] = [];
    if (crew.length > 0) sent.push(...this.#send(conveyance, this.#crewList(conveyance)));
    const cancelled =
      carrier.exchange === 'interactive'
        ? this.#dialogues(conveyance, everyone.length, sent)
        : this.#batch(conveyance, everyone, sent);
    const flightCancelled = this.#chance.perThousand(this.#cancelledPerThousand);
    if (flightCancelled && this.#allows(conveyance, 'cancel-flight')) {
      sent.push(
        ...this.#send(conveyance, {
          at: later(departs, -35),
          function: 'cancel-flight',
          travellers: [],
          total: everyone.length,
        }),
      );
    } else
      sent.push(
        ...this.#close(
          conveyance,
          everyone.filter((one) => !cancelled.has(one)),
        ),
      );
    return sent.sort((a, b) => a.at - b.at);
  }

  #send(conveyance: Conveyance, letter: Letter): readonly Sent[] {
    return this.#writer.write(conveyance, letter);
  }

  #allows({ authority }: Conveyance, asked: NonNullable<Conveyance['authority']>['functions'][number]): boolean {
    return authority?.functions.includes(asked) ?? false;
  }

  #crewList({ crew, departs, route }: Conveyance): Letter {
    const at = later(departs, -Math.max(crewLead, route.lead) - this.#chance.below(40));
    return { at, document: 'crew-list', travellers: crew };
  }

  /** One list of everyone, late where its carrier is. */
  #batch(conveyance: Conveyance, everyone: readonly Traveller[], sent: Sent[]): ReadonlySet<Traveller> {
    const { carrier, departs, route } = conveyance;
    const late = this.#chance.percent(carrier.defects.late ?? 0);
    const before = late ? this.#chance.between(3, 14) : route.lead + this.#chance.between(1, 45);
    for (const one of this.#send(conveyance, { at: later(departs, -before), travellers: everyone })) {
      sent.push(late ? { ...one, defects: [...one.defects, 'late'] } : one);
    }
    return new Set();
  }

  /** A request a party at check-in; a change where data were missing; a cancellation here and there. */
  #dialogues(conveyance: Conveyance, total: number, sent: Sent[]): ReadonlySet<Traveller> {
    const cancelled = new Set<Traveller>();
    for (const party of conveyance.parties) {
      const at = later(conveyance.departs, -this.#chance.between(50, 115));
      const asked = { at, interactive: true, travellers: party.travellers, total };
      const requests = this.#send(conveyance, asked);
      sent.push(...requests);
      const again = requests.some(({ defects }) => defects.some((name) => asksAgain.has(name)));
      if (again && this.#allows(conveyance, 'change-passenger')) {
        const change = { ...asked, at: later(at, this.#chance.between(4, 12)), careful: true } as const;
        sent.push(...this.#send(conveyance, { ...change, function: 'change-passenger' }));
      }
      if (this.#chance.percent(2) && this.#allows(conveyance, 'cancel-reservation')) {
        for (const one of party.travellers) cancelled.add(one);
        sent.push(...this.#cancel(conveyance, party, later(at, this.#chance.between(14, 24))));
      }
    }
    return cancelled;
  }

  #cancel(conveyance: Conveyance, party: Party, at: Letter['at']): readonly Sent[] {
    const travellers = party.travellers.map(named);
    return this.#send(conveyance, { at, interactive: true, function: 'cancel-reservation', travellers, careful: true });
  }

  /** The doors close: who is on board, who is not, or only that they are closed. */
  #close(conveyance: Conveyance, expected: readonly Traveller[]): readonly Sent[] {
    const { closing } = conveyance.carrier;
    if (!this.#allows(conveyance, closing)) return [];
    const absent = new Set(expected.filter(() => this.#chance.perThousand(12)));
    const aboard = expected.filter((one) => !absent.has(one));
    const listed = { close: [], 'close-on-board': aboard, 'close-not-on-board': [...absent] }[closing];
    return this.#send(conveyance, {
      at: later(conveyance.departs, -2),
      function: closing,
      travellers: listed.map(named),
      total: aboard.length,
      careful: true,
      firm: true,
    });
  }
}

/** A traveller by his name and references only, as lists that close and cancel name him. */
function named({ person, ...rest }: Traveller): Traveller {
  const { role, family, given, locator, passengerReference } = person;
  const short: PaxlstPerson = {
    role,
    family,
    ...(given === undefined ? {} : { given }),
    infant: false,
    documents: [],
    ...(locator === undefined ? {} : { locator }),
    ...(passengerReference === undefined ? {} : { passengerReference }),
    bagTags: [],
    segment: 0,
  };
  return { ...rest, person: short };
}
