import { documentTypeOf } from './document-types.ts';
import type { EntryDraft } from './draft.ts';
import { said, saidAll, stateIn } from './eu-attributes.ts';
import { textsWithin } from './xml-read.ts';
import type { Element } from './xml-tree.ts';

/** What a number is, by its code, its description or its remark, whichever says so first. */
const typeOf = (identification: Element): string | undefined =>
  [
    ...saidAll(identification, 'identificationTypeCode', 'identificationTypeDescription'),
    ...textsWithin(identification),
  ]
    .map(documentTypeOf)
    .find((type) => type !== undefined);

/** Reads one number. One that is known to be false is no evidence of who somebody is: it is kept, and not compared. */
export function takeIdentification(identification: Element, draft: EntryDraft): void {
  const [number] = saidAll(identification, 'number', 'latinNumber');
  if (number === undefined) return;
  const isFalse = said(identification, 'knownFalse') === 'true';
  const type = typeOf(identification);
  if (type === undefined || isFalse) {
    const name = isFalse ? 'false identification' : (said(identification, 'identificationTypeDescription') ?? 'number');
    draft.also(name, [number, ...textsWithin(identification)].join(', '));
    return;
  }
  const issuingState = stateIn(identification);
  draft.document({ type, number, ...(issuingState === undefined ? {} : { issuingState }) });
}
