import { EntryDraft } from './draft.ts';
import { Fields } from './fields.ts';
import { partedName } from './names.ts';
import { Gathering, type ListLabel, type ListReading } from './reading.ts';
import { wholeName } from './summary.ts';
import { type Element, eachElement } from './xml-tree.ts';

/** On 25 August 2026 every element got a second, French half (`LastName-NomDeFamille`); the English one is the name. */
const englishName = (tag: string): string => tag.split('-')[0] ?? tag;

/** The regulation's state, its schedule (`1, Part 1`), the item in it, and the name: no fewer of them are unique. */
const numberOf = (fields: Fields, programme: string, name: string): string =>
  [programme.split('/')[0]?.trim() ?? '', ...fields.takeAll('Schedule', 'Item'), name].join('/');

function takeRecord(fields: Fields, draft: EntryDraft): void {
  for (const alias of (fields.take('Aliases') ?? '').split(/[;,]\s/)) draft.name(alias, 'alias');
  const day = fields.take('DateOfBirth', 'DateOfBirthOrShipBuildDate');
  if (draft.kind === 'person') draft.born(day);
  else draft.also('build date', day);
  const imo = fields.take('ShipIMONumber');
  if (imo !== undefined) draft.documents(imo, 'IMO');
  draft.listed(fields.take('DateOfListing'));
  draft.rest(fields);
}

/** Who a record is of: a person has a name in parts, a vessel an IMO number, and the rest are organisations. */
function headOf(fields: Fields) {
  const isVessel = fields.has('ShipIMONumber');
  const person = partedName(fields.take('LastName'), fields.takeAll('GivenName'));
  const other = fields.take('EntityOrShip', 'Entity');
  const name = person ?? (other === undefined ? undefined : { whole: other });
  if (name === undefined) return undefined;
  const kind = isVessel ? ('vessel' as const) : person === undefined ? ('organisation' as const) : ('person' as const);
  return { name, kind, also: person === undefined ? undefined : other };
}

function takeOne(element: Element, path: string, into: Gathering): void {
  const fields = new Fields(element.children.map(({ tag, text }) => [englishName(tag), text] as const));
  const head = headOf(fields);
  if (head === undefined) {
    into.complain('LST-0102', {}, { path });
    return;
  }
  const programme = fields.take('Country') ?? '';
  const entry = numberOf(fields, programme, wholeName({ ...head.name, quality: 'primary' }));
  const draft = new EntryDraft(into, { path }, { entry, kind: head.kind });
  draft.name(head.name, 'primary');
  draft.name(head.also, 'alias');
  draft.programme(programme);
  takeRecord(fields, draft);
  draft.keep();
}

/**
 * Reads the Consolidated Canadian Autonomous Sanctions List (SEMA and JVCFOA, sema-lmes.xml), in the element names of
 * before and after August 2026. The list numbers nobody: an entry's number is country, schedule, item and name. Positions
 * are paths, `record[3]`, counted from 1; LST-0108 names the line where the text stops being well-formed.
 */
export function readCanada(bytes: Uint8Array, label: ListLabel = {}): ListReading {
  const into = new Gathering();
  let count = 0;
  const brokenAt = eachElement(bytes, {
    tags: ['record'],
    root: () => {},
    take: (element) => {
      count += 1;
      takeOne(element, `record[${count}]`, into);
    },
  });
  if (brokenAt !== undefined) into.complain('LST-0108', {}, { path: `line ${brokenAt}` });
  return into.reading({ name: 'ca-autonomous', version: 'undated', purpose: 'sanctions', ...label });
}
