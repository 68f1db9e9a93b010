import type { PassengerList, Traveller } from './record.ts';

/** A traveller without anything personal: his reference and role. */
export const nobody = ({ subject, referenced, role }: Traveller): Traveller => ({
  subject,
  referenced,
  role,
  family: '',
  infant: false,
  documents: [],
  segment: 0,
});

/** A list whose travellers are references only, with the locator that the carrier's own reply repeats. */
export const bare = (record: PassengerList): PassengerList => ({
  ...record,
  travellers: record.travellers.map((traveller) => ({
    ...nobody(traveller),
    ...(traveller.locator === undefined ? {} : { locator: traveller.locator }),
  })),
});
