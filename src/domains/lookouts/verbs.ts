import type { Verb } from '#kernel';

/** What lists and lookouts add to the command line. */
export const verbs: readonly Verb[] = [
  {
    name: 'list import',
    usage: 'tripoint list import FILE... [--format F]',
    summary: {
      en: 'what a list of any known form holds, and what of it could not be read',
      fr: 'ce que contient une liste de toute forme connue, et ce qui n’a pu en être lu',
      es: 'lo que contiene una lista de cualquier forma conocida, y lo que no se pudo leer',
    },
    load: () => import('./verbs/list-import.ts'),
  },
  {
    name: 'list diff',
    usage: 'tripoint list diff OLD NEW',
    summary: {
      en: 'what was added, changed and withdrawn between two versions of a list',
      fr: 'ce qui a été ajouté, modifié et retiré entre deux versions d’une liste',
      es: 'lo que se añadió, cambió y retiró entre dos versiones de una lista',
    },
    load: () => import('./verbs/list-diff.ts'),
  },
  {
    name: 'list show',
    usage: 'tripoint list show FILE... ENTRY',
    summary: {
      en: 'one entry of a list, with all that the list says of it',
      fr: 'une inscription d’une liste, avec tout ce que la liste en dit',
      es: 'un registro de una lista, con todo lo que la lista dice de él',
    },
    load: () => import('./verbs/list-show.ts'),
  },
  {
    name: 'list status',
    usage: 'tripoint list status FILE...',
    summary: {
      en: 'name, version and contents of lists in numbers, and the newest date in them',
      fr: 'nom, version et contenu de listes en chiffres, et leur date la plus récente',
      es: 'nombre, versión y contenido de listas en cifras, y su fecha más reciente',
    },
    load: () => import('./verbs/list-status.ts'),
  },
  {
    name: 'screen',
    usage: 'tripoint screen --list FILE... --queries FILE [--top N]',
    summary: {
      en: 'who on the lists may be the people, companies and vessels asked about, and why',
      fr: 'qui, sur les listes, peut être les personnes, entreprises et navires recherchés, et pourquoi',
      es: 'quién de las listas puede ser la persona, empresa o buque por el que se pregunta, y por qué',
    },
    load: () => import('./verbs/screen.ts'),
  },
  {
    name: 'compare-names',
    usage: 'tripoint compare-names FILE',
    summary: {
      en: 'how alike the two names of each line of a CSV file are (columns left, right, kind), word by word',
      fr: 'à quel point se ressemblent les deux noms de chaque ligne d’un fichier CSV (colonnes left, right, kind), mot à mot',
      es: 'cuánto se parecen los dos nombres de cada línea de un archivo CSV (columnas left, right, kind), palabra por palabra',
    },
    load: () => import('./verbs/compare-names.ts'),
  },
];
