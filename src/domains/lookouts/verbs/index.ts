/** The door of the command line: verbs and their texts, without the schemas and tables that a node needs of this domain. */
export { catalogues } from '../catalogues.ts';
export { verbs } from '../verbs.ts';
