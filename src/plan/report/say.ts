import type { Language, Parameters } from '#kernel';

/** Says a text of the catalogues by its key. Offered by the node under the name `say`. */
export type Say = (language: Language, key: string, parameters?: Parameters) => string;

/** The same in one language. */
export type SayIn = (key: string, parameters?: Parameters) => string;
