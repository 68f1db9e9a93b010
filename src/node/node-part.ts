import { z } from 'zod';
import type { Part, Route } from '#kernel';
import { definePart, err, ok } from '#kernel';
import type { Store } from '#ledger';
import { replyKind } from './durable-replies.ts';
import { epochKind } from './exchange-log.ts';
import type { PartnerLines } from './partner-lines.ts';
import { auditRecords } from './reading-record.ts';
import { timerRecords } from './timers.ts';

const head: Route = {
  method: 'GET',
  pattern: '/ledger/head',
  summary: {
    en: 'The end of the ledger: size, chain, Merkle root',
    fr: 'La fin du registre : taille, chaîne, racine de Merkle',
    es: 'El final del registro: tamaño, cadena, raíz de Merkle',
  },
  permission: 'ledger.read',
  personal: false,
  response: z.object({ size: z.number(), chain: z.string(), root: z.string() }),
  handle: async (_request, access) => ok(await access.service<Store>('ledger').head()),
};

const receive: Route = {
  method: 'POST',
  pattern: '/exchange/envelopes',
  summary: {
    en: 'Takes one envelope from a partner node; answered once it is durable',
    fr: 'Reçoit une enveloppe d’un nœud partenaire; répond une fois qu’elle est durable',
    es: 'Recibe un sobre de un nodo socio; responde cuando ya es durable',
  },
  permission: 'exchange.deliver',
  personal: false,
  consumes: 'bytes',
  response: z.object({ taken: z.boolean() }),
  handle: async (request, access) => {
    const taken = await access.service<PartnerLines>('partners').receive(request.body as Uint8Array);
    return taken.ok ? ok({ taken: true }) : err(taken.error);
  },
};

/** What a node is beyond its domains: its ledger's end, the door for its partners, the record of who read what. */
export const nodePart: Part = definePart({
  name: 'node',
  title: { en: 'Node', fr: 'Nœud', es: 'Nodo' },
  records: [...auditRecords, replyKind, epochKind, ...timerRecords],
  permissions: [
    {
      name: 'ledger.read',
      title: {
        en: 'Read the ledger’s end and proofs',
        fr: 'Lire la fin du registre et les preuves',
        es: 'Leer el final del registro y las pruebas',
      },
    },
    {
      name: 'exchange.deliver',
      title: {
        en: 'Deliver envelopes as a partner node',
        fr: 'Livrer des enveloppes comme nœud partenaire',
        es: 'Entregar sobres como nodo socio',
      },
    },
  ],
  routes: [head, receive],
});
