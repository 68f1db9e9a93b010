import type { Access, AggregateId, Instant, Means, Result, Route, RouteRequest } from '#kernel';
import { err, ok, within } from '#kernel';
import {
  type BoothDecision,
  boothPort,
  decideAtBooth,
  directionsFor,
  isSamePerson,
  type Presented,
  present,
} from '../booth.ts';
import { reasonText } from '../catalogues.ts';
import { journeyFold } from '../entries.ts';
import { travelFindings } from '../findings.ts';
import { type PresentedEntry, presentedKind } from '../kinds.ts';
import type { Leg, Place, Traveller } from '../record.ts';
import { said } from '../said.ts';
import type { JourneyState } from '../state.ts';
import { flightsView } from '../view.ts';
import { type BoothAnswer, boothBody, boothShape } from './shapes.ts';
import { nameOf, shownFinding, shownReason, type TextOf } from './shown.ts';

/** How long before and after its arrival a journey may bring somebody to a booth, milliseconds. */
const early = 6 * 3_600_000;
const late = 24 * 3_600_000;
/** At most so many journeys are looked through for the traveller, the nearest first: an answer may not wait. */
const mostJourneys = 256;

/** How far the arrival of a leg lies from now; infinite when the leg does not end at the port or in the time. */
function distance(leg: Leg, port: Place, at: Instant): number {
  const ends = port.code === '' ? leg.to.country === port.country : leg.to.code === port.code;
  const arrives = leg.arrival?.instant ?? leg.departure?.instant;
  if (!ends || arrives === undefined || arrives - at > early || at - arrives > late) return Number.POSITIVE_INFINITY;
  return Math.abs(arrives - at);
}

/** Journeys that end at the port about now, the nearest first. */
function arriving(access: Access, port: Place): readonly AggregateId[] {
  const { state } = access.view<JourneyState>(flightsView.name);
  return [...state]
    .map(([journey, flight]) => ({
      journey,
      far: Math.min(...(flight.journey?.legs ?? []).map((leg) => distance(leg, port, access.now()))),
    }))
    .filter(({ far }) => Number.isFinite(far))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, mostJourneys)
    .map(({ journey }) => journey);
}

interface Listed {
  readonly journey: AggregateId;
  readonly subject: string;
}

/** The journey that brought him, when a list named this document. */
async function listedAs(access: Access, who: Presented): Promise<Listed | undefined> {
  for (const journey of arriving(access, who.port)) {
    const state = await access.state(journey, journeyFold);
    const passenger = Object.values(state?.passengers ?? {}).find(({ traveller }) => isSamePerson(traveller, who));
    if (passenger !== undefined) return { journey, subject: passenger.traveller.subject };
  }
  return undefined;
}

/** Keeps the answer with the journey or, where no list named him, with the day of the booth. Durable before it is told. */
async function keep(
  access: Access,
  who: Presented,
  word: BoothDecision,
  listed: Listed | undefined,
): Promise<Result<void>> {
  const { traveller, port, on, findings } = who;
  const data: PresentedEntry = {
    port: port.code,
    traveller,
    decision: word.decision.toJSON(),
    facts: word.facts,
    candidates: word.candidates,
    findings,
    ...(listed === undefined ? {} : { subject: listed.subject }),
  };
  const into = listed?.journey ?? (await access.open(`travel booth ${port.code} ${on}`));
  return access.record(into, [{ kind: presentedKind.name, data }]);
}

const shownPerson = (traveller: Traveller): BoothAnswer['traveller'] => {
  const [document] = traveller.documents;
  return said({
    name: nameOf(traveller),
    nationality: traveller.nationality,
    dateOfBirth: traveller.dateOfBirth,
    document: [document?.type, document?.issuingState, document?.number].filter((part) => part).join(' '),
    sex: traveller.sex,
    expiry: document?.expiry,
  });
};

function answerOf({ language }: RouteRequest, who: Presented, word: BoothDecision, access: Access): BoothAnswer {
  const textOf = access.service<TextOf>('texts');
  return {
    disposition: word.decision.disposition,
    directions: directionsFor(word, who.findings).map((name) => reasonText(language, name) ?? name),
    reasons: word.decision.reasons.map((reason) => shownReason(reason, language)),
    traveller: shownPerson(who.traveller),
    findings: who.findings.map((finding) => shownFinding(finding, language, textOf)),
  };
}

/** One machine-readable zone in, one answer with directions. */
export const boothRoute: Route = {
  method: 'POST',
  pattern: '/travel/booth',
  summary: {
    en: 'Answers a machine-readable zone at a port of entry',
    fr: 'Répond à une zone lisible par machine à un point d’entrée',
    es: 'Responde a una zona de lectura mecánica en un puerto de entrada',
  },
  permission: 'travel.booth',
  personal: true,
  body: boothBody,
  response: boothShape,
  handle: async (request, access) => {
    const { mrz, port: code } = boothBody.parse(request.body);
    const port = boothPort(code, access.country);
    if (port === undefined || !within(request.scope, { ports: [code] })) {
      return err(travelFindings.find('TRV-0402', { port: code }));
    }
    const means = access.service<() => Means>('means')();
    const who = present(mrz, port, means.at);
    if (!who.ok) return who;
    const word = decideAtBooth(who.value, means);
    const listed = await listedAs(access, who.value);
    const kept = await keep(access, who.value, word, listed);
    return kept.ok ? ok({ ...answerOf(request, who.value, word, access), ...listed }) : kept;
  },
};
