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
    usage: 'tripoint assess FILE... [--seat US] [--lists F...] [--tables DIR] [--lenient] [--node URL [--purpose P]]',
    key: 'assess',
    ofDomains: true,
    load: () => import('./verbs/assess.ts'),
  },
  {
    name: 'doctor',
    usage: 'tripoint doctor [--data DIR]',
    key: 'doctor',
    load: () => import('./verbs/doctor.ts'),
  },
  {
    name: 'ledger verify',
    usage: 'tripoint ledger verify (--config FILE | --data DIR) [--known FILE]',
    key: 'ledger',
    load: () => import('./verbs/ledger-verify.ts'),
  },
  {
    name: 'backup',
    usage:
      'tripoint backup (--config FILE | --data DIR) --to DIR [--recovery-key KEY] [--keep-days N] | backup --new-key FILE',
    key: 'backup',
    load: () => import('./verbs/backup.ts'),
  },
  {
    name: 'restore',
    usage: 'tripoint restore (--config FILE | --data DIR) --ledger FILE --keys FILE --recovery FILE',
    key: 'restore',
    load: () => import('./verbs/restore.ts'),
  },
  {
    name: 'migrate',
    usage: 'tripoint migrate (--config FILE | --data DIR)',
    key: 'migrate',
    load: () => import('./verbs/migrate.ts'),
  },
  {
    name: 'export',
    usage: 'tripoint export --config FILE --purpose P [--by NAME] [--aggregate ID] [--kind K] [--about TEXT]',
    key: 'export',
    load: () => import('./verbs/export.ts'),
  },
];
