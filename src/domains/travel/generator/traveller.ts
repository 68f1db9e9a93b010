import type { PaxlstPerson } from '#formats/edifact';
import type { Name } from './names.ts';

/** A made-up traveller: as the carrier should list him, and as he is. */
export interface Traveller {
  readonly person: PaxlstPerson;
  readonly name: Name;
  /** The entry of a demonstration list that he is, `US-NO-FLY-001`. */
  readonly listed?: string;
}
