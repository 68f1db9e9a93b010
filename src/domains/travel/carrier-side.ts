import type { Cusres, EdifactData, Paxlst, PaxlstFunction } from '#formats/edifact';
import type { Disposition } from '#kernel';
import { countryCode, dateOf, disposition } from '#kernel';
import { type CodeTable, readCodes, versionOn } from './codes.ts';
import { permitsBoarding } from './dispositions.ts';
import { type Dialogue, type DialogueEvent, step } from './passenger.ts';
import { profileOf } from './profiles.ts';

/** What a carrier's agent at the gate is told. */
export type Gate = 'OK_TO_BOARD' | 'NO_BOARD' | 'APIS_INCOMPLETE';

/** What a list does to the dialogue of each person in it; closing lists do nothing to it. */
const effects: Readonly<Record<PaxlstFunction, 'asks' | 'changes' | 'cancels' | 'nothing'>> = {
  new: 'asks',
  'change-passenger': 'changes',
  'cancel-reservation': 'cancels',
  reduction: 'cancels',
  'cancel-flight': 'cancels',
  close: 'nothing',
  'close-on-board': 'nothing',
  'close-not-on-board': 'nothing',
  'change-flight': 'nothing',
};

function listEvent(list: Paxlst): DialogueEvent | undefined {
  const effect = effects[list.function];
  if (effect === 'nothing') return undefined;
  if (effect === 'cancels') return { kind: 'cancelled' };
  const request = list.transactionReference ?? list.messageReference;
  return { kind: 'requested', request, change: effect === 'changes' };
}

function wordEvent(cusres: Cusres, what: Disposition): DialogueEvent {
  switch (cusres.document) {
    case 'answer':
      return { kind: 'answered', request: cusres.transactionReference ?? '', disposition: what };
    case 'unsolicited':
      return { kind: 'unsolicited', disposition: what };
    case 'acknowledgement':
      return { kind: 'acknowledged' };
  }
}

/** Whom a carrier knows, and where the authority's word on him stands, read by that authority's code table. */
export class CarrierSide {
  readonly #dialogues = new Map<string, Dialogue>();
  readonly #incomplete = new Set<string>();
  readonly #table: CodeTable;
  readonly #needsLocator: boolean;

  constructor(table: CodeTable) {
    this.#table = table;
    this.#needsLocator = profileOf(countryCode(table.authority)).requiredInteractive.includes('locator');
  }

  /** Takes one message of either direction; one of another type says nothing. */
  take(data: EdifactData): void {
    if ('people' in data) this.#listed(data);
    else if ('answers' in data) this.#said(data);
  }

  /** What the gate may do with a passenger now: board on the authority's word alone, never without one. */
  gate(passenger: string): Gate {
    const dialogue = this.#dialogues.get(passenger);
    if (dialogue === undefined || this.#incomplete.has(passenger)) return 'APIS_INCOMPLETE';
    if (dialogue.presence === 'cancelled' || dialogue.word === undefined) return 'NO_BOARD';
    if (dialogue.word.disposition === disposition('insufficient-data')) return 'APIS_INCOMPLETE';
    return permitsBoarding(dialogue.word.disposition) ? 'OK_TO_BOARD' : 'NO_BOARD';
  }

  #listed(list: Paxlst): void {
    const event = listEvent(list);
    if (event === undefined) return;
    const named = list.people.map((person) => person.passengerReference).filter((one) => one !== undefined);
    const passengers = list.function === 'cancel-flight' ? [...this.#dialogues.keys()] : named;
    for (const passenger of passengers) this.#step(passenger, event);
    if (event.kind === 'requested') this.#noteIncomplete(list);
  }

  #noteIncomplete(list: Paxlst): void {
    for (const { passengerReference, locator } of list.people) {
      if (passengerReference === undefined) continue;
      if (this.#needsLocator && !locator) this.#incomplete.add(passengerReference);
      else this.#incomplete.delete(passengerReference);
    }
  }

  #said(cusres: Cusres): void {
    const departure = cusres.legs[0]?.departureTime;
    const version = versionOn(this.#table, departure && dateOf(departure));
    for (const { level, passengerReference, codes } of cusres.answers) {
      const meaning = readCodes(version, codes);
      // A code that the table does not know denies one passenger; at header level it says nothing of anybody.
      if (level === 'header') {
        if (meaning !== undefined) this.#sayToAll(cusres, meaning);
      } else if (passengerReference !== undefined) {
        this.#step(passengerReference, wordEvent(cusres, meaning ?? disposition('refuse')));
      }
    }
  }

  #sayToAll(cusres: Cusres, what: Disposition): void {
    for (const [passenger, { request }] of [...this.#dialogues]) {
      if (request === cusres.transactionReference) this.#step(passenger, wordEvent(cusres, what));
    }
  }

  #step(passenger: string, event: DialogueEvent): void {
    const { dialogue } = step(this.#dialogues.get(passenger), event);
    if (dialogue !== undefined) this.#dialogues.set(passenger, dialogue);
  }
}
