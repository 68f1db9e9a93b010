import type { ListEntry } from '#kernel';
import { documentTypeOf } from './document-types.ts';
import type { EntryDraft } from './draft.ts';
import type { Fields } from './fields.ts';
import { commaName, kindByName } from './names.ts';
import { stateOf, stateOfCode } from './states.ts';

const kinds: ReadonlyMap<string, ListEntry['kind']> = new Map([
  ['Individual', 'person'],
  ['Entity', 'organisation'],
  ['Vessel', 'vessel'],
  ['Aircraft', 'vehicle'],
]);

/** A number of an entry, as the list gives it. */
export interface CslNumber {
  readonly label: string;
  readonly number: string;
  readonly state?: string;
}

/** What one record says of which entry: its number, or its list and name where the list numbers nobody. */
export interface CslHead {
  readonly entry: string;
  /** Undefined when the record names a kind that is not known. */
  readonly kind: ListEntry['kind'] | undefined;
  readonly type: string;
}

/** `Denied Persons List (DPL) - Bureau of Industry and Security`: the short name of the list. */
const shortName = (source: string): string => /\(([A-Z]+)\)/.exec(source)?.[1] ?? source;

/** The head of a record; undefined when it has neither a number nor a name. */
export function cslHead(fields: Fields): CslHead | undefined {
  const all = new Map(fields.rest());
  const [name, number, type = '', source = ''] = ['name', 'entity_number', 'type', 'source'].map((one) => all.get(one));
  if (name === undefined && number === undefined) return undefined;
  const kind = type === '' ? kindByName(name ?? '') : kinds.get(type);
  return { entry: number ?? `${shortName(source)}/${name}`, kind, type };
}

const several = (text: string | undefined): readonly string[] => (text ?? '').split(/;\s/);

/** Takes a number: what is one of a document is compared, what is a website or a remark is kept. */
export function takeNumber({ label, number, state }: CslNumber, draft: EntryDraft): void {
  const type = documentTypeOf(label);
  if (type === undefined) {
    draft.also(label === '' ? 'ids' : label, number);
    return;
  }
  const issuingState = state === undefined ? undefined : (stateOfCode(state) ?? stateOf(state));
  const bare = type === 'IMO' ? number.replace(/^IMO /, '') : number;
  draft.document({ type, number: bare, ...(issuingState === undefined ? {} : { issuingState }) });
}

/** Reads one record of the Consolidated Screening List into its entry; several values of one field are parted by semicolons. */
export function takeCsl(fields: Fields, draft: EntryDraft): void {
  const name = fields.take('name');
  draft.name(name === undefined ? undefined : commaName(name, draft.kind), 'primary');
  for (const alias of several(fields.take('alt_names'))) draft.name(commaName(alias.trim(), draft.kind), 'alias');
  draft.born(fields.take('dates_of_birth'));
  for (const place of several(fields.take('places_of_birth'))) draft.bornAt(place);
  for (const states of fields.takeAll('nationalities', 'citizenships')) draft.national(states);
  const source = fields.take('source');
  draft.programme(source === undefined ? undefined : shortName(source));
  for (const programme of several(fields.take('programs'))) draft.programme(programme);
  draft.listed(fields.take('start_date'));
  const callSign = fields.take('call_sign');
  if (callSign !== undefined) draft.document({ type: 'CALL', number: callSign });
  fields.takeAll('entity_number', 'type', 'id');
  draft.rest(fields);
}
