// Printed by `npm run docs` from the files beside it.
import agreements from './en/agreements.json' with { type: 'json' };
import api from './en/api.json' with { type: 'json' };
import casework from './en/casework.json' with { type: 'json' };
import cli from './en/cli.json' with { type: 'json' };
import console from './en/console.json' with { type: 'json' };
import decisions from './en/decisions.json' with { type: 'json' };
import edifact from './en/edifact.json' with { type: 'json' };
import exchange from './en/exchange.json' with { type: 'json' };
import ledger from './en/ledger.json' with { type: 'json' };
import lists from './en/lists.json' with { type: 'json' };
import mrz from './en/mrz.json' with { type: 'json' };
import node from './en/node.json' with { type: 'json' };
import plan from './en/plan.json' with { type: 'json' };
import register from './en/register.json' with { type: 'json' };
import screening from './en/screening.json' with { type: 'json' };
import ui from './en/ui.json' with { type: 'json' };

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
