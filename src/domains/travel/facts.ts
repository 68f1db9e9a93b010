import type { Candidate, CountryCode, Fact, FactValues, HitClass, Instant, Texts } from '#kernel';
import { dayOf, daysBetween, yearsBetween } from '#kernel';
import { arrivalDate, isInfant, journeyDate } from './dates.ts';
import { isLate } from './deadlines.ts';
import { elements, missingOf, travelDocumentOf } from './profiles.ts';
import { type PassengerList, roles, type Traveller } from './record.ts';
import { directionOf, legsOf } from './touched.ts';

/** The closed sets that the facts of travel are drawn from. */
const hits = ['none', 'adjudicate', 'strong'] as const;
const documentStates = ['valid', 'expired', 'expires-during-journey', 'missing', 'unverified'] as const;
const directions = ['inbound', 'outbound', 'transit', 'overflight', 'domestic'] as const;
const modes = ['air', 'sea', 'land'] as const;

const title = (en: string, fr: string, es: string): Texts => ({ en, fr, es });

const plain = (name: string, type: Fact['type'], text: Texts): Fact => ({ name, type, title: text });

const coded = (name: string, values: readonly string[], text: Texts): Fact => ({
  name,
  type: 'code',
  title: text,
  values,
});

/** What a decision table of travel may look at. */
export const facts: readonly Fact[] = [
  coded(
    'list.no-fly',
    hits,
    title(
      'Hit on a no-fly list',
      'Occurrence sur une liste d’interdiction de vol',
      'Coincidencia en lista de prohibición de vuelo',
    ),
  ),
  coded('list.lookout', hits, title('Hit on a lookout', 'Occurrence d’avis de surveillance', 'Coincidencia en alerta')),
  coded(
    'list.sanctions',
    hits,
    title('Hit on a sanctions list', 'Occurrence sur une liste de sanctions', 'Coincidencia en lista de sanciones'),
  ),
  coded(
    'list.lost-document',
    hits,
    title('Document reported lost or stolen', 'Document signalé perdu ou volé', 'Documento reportado perdido o robado'),
  ),
  plain(
    'document.type',
    'code',
    title('Type of travel document', 'Type de document de voyage', 'Tipo de documento de viaje'),
  ),
  coded(
    'document.state',
    documentStates,
    title('State of the travel document', 'État du document de voyage', 'Estado del documento de viaje'),
  ),
  plain(
    'document.daysToExpiry',
    'number',
    title('Days from departure to expiry', 'Jours du départ à l’expiration', 'Días de la salida al vencimiento'),
  ),
  plain('traveller.nationality', 'code', title('Nationality', 'Nationalité', 'Nacionalidad')),
  plain('traveller.age', 'number', title('Age on departure', 'Âge au départ', 'Edad a la salida')),
  plain('traveller.infant', 'boolean', title('Infant', 'Bébé', 'Infante')),
  coded('traveller.role', roles, title('Role on board', 'Rôle à bord', 'Función a bordo')),
  {
    ...plain(
      'traveller.dataMissing',
      'codes',
      title('Required data that are missing', 'Données exigées manquantes', 'Datos exigidos que faltan'),
    ),
    values: [...elements, 'place'],
  },
  plain(
    'traveller.dateOfBirthInFuture',
    'boolean',
    title('Date of birth in the future', 'Date de naissance dans le futur', 'Fecha de nacimiento futura'),
  ),
  coded('journey.direction', directions, title('Direction of the journey', 'Sens du voyage', 'Sentido del viaje')),
  coded('journey.mode', modes, title('Mode of transport', 'Mode de transport', 'Medio de transporte')),
  plain(
    'journey.minutesToDeparture',
    'number',
    title('Minutes to departure', 'Minutes avant le départ', 'Minutos para la salida'),
  ),
  plain(
    'message.late',
    'boolean',
    title('Lodged after the deadline', 'Déposé après l’échéance', 'Presentado después del plazo'),
  ),
];

const hitOrder: readonly HitClass[] = ['no-hit', 'adjudicate', 'strong'];

/** The strongest class among the candidates of a purpose; `none` when no list of that purpose knows him. */
function strongest(candidates: readonly Candidate[], purpose: string): string {
  const rank = Math.max(
    0,
    ...candidates.filter((it) => it.purpose === purpose).map((it) => hitOrder.indexOf(it.class)),
  );
  return rank === 0 ? 'none' : (hitOrder[rank] ?? 'none');
}

const listFacts = (candidates: readonly Candidate[]): FactValues => ({
  'list.no-fly': strongest(candidates, 'no-fly'),
  'list.lookout': strongest(candidates, 'lookout'),
  'list.sanctions': strongest(candidates, 'sanctions'),
  'list.lost-document': strongest(candidates, 'lost-document'),
});

/** valid, expired before the journey, expires during it, missing, or unverified (GEI+4+174: not read by a machine). */
function documentState(record: PassengerList, traveller: Traveller): string {
  const document = travelDocumentOf(traveller);
  if (document === undefined || document.number === '') return 'missing';
  if (document.expiry !== undefined && document.expiry < journeyDate(record)) return 'expired';
  if (document.expiry !== undefined && document.expiry < arrivalDate(record)) return 'expires-during-journey';
  return traveller.verified === false ? 'unverified' : 'valid';
}

function travellerFacts(record: PassengerList, traveller: Traveller, country: CountryCode): FactValues {
  const on = journeyDate(record);
  const { dateOfBirth } = traveller;
  const document = travelDocumentOf(traveller);
  const unknownPlace = record.journey.legs.some(
    (leg) => leg.from.country === undefined || leg.to.country === undefined,
  );
  return {
    'document.type': document?.type ?? null,
    'document.state': documentState(record, traveller),
    'document.daysToExpiry': document?.expiry === undefined ? null : daysBetween(on, document.expiry),
    'traveller.nationality': traveller.nationality ?? null,
    'traveller.age': dateOfBirth === undefined ? null : yearsBetween(dateOfBirth, on),
    'traveller.infant': isInfant(traveller, on),
    'traveller.role': traveller.role,
    'traveller.dataMissing': [...missingOf(record, traveller, country), ...(unknownPlace ? ['place'] : [])],
    'traveller.dateOfBirthInFuture': dateOfBirth !== undefined && dateOfBirth > dayOf(record.receivedAt),
  };
}

function journeyFacts(record: PassengerList, traveller: Traveller, country: CountryCode, at: Instant): FactValues {
  const legs = legsOf(record, traveller);
  const departure = legs[0]?.departure?.instant;
  return {
    'journey.direction': directionOf(legs, country),
    'journey.mode': record.journey.mode,
    'journey.minutesToDeparture': departure === undefined ? null : Math.floor((departure - at) / 60_000),
    'message.late': isLate(record, country),
  };
}

/** All facts of one traveller, as a country's table sees them. */
export const factsOf = (
  record: PassengerList,
  traveller: Traveller,
  candidates: readonly Candidate[],
  means: { readonly country: CountryCode; readonly at: Instant },
): FactValues => ({
  ...listFacts(candidates),
  ...travellerFacts(record, traveller, means.country),
  ...journeyFacts(record, traveller, means.country, means.at),
});
