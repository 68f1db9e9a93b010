import type { EdifactData } from '#formats/edifact';
import { type Domain, defineDomain } from '#kernel';
import { answered, corrected, current } from './answered.ts';
import { assess } from './assess.ts';
import { bare } from './bare.ts';
import { catalogues } from './catalogues.ts';
import { edifactCodec } from './codec.ts';
import { dispositions } from './dispositions.ts';
import { journeyFold } from './entries.ts';
import { facts } from './facts.ts';
import { travelFindings } from './findings.ts';
import { generateDay } from './generator/day.ts';
import { hears, kinds } from './kinds.ts';
import { measures } from './measures.ts';
import { asksOf, journeyKey, type PassengerList, passengerListKind } from './record.ts';
import { permissions, referrals } from './referrals.ts';
import { correction, reply } from './reply.ts';
import { routes } from './routes/index.ts';
import { searches } from './search.ts';
import { due } from './settle.ts';
import type { JourneyState } from './state.ts';
import { part, portsFor, touched } from './touched.ts';
import { understand } from './understand.ts';
import { verbs } from './verbs.ts';
import { flightsView } from './view.ts';

/** Travellers by air, sea and land: passenger and crew lists in, one answer a traveller out, by every country that the journey touches. */
export const travel: Domain = defineDomain<EdifactData, PassengerList, JourneyState>({
  name: 'travel',
  title: { en: 'Travel', fr: 'Voyage', es: 'Viaje' },
  record: passengerListKind,
  records: kinds,
  findings: travelFindings.specs,
  codecs: [edifactCodec],
  facts,
  dispositions,
  fold: journeyFold,
  understand,
  key: journeyKey,
  touched,
  part,
  subject: 'traveller',
  subjects: (record) => (asksOf(record) ? record.travellers.map((traveller) => traveller.subject) : []),
  ports: portsFor,
  assess,
  answered,
  reply,
  current,
  correction,
  corrected,
  hears,
  due,
  bare,
  referrals,
  permissions,
  verbs,
  catalogues,
  generate: generateDay,
  views: [flightsView],
  measures,
  searches,
  routes,
});
