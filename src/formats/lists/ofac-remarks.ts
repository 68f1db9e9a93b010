import type { ListEntry, PartialDate, SubjectDocument } from '#kernel';
import { readOfacDate } from './dates.ts';
import { stateOf } from './states.ts';

/** What the remarks of one entry say that can be compared; the rest of them is prose. */
export interface Remarks {
  readonly aliases: readonly string[];
  readonly datesOfBirth: readonly PartialDate[];
  readonly sex?: 'M' | 'F';
  readonly nationalities: readonly string[];
  readonly documents: readonly SubjectDocument[];
  readonly placesOfBirth: readonly string[];
  /** Clauses that are none of these: who is linked to whom, websites, what may not be traded. */
  readonly others: readonly string[];
  /** Clauses that begin like one of these and could not be read. */
  readonly unread: readonly { readonly code: 'LST-0104' | 'LST-0105' | 'LST-0115'; readonly text: string }[];
}

/** How documents are named in remarks, and their type as ICAO 9303 and the maritime world write it. */
const documentTypes: readonly (readonly [RegExp, string])[] = [
  [/^(?:Diplomatic |Service |Stateless Person )?Passport(?: Booklet:?)? /, 'P'],
  [/^(?:National ID No\.|National Foreign ID Number|Cedula No\.|Cedula de Ciudadania|Identification Number) /, 'I'],
  [/^(?:Personal ID Card|Tazkira National ID Card|Kenyan ID No\.|Turkish Identification Number) /, 'I'],
  [/^(?:Travel Document Number|Stateless Person ID Card) /, 'T'],
  [/^Vessel Registration Identification IMO /, 'IMO'],
  [/^MMSI /, 'MMSI'],
  [/^C\.U\.R\.P\. /, 'I'],
  [/^(?:Tax ID No\.|NIT #|RUC #|RIF #|R\.F\.C\.|C\.U\.I\.T\.) /, 'TAX'],
  [/^(?:Registration (?:ID|Number)|Company Number|Commercial Registry Number|Matricula Mercantil No\.?) /, 'REG'],
];

/** Numbers that an organisation has; a passport in its remarks is somebody else's. */
const ofOrganisations: ReadonlySet<string> = new Set(['TAX', 'REG']);

interface Gathered {
  readonly aliases: string[];
  readonly datesOfBirth: PartialDate[];
  readonly nationalities: string[];
  readonly documents: SubjectDocument[];
  readonly placesOfBirth: string[];
  readonly others: string[];
  readonly unread: Remarks['unread'][number][];
  sex?: 'M' | 'F';
}

function takeDocument(clause: string, kind: ListEntry['kind'], into: Gathered): boolean {
  const [label, type] = documentTypes.find(([start]) => start.test(clause)) ?? [];
  if (label === undefined || type === undefined) return false;
  if (kind === 'organisation' && !ofOrganisations.has(type)) return false;
  // `AD000241 (Zimbabwe)`, `RL 0962973 (Lebanon) expires 10 May 2023`, `D00001195`.
  const parts = /^([^(]*?\d[^( ]*)(?: \(([^)]*)\))?/.exec(clause.replace(label, ''));
  if (parts?.[1] === undefined) into.unread.push({ code: 'LST-0115', text: clause });
  else into.documents.push(documentOf(type, parts[1], parts[2], into));
  return true;
}

function documentOf(type: string, number: string, country: string | undefined, into: Gathered): SubjectDocument {
  if (country === undefined) return { type, number };
  const issuingState = stateOf(country);
  if (issuingState !== undefined) return { type, number, issuingState };
  into.unread.push({ code: 'LST-0105', text: country });
  return { type, number };
}

function takeNationality(text: string, into: Gathered): void {
  const state = stateOf(text);
  if (state === undefined) into.unread.push({ code: 'LST-0105', text });
  else if (!into.nationalities.includes(state)) into.nationalities.push(state);
}

function takeDate(text: string, into: Gathered): void {
  const date = readOfacDate(text);
  if (date === undefined) into.unread.push({ code: 'LST-0104', text });
  else into.datesOfBirth.push(date);
}

const takers: readonly (readonly [RegExp, (text: string, into: Gathered) => void])[] = [
  [/^DOB (.*)$/, takeDate],
  [/^POB (.*)$/, (text, into) => into.placesOfBirth.push(text)],
  [/^(?:nationality|citizen) (.*)$/, takeNationality],
  // In remarks stand the names that OFAC calls weak: broad or generic, not to be searched for alone.
  [/^(?:a\.k\.a\.|f\.k\.a\.|n\.k\.a\.) '(.*)'$/, (text, into) => into.aliases.push(text)],
  [
    /^Gender (Male|Female)$/,
    (text, into) => {
      into.sex = text === 'Male' ? 'M' : 'F';
    },
  ],
];

/** Reads the remarks column of the SDN list: clauses between semicolons, the last one with a full stop. */
export function readRemarks(remarks: string, kind: ListEntry['kind']): Remarks {
  const lists = { aliases: [], datesOfBirth: [], nationalities: [], documents: [], placesOfBirth: [] };
  const into: Gathered = { ...lists, others: [], unread: [] };
  for (const part of remarks.replace(/\.\s*$/, '').split(';')) {
    const clause = part.trim().replace(/^(?:alt\.|alternate) /, '');
    const taker = takers.find(([start]) => start.test(clause));
    const text = taker?.[0].exec(clause)?.[1];
    if (taker !== undefined && text !== undefined) taker[1](text, into);
    else if (clause !== '' && !takeDocument(clause, kind, into)) into.others.push(clause);
  }
  return into;
}
