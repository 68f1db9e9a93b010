import { defineFindings } from '#kernel';

/** What may go wrong with the ledger and with what it stands on. LED-01xx: an append; LED-02xx: the store; LED-03xx: a proof; LED-04xx: backup. */
export const ledgerFindings = defineFindings({
  /** Another append of the same aggregate came first; the caller folds again and retries. */
  'LED-0101': { origin: 'node', severity: 'warning', parameters: ['aggregate', 'version', 'last'] },
  /** Another aggregate already stands for this natural key. */
  'LED-0102': { origin: 'node', severity: 'warning', parameters: ['aggregate'] },
  /** The key of an entry was forgotten, or never came. */
  'LED-0103': { origin: 'node', severity: 'error', parameters: ['key'] },
  /** The store has stopped, since a write or a sync failed: what failed once is never tried again on the same file. */
  'LED-0104': { origin: 'operator', severity: 'error', parameters: ['cause'] },
  /** The database did not confirm; what was sent may or may not be there. */
  'LED-0105': { origin: 'operator', severity: 'error', parameters: ['cause'] },
  /** Another process holds the store. */
  'LED-0201': { origin: 'operator', severity: 'error', parameters: ['directory', 'pid'] },
  /** Bytes that were on stable storage have changed. The store is not opened. */
  'LED-0202': { origin: 'operator', severity: 'error', parameters: ['file', 'offset'] },
  /** The last write did not finish before a crash; nobody was told that it had. Its bytes were cut off. */
  'LED-0203': { origin: 'node', severity: 'note', parameters: ['file', 'offset', 'bytes'] },
  /** An index was missing, old or damaged and was made again from the journal. */
  'LED-0204': { origin: 'node', severity: 'note', parameters: ['entries'] },
  /** The files are of a form that this version does not read. */
  'LED-0205': { origin: 'operator', severity: 'error', parameters: ['file'] },
  /** The database may lose what it has acknowledged. */
  'LED-0206': { origin: 'operator', severity: 'error', parameters: ['setting', 'value', 'needed'] },
  /** A migration that was applied is not the one of this version. */
  'LED-0207': { origin: 'operator', severity: 'error', parameters: ['migration'] },
  /** The database is too old. */
  'LED-0208': { origin: 'operator', severity: 'error', parameters: ['version', 'needed'] },
  /** The database cannot be reached, or does not let this node in. */
  'LED-0209': { origin: 'operator', severity: 'error', parameters: ['cause'] },
  /** Key, header and payload of an entry do not belong together. */
  'LED-0301': { origin: 'operator', severity: 'error', parameters: ['aggregate', 'version'] },
  /** The chain or the order breaks at a position. */
  'LED-0302': { origin: 'operator', severity: 'error', parameters: ['position'] },
  /** An aggregate's versions have a gap. */
  'LED-0303': { origin: 'operator', severity: 'error', parameters: ['aggregate', 'version', 'last'] },
  /** The ledger does not lead to the head that it claims, or that was published. */
  'LED-0304': { origin: 'operator', severity: 'error', parameters: ['size', 'claimed'] },
  /** An archive cannot be opened with this recovery key, is damaged, or is none. */
  'LED-0401': { origin: 'operator', severity: 'error', parameters: ['archive'] },
  /** The place to restore into is not empty. */
  'LED-0402': { origin: 'operator', severity: 'error', parameters: ['directory'] },
  /** The two archives are not of the same backup, or of another ledger. */
  'LED-0403': { origin: 'operator', severity: 'error', parameters: ['ledger', 'keys'] },
  /** The archive of keys is older than it may be kept. */
  'LED-0404': { origin: 'operator', severity: 'error', parameters: ['expiresAt'] },
});

export type LedgerCode = keyof typeof ledgerFindings.specs;
