import type { OwnVerb } from './own-verb.ts';

/** The commands of the command itself; those of parts are found by their domain. */
export const ownVerbs: readonly OwnVerb[] = [
  {
    name: 'start',
    usage: 'tripoint start [--port N] [--folder DIR] [--seed N] [--no-generate] [--no-browser]',
    key: 'start',
    load: () => import('./verbs/start.ts'),
  },
  {
    name: 'node',
    usage:
      'tripoint node --config FILE [--keys | --token NAME --roles R... [--organisation O] [--ports P...] [--days N] | --revoke ID]',
    key: 'node',
    load: () => import('./verbs/node.ts'),
  },
  {
    name: 'assess',
    usage: 'tripoint assess FILE... [--seat US] [--lists F...] [--tables DIR] [--lenient] [--node URL]',
    key: 'assess',
    load: () => import('./verbs/assess.ts'),
  },
  {
    name: 'doctor',
    usage: 'tripoint doctor [--data DIR]',
    key: 'doctor',
    load: () => import('./verbs/doctor.ts'),
  },
];
