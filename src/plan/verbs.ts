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
];
