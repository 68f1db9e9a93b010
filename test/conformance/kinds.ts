/** What one reader found in one folder of samples. */
export interface Conformance {
  readonly found: number;
  readonly passed: number;
  readonly failures: readonly string[];
}

/** A kind of sample: built, with its reader, or listed so that nobody takes it for read. */
export type Kind = 'not built yet' | { readonly reader: () => Promise<Reader> };
export interface Reader {
  readonly run: (folder: string) => Promise<Conformance>;
}

const notBuiltYet = 'not built yet';

/** Every folder of kinds under the data folder. A folder that is not named here fails, and so does a built kind without a sample. */
export const kinds: Readonly<Record<string, Kind>> = {
  'cargo/fraud': notBuiltYet,
  'cargo/mirror': notBuiltYet,
  'cargo/n42': notBuiltYet,
  'cargo/radsources': notBuiltYet,
  'cargo/rules': notBuiltYet,
  'cargo/wco-dms': notBuiltYet,
  'cargo/x12': notBuiltYet,
  console: notBuiltYet,
  'exchange/agreements': notBuiltYet,
  'exchange/cap': notBuiltYet,
  'exchange/cedar': notBuiltYet,
  'exchange/jose-cookbook': notBuiltYet,
  'exchange/merkle-rfc6962': notBuiltYet,
  'exchange/plan-seed': notBuiltYet,
  'exchange/rfc9421': notBuiltYet,
  'exchange/stix21': notBuiltYet,
  'health/aberration': notBuiltYet,
  'health/eicr': notBuiltYet,
  'health/fmd': notBuiltYet,
  'health/hl7-fhir': notBuiltYet,
  'health/hl7-validation': notBuiltYet,
  'health/ihr': notBuiltYet,
  'health/linkage': notBuiltYet,
  'health/privacy': notBuiltYet,
  'health/recalls': notBuiltYet,
  'health/scan': notBuiltYet,
  'health/stockpile': notBuiltYet,
  'health/v2-to-fhir-mappings': notBuiltYet,
  'maritime/ais': notBuiltYet,
  'maritime/bwt': notBuiltYet,
  'maritime/encounters': notBuiltYet,
  'maritime/ports': notBuiltYet,
  'maritime/psc': notBuiltYet,
  'maritime/queue': notBuiltYet,
  'maritime/tracks': notBuiltYet,
  'screening/lists': { reader: () => import('./readers/lists.ts') },
  'screening/pairs': notBuiltYet,
  'screening/resources': notBuiltYet,
  'screening/scenarios': notBuiltYet,
  'screening/screening': notBuiltYet,
  'screening/translit': notBuiltYet,
  'traveller/edifact-directory': notBuiltYet,
  'traveller/emrtd': notBuiltYet,
  'traveller/gtas/apis': { reader: () => import('./readers/paxlst.ts') },
  'traveller/gtas/pnrgov': { reader: () => import('./readers/pnrgov.ts') },
  'traveller/mdl': notBuiltYet,
  'traveller/mrz': { reader: () => import('./readers/mrz.ts') },
  'traveller/paxlst-cusres/guide-examples': { reader: () => import('./readers/paxlst.ts') },
  'traveller/paxlst-cusres/iapi-scenarios': { reader: () => import('./readers/iapi.ts') },
  'traveller/paxlst-cusres/transport-wrapped': { reader: () => import('./readers/paxlst.ts') },
  'traveller/sita-apps': notBuiltYet,
  'traveller/vds': notBuiltYet,
};
