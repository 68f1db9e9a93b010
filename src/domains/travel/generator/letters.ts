import {
  type Paxlst,
  type PaxlstEnvelope,
  type PaxlstFunction,
  type PaxlstPerson,
  writePaxlst,
} from '#formats/edifact';
import { decodeLatin1, encodeUtf8, formatInstant, type Generated, type Instant } from '#kernel';
import { mediaType } from '../wire.ts';
import type { Chance } from './chance.ts';
import { type Conveyance, later } from './conveyances.ts';
import type { DefectName } from './defect-names.ts';
import { drawDefects, isOfMessage, spoiledList, spoiledPerson, spoiledText, spoilsText } from './defects.ts';
import type { Traveller } from './traveller.ts';

/** A lodgement of the generated day, with what it should have said. */
export interface Sent extends Generated {
  readonly function: PaxlstFunction;
  readonly document: 'passenger-list' | 'crew-list';
  /** What its carrier did wrong, to the message or to someone in it. */
  readonly defects: readonly DefectName[];
  /** Whom it names, as they are. */
  readonly travellers: readonly Traveller[];
}

/** What a carrier means to send. */
export interface Letter {
  readonly at: Instant;
  readonly function?: PaxlstFunction;
  readonly document?: Sent['document'];
  readonly interactive?: boolean;
  readonly travellers: readonly Traveller[];
  /** People on the whole conveyance; the travellers named when it is left out. */
  readonly total?: number;
  /** True when the data are right this time: a correction. */
  readonly careful?: boolean;
  readonly firm?: true;
}

const duplicateAfterMinutes = 3;

/** Writes the messages of carriers, each with its defects, and numbers them. */
export class LetterWriter {
  readonly #chance: Chance;
  #count = 0;

  constructor(chance: Chance) {
    this.#chance = chance;
  }

  /** The lodgements of one letter: usually one, two where the carrier sends it twice. */
  write(conveyance: Conveyance, letter: Letter): readonly Sent[] {
    const { carrier, route } = conveyance;
    const ofMessage = drawDefects(this.#chance, carrier).filter(isOfMessage);
    const spoiled = letter.travellers.map(({ person }) =>
      letter.careful === true ? { person, defects: [] } : spoiledPerson(this.#chance, carrier, person),
    );
    const defects = [...new Set([...ofMessage, ...spoiled.flatMap((one) => one.defects)])];
    const list = this.#list(
      conveyance,
      letter,
      spoiled.map(({ person }) => person),
    );
    const sent: Sent = {
      mediaType,
      bytes: textOf(list, ofMessage),
      at: letter.at,
      to: route.to,
      organisation: carrier.code,
      beginBy: later(conveyance.departs, carrier.exchange === 'interactive' ? -10 : -route.lead),
      ...(letter.firm === undefined ? {} : { firm: letter.firm }),
      function: list.function,
      document: letter.document ?? 'passenger-list',
      defects,
      travellers: letter.travellers,
    };
    return ofMessage.includes('duplicates') ? [sent, { ...sent, at: later(sent.at, duplicateAfterMinutes) }] : [sent];
  }

  #list(conveyance: Conveyance, letter: Letter, people: readonly PaxlstPerson[]): Paxlst {
    const { carrier, legs } = conveyance;
    const { interactive = false, document = 'passenger-list' } = letter;
    this.#count += 1;
    const reference = `${conveyance.day.slice(2).replaceAll('-', '')}${String(this.#count).padStart(7, '0')}`;
    const list: Paxlst = {
      directory: carrier.directory,
      associationCode: 'IATA',
      document,
      function: letter.function ?? 'new',
      messageReference: '1',
      contact: {
        family: capitalsOf(carrier.name),
        numbers: [{ number: carrier.phone, kind: 'TE' }],
      },
      legs,
      people,
      total: { qualifier: document === 'crew-list' ? '41' : '42', value: letter.total ?? people.length },
      envelope: envelopeOf(conveyance, letter, reference),
    };
    return interactive ? { ...list, commonAccessReference: reference, transactionReference: reference } : list;
  }
}

/** Contacts are written in plain capitals by everybody. */
const capitalsOf = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();

function envelopeOf({ carrier, authority }: Conveyance, letter: Letter, reference: string): PaxlstEnvelope {
  const { interactive = false } = letter;
  const said = formatInstant(letter.at);
  const prepared = { date: said.slice(2, 10).replaceAll('-', ''), time: said.slice(11, 16).replace(':', '') };
  const parties = { sender: `${carrier.code}APIS`, recipient: authority?.address ?? '' };
  return {
    syntax: carrier.syntax,
    ...parties,
    prepared,
    controlReference: reference,
    applicationReference: interactive ? 'IAPI' : 'APIS',
    interactive,
    serviceCharacters: "UNA:+.? '",
    advised: carrier.advised,
    ...(carrier.segmentBreak === '' ? {} : { segmentBreak: carrier.segmentBreak }),
    group: {
      type: 'PAXLST',
      ...parties,
      prepared,
      reference: '1',
      agency: 'UN',
      version: carrier.directory.replace('.', ':'),
    },
  };
}

function textOf(list: Paxlst, defects: readonly DefectName[]): Uint8Array {
  const bytes = writePaxlst(spoiledList(defects, list));
  return spoilsText(defects) ? encodeUtf8(spoiledText(defects, decodeLatin1(bytes))) : bytes;
}
