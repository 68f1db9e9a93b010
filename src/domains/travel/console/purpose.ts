/** The purpose for which an officer of the border reads travellers. */
export const purpose = 'border-check';

/** A traveller at the node, and his page. */
export const travellerPath = (journey: string, subject: string): string =>
  `/api/travel/flights/${encodeURIComponent(journey)}/travellers/${encodeURIComponent(subject)}`;
export const travellerAddress = (journey: string, subject: string): string =>
  `/travellers/${encodeURIComponent(journey)}/${encodeURIComponent(subject)}`;
