import { z } from 'zod';
import type { Access, AggregateId, Instant, Result, Route, RouteRequest } from '#kernel';
import { aggregateId, err, ok, page, pageOf, pageQuery } from '#kernel';
import { endsOf } from '../board.ts';
import { journeyFold } from '../entries.ts';
import { facts } from '../facts.ts';
import { travelFindings } from '../findings.ts';
import type { Journey } from '../record.ts';
import { said } from '../said.ts';
import { type JourneyState, type PassengerState, passengerOf } from '../state.ts';
import { flightsView } from '../view.ts';
import { flightDetailShape, flightItemShape, type TravellerDetail, travellerDetailShape } from './shapes.ts';
import { isWithin, shownFinding, shownFlight, shownTraveller, type TextOf } from './shown.ts';

const hourMilliseconds = 3_600_000;

/** Journeys that departed at most an hour ago or depart within so many hours. */
export const windowShape = z
  .string()
  .regex(/^\d{1,3}h$/)
  .default('24h');

const flightsQuery = z.object({ ...pageQuery, window: windowShape });

/** Whether a journey departs within the window; one whose departure is unknown is always shown, since somebody must look. */
export function isInWindow(state: JourneyState, at: Instant, hours: number): boolean {
  const departure = endsOf(state.journey?.legs ?? [])?.first.departure?.instant;
  return departure === undefined || (departure >= at - hourMilliseconds && departure <= at + hours * hourMilliseconds);
}

/** What a board is sorted by: when its list closes, else nothing, which comes first. */
const keyOf = (item: { readonly closesAt?: number | undefined; readonly journey: string }): string =>
  `${String(item.closesAt ?? 0).padStart(15, '0')} ${item.journey}`;

const list: Route = {
  method: 'GET',
  pattern: '/travel/flights',
  summary: {
    en: 'Flights, ferries and crossings, the one that closes first on top',
    fr: 'Vols, traversiers et passages, le premier à fermer en tête',
    es: 'Vuelos, transbordadores y cruces, primero el que cierra antes',
  },
  permission: 'travel.flights.read',
  personal: false,
  query: flightsQuery,
  response: pageOf(flightItemShape).extend({ asOf: z.number().int() }),
  handle: async (request, access) => {
    const { state, asOf } = access.view<JourneyState>(flightsView.name);
    const query = flightsQuery.parse(request.query);
    const hours = Number.parseInt(query.window, 10);
    const at = access.now();
    const items = [...state]
      .filter(([, flight]) => isInWindow(flight, at, hours) && isWithin(request.scope, flight))
      .map(([journey, flight]) => shownFlight(journey, flight, at))
      .filter((item) => item !== undefined)
      .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    return ok({ asOf, ...page(items, { keyOf, cursor: query.cursor, limit: query.limit }) });
  },
};

const journeyPath = z.object({ journey: z.string() });
const travellerPath = z.object({ journey: z.string(), subject: z.string() });

/** The journey of the path, up to its last durable entry; one outside the caller's scope is as good as absent. */
async function journeyOf(
  request: RouteRequest,
  access: Access,
): Promise<Result<{ id: AggregateId; state: JourneyState; journey: Journey }>> {
  const named = request.path['journey'] ?? '';
  const absent = err(travelFindings.find('TRV-0403', { journey: named }));
  const id = aggregateId(named);
  if (id === undefined) return absent;
  const state = await access.state(id, journeyFold);
  if (state?.journey === undefined || !isWithin(request.scope, state)) return absent;
  return ok({ id, state, journey: state.journey });
}

const detail: Route = {
  method: 'GET',
  pattern: '/travel/flights/:journey',
  summary: {
    en: 'One journey: legs, travellers, messages',
    fr: 'Un voyage : étapes, voyageurs, messages',
    es: 'Un viaje: tramos, viajeros, mensajes',
  },
  permission: 'travel.travellers.read',
  personal: true,
  path: journeyPath,
  response: flightDetailShape,
  handle: async (request, access) => {
    const found = await journeyOf(request, access);
    if (!found.ok) return found;
    const { id, state, journey } = found.value;
    const textOf = access.service<TextOf>('texts');
    return ok({
      ...shownFlight(id, state, access.now()),
      legs: journey.legs,
      travellers: Object.values(state.passengers).map((passenger) => shownTraveller(passenger, request.language)),
      messages: state.messages.map((message) => ({
        ...message,
        findings: message.findings.map((finding) => shownFinding(finding, request.language, textOf)),
      })),
    });
  },
};

function shownDetail(passenger: PassengerState, { language }: RouteRequest): TravellerDetail {
  const { own, lodgement, traveller } = passenger;
  return {
    ...shownTraveller(passenger, language),
    facts: facts.map(({ name, title }) => ({ name, title: title[language], value: own?.facts[name] ?? null })),
    candidates: [...(own?.candidates ?? [])],
    history: passenger.history.map(({ at, what, by, entry }) => ({ at, what, by, entry })),
    ...said({ message: lodgement === undefined ? undefined : { lodgement, segment: traveller.segment } }),
  };
}

const traveller: Route = {
  method: 'GET',
  pattern: '/travel/flights/:journey/travellers/:subject',
  summary: {
    en: 'One traveller: facts, evidence, reasons, history',
    fr: 'Un voyageur : faits, preuves, motifs, historique',
    es: 'Un viajero: hechos, evidencia, motivos, historial',
  },
  permission: 'travel.travellers.read',
  personal: true,
  path: travellerPath,
  response: travellerDetailShape,
  handle: async (request, access) => {
    const found = await journeyOf(request, access);
    if (!found.ok) return found;
    const subject = request.path['subject'] ?? '';
    const passenger = passengerOf(found.value.state, subject);
    if (passenger === undefined) return err(travelFindings.find('TRV-0404', { subject }));
    return ok(shownDetail(passenger, request));
  },
};

/** The board, one journey, one traveller. */
export const flightRoutes: readonly Route[] = [list, detail, traveller];
