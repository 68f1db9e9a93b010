import { EntryDraft } from './draft.ts';
import { partyKinds, takeParty } from './ofac-party.ts';
import { isoOf, OfacReferences, referenceTags } from './ofac-references.ts';
import { Gathering, type ListLabel, type ListReading } from './reading.ts';
import { allAt, children, textOf } from './xml-read.ts';
import { type Element, eachElement } from './xml-tree.ts';

/** Reads a list whose parts stand apart and point to each other by numbers, in the order in which they come. */
class AdvancedReader {
  readonly into = new Gathering();
  readonly #references = new OfacReferences();
  readonly #drafts = new Map<string, EntryDraft>();
  version = 'undated';
  #count = 0;

  take(element: Element): void {
    if (element.tag === 'DateOfIssue') this.version = isoOf(element) ?? this.version;
    else if (element.tag === 'Location') this.#references.addPlace(element);
    else if (element.tag === 'IDRegDocument') this.#references.addDocument(element);
    else if (element.tag === 'DistinctParty') this.#takeParty(element);
    else if (element.tag === 'SanctionsEntry') this.#takeSanctions(element);
    else if (element.tag === 'ProfileRelationship') this.#takeRelation(element);
    else this.#references.add(element);
  }

  #takeParty(party: Element): void {
    this.#count += 1;
    const path = `DistinctParty[${this.#count}]`;
    const [profile] = children(party, 'Profile');
    const entry = party.attributes['FixedRef'] ?? profile?.attributes['ID'];
    const type = this.#references.partyType(profile?.attributes['PartySubTypeID']) ?? '';
    const kind = partyKinds.get(type);
    if (entry === undefined) this.into.complain('LST-0102', {}, { path });
    else if (kind === undefined) this.into.complain('LST-0107', { entry, text: type }, { path });
    else {
      const draft = new EntryDraft(this.into, { path }, { entry, kind });
      takeParty(party, this.#references, draft);
      this.#drafts.set(profile?.attributes['ID'] ?? entry, draft);
    }
  }

  /** To whom a party is tied: `Associate Of 7158`. */
  #takeRelation({ attributes }: Element): void {
    const type = this.#references.text('RelationType', attributes['RelationTypeID']) ?? '';
    this.#drafts.get(attributes['From-ProfileID'] ?? '')?.also('relation', `${type} ${attributes['To-ProfileID']}`);
  }

  /** Programmes and the day of listing; they stand after the parties, by the number of the profile. */
  #takeSanctions(sanctions: Element): void {
    const draft = this.#drafts.get(sanctions.attributes['ProfileID'] ?? '');
    if (draft === undefined) return;
    draft.also('list', this.#references.text('List', sanctions.attributes['ListID']));
    for (const event of children(sanctions, 'EntryEvent')) {
      draft.listed(isoOf(children(event, 'Date')[0]));
      draft.also('legal basis', this.#references.text('LegalBasis', event.attributes['LegalBasisID']));
    }
    for (const measure of allAt(sanctions, 'SanctionsMeasure')) {
      const type = this.#references.text('SanctionsType', measure.attributes['SanctionsTypeID']);
      if (type === undefined || type === 'Program') draft.programme(textOf(measure, 'Comment'));
      else draft.also('measure', type);
    }
  }

  keep(): void {
    for (const draft of this.#drafts.values()) draft.keep();
  }
}

/**
 * Reads an OFAC list in its advanced form (SDN_ADVANCED.XML, CONS_ADVANCED.XML): numbered reference values, places and
 * documents, then the parties that point to them, then what was decreed on whom. An entry's number is its `FixedRef`, the
 * same as in sdn.csv; the version is `DateOfIssue`. Positions are paths, `DistinctParty[3]`, counted from 1; LST-0108
 * names the line where the text stops being well-formed. Kept in memory are values and entries, not the text.
 */
export function readOfacXml(bytes: Uint8Array, label: ListLabel = {}): ListReading {
  const reader = new AdvancedReader();
  const others = ['DateOfIssue', 'Location', 'IDRegDocument', 'DistinctParty', 'ProfileRelationship', 'SanctionsEntry'];
  const brokenAt = eachElement(bytes, {
    tags: [...referenceTags, ...others],
    root: () => undefined,
    take: (element) => {
      reader.take(element);
    },
  });
  if (brokenAt !== undefined) reader.into.complain('LST-0108', {}, { path: `line ${brokenAt}` });
  reader.keep();
  return reader.into.reading({ name: 'ofac-sdn', version: reader.version, purpose: 'sanctions', ...label });
}
