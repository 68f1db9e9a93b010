// Printed by `npm run docs` from the files beside it.
import agreements from './es/agreements.json' with { type: 'json' };
import api from './es/api.json' with { type: 'json' };
import cli from './es/cli.json' with { type: 'json' };
import console from './es/console.json' with { type: 'json' };
import decisions from './es/decisions.json' with { type: 'json' };
import ledger from './es/ledger.json' with { type: 'json' };
import node from './es/node.json' with { type: 'json' };

export const catalogue: Readonly<Record<string, string>> = {
  ...agreements,
  ...api,
  ...cli,
  ...console,
  ...decisions,
  ...ledger,
  ...node,
};
