import type { Catalogues } from '#kernel';

/** The door of the command line: verbs without the schemas and tables that a node needs of the plan. */
export { verbs } from '../verbs.ts';
/** The plan's texts stand with those that belong to no domain, which every command has. */
export const catalogues: Catalogues = { en: {}, fr: {}, es: {} };
