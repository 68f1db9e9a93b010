/** How much a thing tells that so many of `names` names hold, in nats; a little even where all of them do. */
export const rarityAmong = (names: number, holding: number): number => Math.log((names + 1) / (holding + 1)) + 0.1;

/** Of a longer name only this many words are looked for. */
export const mostWords = 24;
