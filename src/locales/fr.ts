// Printed by `npm run docs` from the files beside it.
import agreements from './fr/agreements.json' with { type: 'json' };
import api from './fr/api.json' with { type: 'json' };
import cli from './fr/cli.json' with { type: 'json' };
import console from './fr/console.json' with { type: 'json' };
import decisions from './fr/decisions.json' with { type: 'json' };
import ledger from './fr/ledger.json' with { type: 'json' };
import node from './fr/node.json' with { type: 'json' };

export const catalogue: Readonly<Record<string, string>> = {
  ...agreements,
  ...api,
  ...cli,
  ...console,
  ...decisions,
  ...ledger,
  ...node,
};
