import { z } from 'zod';
import { reasonClasses } from '#kernel';
import { candidateSchema, factsSchema, factValue } from '../kinds.ts';
import { roles } from '../record.ts';

const instantShape = z.number().int();
const dispositionShape = z.string();

const placeShape = z.object({
  code: z.string(),
  name: z.string().optional(),
  country: z.string().optional(),
  zone: z.string().optional(),
});

/** Local as lodged; with zone and instant where the place is known. */
const momentShape = z.object({
  local: z.string(),
  zone: z.string().optional(),
  instant: instantShape.optional(),
});

const legShape = z.object({
  stage: z.enum(['main', 'overflight']),
  carrier: z.string(),
  conveyance: z.string(),
  from: placeShape,
  to: placeShape,
  departure: momentShape.optional(),
  arrival: momentShape.optional(),
});

/** Of a partner only what came back, or what its fail rule put in its place. */
const partnerShape = z.object({
  country: z.string(),
  disposition: dispositionShape,
  reasonClass: z.enum(reasonClasses).optional(),
  validUntil: instantShape.optional(),
  failRule: z.enum(['late', 'error', 'not-forwarded']).optional(),
});

export const findingShape = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'note']),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
  at: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  text: z.string().optional(),
});

export const flightItemShape = z.object({
  journey: z.string(),
  conveyance: z.string(),
  mode: z.enum(['air', 'sea', 'land']),
  from: placeShape,
  to: placeShape,
  /** Codes of all places where it stops, the first and the last too. */
  stops: z.array(z.string()),
  departure: momentShape.optional(),
  closesAt: instantShape.optional(),
  /** Passengers listed and expected; crew are counted apart. */
  aboard: z.object({ listed: z.number().int(), expected: z.number().int().optional(), crew: z.number().int() }),
  answers: z.object({ answered: z.number().int(), waiting: z.number().int() }),
  dispositions: z.record(z.string(), z.number().int()),
  referralsOpen: z.number().int(),
  partners: z.array(
    z.object({
      country: z.string(),
      state: z.enum(['answered', 'waiting', 'late', 'silent']),
      since: instantShape.optional(),
    }),
  ),
  need: z.enum(['now', 'soon', 'none']),
  why: z.array(z.object({ code: z.string(), count: z.number().int() })),
});

export const placesShape = z.object({
  asOf: instantShape,
  places: z.array(
    placeShape.extend({
      /** In degrees, rounded; absent where the table of positions lacks the place. */
      position: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
      arrivals: z.number().int(),
      departures: z.number().int(),
      travellers: z.number().int(),
      need: z.enum(['now', 'soon', 'none']),
      needing: z.number().int(),
      why: z.array(z.object({ code: z.string(), count: z.number().int() })),
    }),
  ),
  underWay: z.array(z.object({ journey: z.string(), conveyance: z.string(), from: z.string(), to: z.string() })),
});

export const reasonShape = z.object({
  code: z.string(),
  class: z.string(),
  row: z.string(),
  /** The facts that the row looked at, as they were. */
  facts: factsSchema,
  text: z.string().optional(),
});

export const ownShape = z.object({
  disposition: dispositionShape,
  reasons: z.array(reasonShape),
  by: z.object({ table: z.string(), version: z.string() }),
});

export const travellerItemShape = z.object({
  subject: z.string(),
  name: z.string(),
  nationality: z.string().optional(),
  document: z.string().optional(),
  role: z.enum(roles),
  own: ownShape.optional(),
  partners: z.array(partnerShape),
  combined: dispositionShape.optional(),
  referral: z.string().optional(),
  updatedAt: instantShape,
});

export const flightDetailShape = flightItemShape.extend({
  legs: z.array(legShape),
  travellers: z.array(travellerItemShape),
  messages: z.array(
    z.object({
      lodgement: z.string().optional(),
      receivedAt: instantShape,
      kind: z.string(),
      findings: z.array(findingShape),
    }),
  ),
});

export const travellerDetailShape = travellerItemShape.extend({
  facts: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      value: factValue,
    }),
  ),
  candidates: z.array(candidateSchema),
  history: z.array(z.object({ at: instantShape, what: z.string(), by: z.string(), entry: z.number().int() })),
  message: z.object({ lodgement: z.string(), segment: z.number().int() }).optional(),
});

export const boothBody = z.object({ mrz: z.string().max(400), port: z.string().max(16) });

export const boothShape = z.object({
  disposition: dispositionShape,
  directions: z.array(z.string()),
  reasons: z.array(reasonShape),
  traveller: z.object({
    name: z.string().optional(),
    nationality: z.string().optional(),
    dateOfBirth: z.string().optional(),
    document: z.string().optional(),
    sex: z.string().optional(),
    expiry: z.string().optional(),
  }),
  journey: z.string().optional(),
  subject: z.string().optional(),
  findings: z.array(findingShape),
});

export type FlightItem = z.infer<typeof flightItemShape>;
export type TravellerItem = z.infer<typeof travellerItemShape>;
export type TravellerDetail = z.infer<typeof travellerDetailShape>;
export type BoothAnswer = z.infer<typeof boothShape>;
