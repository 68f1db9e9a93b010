import { decodeUtf8, type ListEntry } from '#kernel';

/** An entry with the list that it stands on. */
export interface Listed {
  readonly list: string;
  readonly version: string;
  readonly purpose: string;
  readonly entry: ListEntry;
}

/** A list without its entries. */
export type ListHead = Omit<Listed, 'entry'>;

export const kinds = ['person', 'organisation', 'vessel', 'vehicle'] as const;

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** An entry as it is kept: JSON without its empty lists. */
export const packEntry = (entry: ListEntry): string =>
  JSON.stringify(entry, (_, value: unknown) => (isEmptyList(value) ? undefined : value));

/** The entry that was packed. */
export const unpackEntry = (bytes: Uint8Array): ListEntry => ({
  names: [],
  datesOfBirth: [],
  nationalities: [],
  documents: [],
  ...JSON.parse(decodeUtf8(bytes)),
});

/** The lists that entries stand on, in the order of their numbers. */
export const listHeads = (bytes: Uint8Array): readonly ListHead[] => JSON.parse(decodeUtf8(bytes));
