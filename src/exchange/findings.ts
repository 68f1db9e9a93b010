import { defineFindings } from '#kernel';

/**
 * What may go wrong between two nodes. EXC-01xx: what arrived is set aside and nothing else happens; EXC-02xx: what
 * arrived is acknowledged as refused; EXC-03xx: what cannot be sent, or was not taken. Texts: `src/locales/<language>/exchange.json`.
 */
export const exchangeFindings = defineFindings({
  'EXC-0101': { origin: 'partner', severity: 'error', parameters: ['bytes'] },
  'EXC-0102': { origin: 'partner', severity: 'error', parameters: ['version'] },
  'EXC-0103': { origin: 'partner', severity: 'error', parameters: ['bytes', 'limit'] },
  'EXC-0104': { origin: 'partner', severity: 'error', parameters: ['member'] },
  /** Addressed to another country. */
  'EXC-0105': { origin: 'partner', severity: 'error', parameters: ['from', 'to'] },
  /** From a country that is no partner here. */
  'EXC-0106': { origin: 'partner', severity: 'error', parameters: ['from'] },
  /** Signed with a key that is not the partner's, by its id. */
  'EXC-0107': { origin: 'partner', severity: 'error', parameters: ['from', 'key'] },
  /** The signature does not fit the bytes. */
  'EXC-0108': { origin: 'partner', severity: 'error', parameters: ['from'] },
  /** Had before: a retry whose receipt was lost, or a replay. The receipt is sent again. */
  'EXC-0109': { origin: 'partner', severity: 'note', parameters: ['from', 'sequence'] },
  /** Too far ahead of what came so far to be held. */
  'EXC-0110': { origin: 'partner', severity: 'warning', parameters: ['from', 'sequence', 'received'] },
  /** A control message that does not say what its kind says. */
  'EXC-0111': { origin: 'partner', severity: 'error', parameters: ['from', 'kind'] },
  /** More realities at a time than a partner may open. */
  'EXC-0112': { origin: 'partner', severity: 'error', parameters: ['from', 'limit'] },
  /** The partner gives notice of new keys. They are used only after the operator has entered them. */
  'EXC-0113': { origin: 'operator', severity: 'warning', parameters: ['from', 'key'] },
  /** The partner has, or had, more than our state knows of: one side stands on an old copy of its state. */
  'EXC-0114': { origin: 'operator', severity: 'error', parameters: ['partner', 'from', 'to'] },
  /** The node is stopping: nothing is taken any more, and the partner sends it again. */
  'EXC-0115': { origin: 'node', severity: 'error', parameters: [] },
  /** Signed by the partner, but sealed to another key than ours. */
  'EXC-0201': { origin: 'partner', severity: 'error', parameters: ['from', 'sequence'] },
  /** A record of a kind that no domain here knows. */
  'EXC-0202': { origin: 'partner', severity: 'error', parameters: ['from', 'record'] },
  /** Inside stand other countries or another reality than on the envelope. */
  'EXC-0203': { origin: 'partner', severity: 'error', parameters: ['from', 'sequence'] },
  /** An answer to nothing that waits for one. */
  'EXC-0204': { origin: 'partner', severity: 'warning', parameters: ['from', 'reference'] },
  /** A forwarding whose reference is still unanswered. */
  'EXC-0205': { origin: 'partner', severity: 'warning', parameters: ['from', 'reference'] },
  /** More forwardings wait for an answer than a partner may leave here. */
  'EXC-0206': { origin: 'node', severity: 'error', parameters: ['from', 'limit'] },
  /** No such partner in this node's configuration. */
  'EXC-0301': { origin: 'operator', severity: 'error', parameters: ['to'] },
  /** So much waits for the partner that nothing more is taken. */
  'EXC-0302': { origin: 'node', severity: 'error', parameters: ['to', 'limit'] },
  /** The partner never forwarded this, or it was answered. */
  'EXC-0303': { origin: 'node', severity: 'error', parameters: ['to', 'reference'] },
  /** Larger than an envelope may be. */
  'EXC-0304': { origin: 'node', severity: 'error', parameters: ['to', 'bytes', 'limit'] },
  /** The partner received it and refused it. */
  'EXC-0305': { origin: 'partner', severity: 'error', parameters: ['to', 'reference', 'code'] },
  /** A forwarding with this reference already waits for its answer. */
  'EXC-0306': { origin: 'node', severity: 'error', parameters: ['to', 'reference'] },
});
