import type { Verb } from '#kernel';

/** What the plan adds to the command line. */
export const verbs: readonly Verb[] = [
  {
    name: 'plan import',
    usage: 'tripoint plan import FILE',
    summary: {
      en: 'a report to leaders, a milestone a line: due months, status as reported, whom it binds, what is wrong with it',
      fr: 'un rapport aux dirigeants, un jalon par ligne : échéances, état déclaré, qui il engage, ce qui ne va pas',
      es: 'un informe a los líderes, un hito por línea: plazos, estado informado, a quién obliga, qué tiene mal',
    },
    load: () => import('./verbs/import-report.ts'),
  },
  {
    name: 'plan status',
    usage: 'tripoint plan status [--as-of YYYY-MM] [--node URL]',
    summary: {
      en: 'the numbers of the plan, and each chapter by pair of countries',
      fr: 'les chiffres du plan, et chaque chapitre par paire de pays',
      es: 'las cifras del plan, y cada capítulo por par de países',
    },
    load: () => import('./verbs/status.ts'),
  },
  {
    name: 'plan overdue',
    usage: 'tripoint plan overdue [--as-of YYYY-MM] [--node URL]',
    summary: {
      en: 'what is past its month and not done, the longest first',
      fr: 'ce qui est échu et non réalisé, le plus ancien d’abord',
      es: 'lo vencido y no cumplido, primero lo más antiguo',
    },
    load: () => import('./verbs/overdue.ts'),
  },
  {
    name: 'plan forecast',
    usage: 'tripoint plan forecast [--as-of YYYY-MM] [--node URL]',
    summary: {
      en: 'when each commitment that is not done may be kept, by how its like have slipped',
      fr: 'quand chaque engagement non réalisé pourrait être tenu, selon le glissement de ses pareils',
      es: 'cuándo podría cumplirse cada compromiso pendiente, según cómo se aplazaron los semejantes',
    },
    load: () => import('./verbs/forecast.ts'),
  },
  {
    name: 'plan report',
    usage: 'tripoint plan report [--as-of YYYY-MM] [--node URL] [--html FILE] [--pdf FILE] [--csv FILE] [--open FILE]',
    summary: {
      en: 'the report to the leaders, and the register as open data',
      fr: 'le rapport aux dirigeants, et le registre en données ouvertes',
      es: 'el informe a los mandatarios, y el registro como datos abiertos',
    },
    load: () => import('./verbs/report.ts'),
  },
  {
    name: 'plan export',
    usage: 'tripoint plan export --node URL [FILE]',
    summary: {
      en: 'everything said of the plan, as signed facts for a partner’s node',
      fr: 'tout ce qui a été dit du plan, en faits signés pour le nœud d’un partenaire',
      es: 'todo lo dicho del plan, como hechos firmados para el nodo de un socio',
    },
    load: () => import('./verbs/export.ts'),
  },
  {
    name: 'plan merge',
    usage: 'tripoint plan merge FILE --node URL',
    summary: {
      en: 'takes the signed facts of a partner’s node in',
      fr: 'intègre les faits signés du nœud d’un partenaire',
      es: 'incorpora los hechos firmados del nodo de un socio',
    },
    load: () => import('./verbs/merge.ts'),
  },
];
