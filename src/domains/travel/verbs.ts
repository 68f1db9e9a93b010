import type { Verb } from '#kernel';

/** What travel adds to the command line. */
export const verbs: readonly Verb[] = [
  {
    name: 'decode paxlst',
    usage: 'tripoint decode paxlst FILE [--lenient] [--whole]',
    summary: {
      en: 'what a passenger or crew list says, a message a line',
      fr: 'ce que dit une liste de passagers ou d’équipage, un message par ligne',
      es: 'lo que dice una lista de pasajeros o tripulación, un mensaje por línea',
    },
    load: () => import('./verbs/decode-paxlst.ts'),
  },
  {
    name: 'encode paxlst',
    usage: 'tripoint encode paxlst FILE',
    summary: {
      en: 'passenger lists from the lines of decode paxlst --whole',
      fr: 'des listes de passagers à partir des lignes de decode paxlst --whole',
      es: 'listas de pasajeros a partir de las líneas de decode paxlst --whole',
    },
    load: () => import('./verbs/encode-paxlst.ts'),
  },
  {
    name: 'decode edifact',
    usage: 'tripoint decode edifact FILE',
    summary: {
      en: 'any interchange, a segment a line, without losing a byte',
      fr: 'tout échange, un segment par ligne, sans perdre un octet',
      es: 'cualquier intercambio, un segmento por línea, sin perder un byte',
    },
    load: () => import('./verbs/decode-edifact.ts'),
  },
  {
    name: 'encode edifact',
    usage: 'tripoint encode edifact FILE',
    summary: {
      en: 'the bytes from the lines of decode edifact',
      fr: 'les octets à partir des lignes de decode edifact',
      es: 'los bytes a partir de las líneas de decode edifact',
    },
    load: () => import('./verbs/encode-edifact.ts'),
  },
  {
    name: 'generate day',
    usage: 'tripoint generate day [--seed N] [--day YYYY-MM-DD] [--travellers N] [--out DIR]',
    summary: {
      en: 'what carriers lodge on a made-up day; equal for an equal seed and day',
      fr: 'ce que les transporteurs déposent un jour inventé; le même pour une graine et un jour égaux',
      es: 'lo que los transportistas presentan en un día inventado; el mismo para una semilla y un día iguales',
    },
    load: () => import('./verbs/generate-day.ts'),
  },
  {
    name: 'replay',
    usage: 'tripoint replay FILE',
    summary: {
      en: 'a log of both directions: who may board, by the authority’s code table',
      fr: 'un journal des deux sens : qui peut embarquer, selon la table de codes de l’autorité',
      es: 'un registro de ambos sentidos: quién puede abordar, según la tabla de códigos de la autoridad',
    },
    load: () => import('./verbs/replay.ts'),
  },
];
