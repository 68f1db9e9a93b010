// Printed by `npm run docs` from the files beside it.
import agreements from './fr/agreements.json' with { type: 'json' };
import api from './fr/api.json' with { type: 'json' };
import casework from './fr/casework.json' with { type: 'json' };
import cli from './fr/cli.json' with { type: 'json' };
import console from './fr/console.json' with { type: 'json' };
import decisions from './fr/decisions.json' with { type: 'json' };
import edifact from './fr/edifact.json' with { type: 'json' };
import exchange from './fr/exchange.json' with { type: 'json' };
import ledger from './fr/ledger.json' with { type: 'json' };
import lists from './fr/lists.json' with { type: 'json' };
import mrz from './fr/mrz.json' with { type: 'json' };
import node from './fr/node.json' with { type: 'json' };
import plan from './fr/plan.json' with { type: 'json' };
import register from './fr/register.json' with { type: 'json' };
import screening from './fr/screening.json' with { type: 'json' };
import ui from './fr/ui.json' with { type: 'json' };

export const catalogue: Readonly<Record<string, string>> = {
  ...agreements,
  ...api,
  ...casework,
  ...cli,
  ...console,
  ...decisions,
  ...edifact,
  ...exchange,
  ...ledger,
  ...lists,
  ...mrz,
  ...node,
  ...plan,
  ...register,
  ...screening,
  ...ui,
};
