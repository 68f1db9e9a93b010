import type { Permission } from '#kernel';

/** What may be granted of the register. Reading it is for whoever serves the plan; saying something has an office each. */
export const permissions: readonly Permission[] = [
  {
    name: 'plan.read',
    title: {
      en: 'Read the register of the plan',
      fr: 'Consulter le registre du plan',
      es: 'Consultar el registro del plan',
    },
  },
  {
    name: 'plan.report',
    title: {
      en: 'Say how the country stands with a commitment',
      fr: 'Dire où en est le pays avec un engagement',
      es: 'Decir cómo va el país con un compromiso',
    },
  },
  {
    name: 'plan.comment',
    title: {
      en: 'Comment on commitments and follow them',
      fr: 'Commenter des engagements et les suivre',
      es: 'Comentar compromisos y seguirlos',
    },
  },
  {
    name: 'plan.sign',
    title: {
      en: 'Sign or refuse a new month for the country',
      fr: 'Signer ou refuser un nouveau mois pour le pays',
      es: 'Firmar o rechazar un nuevo mes por el país',
    },
  },
  {
    name: 'plan.assess',
    title: {
      en: 'Give an independent verdict',
      fr: 'Rendre un constat indépendant',
      es: 'Emitir un dictamen independiente',
    },
  },
  {
    name: 'plan.carry',
    title: {
      en: 'Take the register in and out as a file, read reports in',
      fr: 'Importer et exporter le registre, lire des rapports',
      es: 'Llevar y traer el registro como archivo, leer informes',
    },
  },
];
