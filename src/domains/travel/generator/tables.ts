import { z } from 'zod';
import { countryCode, parsePlainDate, stateCode, textAs } from '#kernel';
import carriers from '../../../../data/travel/generator/carriers.json' with { type: 'json' };
import documents from '../../../../data/travel/generator/documents.json' with { type: 'json' };
import names from '../../../../data/travel/generator/names.json' with { type: 'json' };
import routes from '../../../../data/travel/generator/routes.json' with { type: 'json' };
import watched from '../../../../data/travel/generator/watched.json' with { type: 'json' };
import { defectNames } from './defect-names.ts';

const country = textAs(countryCode);
const state = textAs(stateCode);
const date = textAs(parsePlainDate);
const percent = z.number().int().min(0).max(100);
const modes = ['air', 'sea', 'land'] as const;
const functions = [
  'change-passenger',
  'cancel-reservation',
  'close',
  'close-not-on-board',
  'close-on-board',
  'cancel-flight',
] as const;

const carrierSchema = z.object({
  code: z.string().regex(/^[A-Z0-9]{2}$/),
  name: z.string(),
  mode: z.enum(modes),
  exchange: z.enum(['interactive', 'batch']),
  syntax: z.string(),
  directory: z.string(),
  segmentBreak: z.string(),
  advised: z.boolean(),
  closing: z.enum(['close', 'close-not-on-board', 'close-on-board']),
  crew: z.number().int(),
  phone: z.string(),
  defects: z.partialRecord(z.enum(defectNames), percent),
});

const routeSchema = z.object({
  carrier: z.string(),
  to: country,
  places: z.array(z.string()).min(2),
  minutes: z.array(z.number().int()).min(1),
  lead: z.number().int(),
  seats: z.number().int(),
  weight: z.number().int(),
});

const cultureSchema = z.object({
  culture: z.string(),
  states: z.record(z.string(), z.number().int()),
  shape: z.enum(['one', 'two', 'gendered']),
  doubles: percent,
  single: percent,
  families: z.array(z.string()),
  male: z.array(z.string()),
  female: z.array(z.string()),
});

const watchedSchema = z.object({
  country,
  purpose: z.string(),
  entry: z.string(),
  family: z.string().optional(),
  given: z.string().optional(),
  dateOfBirth: date.optional(),
  sex: z.enum(['M', 'F']).optional(),
  state,
  number: z.string().optional(),
  referred: z.literal(true).optional(),
});

const carriersSchema = z.object({
  authorities: z.record(country, z.object({ address: z.string(), functions: z.array(z.enum(functions)) })),
  carriers: z.array(carrierSchema),
});
const routesSchema = z.object({
  travellers: z.number().int(),
  load: z.tuple([percent, percent]),
  homes: z.record(country, state),
  homePercent: percent,
  cancelledPerThousand: z.number().int(),
  routes: z.array(routeSchema),
});
const documentsSchema = z.object({
  cardForm: z.string(),
  cardPercent: z.record(z.enum(modes), percent),
  expiredPerThousand: z.number().int(),
  validYears: z.number().int(),
  numbers: z.array(z.object({ state: z.string(), forms: z.array(z.string()) })),
});

export type Carrier = z.infer<typeof carrierSchema>;
export type Route = z.infer<typeof routeSchema>;
export type Culture = z.infer<typeof cultureSchema>;
export type Watched = z.infer<typeof watchedSchema>;
export type CarrierTable = z.infer<typeof carriersSchema>;
export type RouteTable = z.infer<typeof routesSchema>;
export type DocumentTable = z.infer<typeof documentsSchema>;

/** The tables of data/travel/generator, parsed when a day is made: nobody else pays for them. */
export const generatorTables = () => ({
  ...carriersSchema.parse(carriers),
  routes: routesSchema.parse(routes),
  documents: documentsSchema.parse(documents),
  cultures: z.array(cultureSchema).parse(names.cultures),
  watched: z.array(watchedSchema).parse(watched.people),
  watchedPerThousand: watched.perThousand,
  referredAmong: watched.referredAmong,
});

export type GeneratorTables = ReturnType<typeof generatorTables>;
