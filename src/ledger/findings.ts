import { defineFindings } from '#kernel';

/** What may go wrong with the ledger and with what it stands on. LED-01xx: an append; LED-02xx: the store; LED-03xx: a proof; LED-04xx: backup. */
export const ledgerFindings = defineFindings({
  /** Another append of the same aggregate came first; the caller folds again and retries. */
  'LED-0101': { origin: 'node', severity: 'warning', parameters: ['aggregate', 'version', 'last'] },
  /** Another aggregate already stands for this natural key. */
  'LED-0102': { origin: 'node', severity: 'warning', parameters: ['aggregate'] },
  /** The key of an entry was forgotten, or never came. */
  'LED-0103': { origin: 'node', severity: 'error', parameters: ['key'] },
});

export type LedgerCode = keyof typeof ledgerFindings.specs;
