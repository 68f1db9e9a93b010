// Printed by `npm run docs` from the files beside it.
import agreements from './es/agreements.json' with { type: 'json' };
import api from './es/api.json' with { type: 'json' };
import casework from './es/casework.json' with { type: 'json' };
import cli from './es/cli.json' with { type: 'json' };
import console from './es/console.json' with { type: 'json' };
import decisions from './es/decisions.json' with { type: 'json' };
import edifact from './es/edifact.json' with { type: 'json' };
import exchange from './es/exchange.json' with { type: 'json' };
import ledger from './es/ledger.json' with { type: 'json' };
import lists from './es/lists.json' with { type: 'json' };
import mrz from './es/mrz.json' with { type: 'json' };
import node from './es/node.json' with { type: 'json' };
import plan from './es/plan.json' with { type: 'json' };
import register from './es/register.json' with { type: 'json' };
import screening from './es/screening.json' with { type: 'json' };
import ui from './es/ui.json' with { type: 'json' };

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
