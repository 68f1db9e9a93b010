import { z } from 'zod';
import { definePart, ok } from '#kernel';
import { agreementsCatalogues } from './catalogues.ts';
import type { Duties } from './duties.ts';
import { agreementsFindings } from './findings.ts';

const readForwardingDuties = 'agreements.read-forwarding-duties';

const rowSchema = z.object({
  row: z.string(),
  from: z.string(),
  to: z.string(),
  record: z.string(),
  purpose: z.string(),
  citation: z.string(),
  inForceFrom: z.string(),
  inForceTo: z.string().optional(),
  verified: z.boolean(),
});

/**
 * How the room becomes visible. The route reads the service `duties` (a `Duties`), so that a country that replaces the
 * table shows its own. Its texts stand in `src/locales/<language>/agreements.json`.
 */
export const agreementsPart = definePart({
  name: 'agreements',
  title: { en: 'Agreements', fr: 'Ententes', es: 'Acuerdos' },
  findings: agreementsFindings.specs,
  catalogues: agreementsCatalogues,
  permissions: [
    {
      name: readForwardingDuties,
      title: {
        en: 'Read the table of forwarding duties',
        fr: "Consulter le tableau des obligations d'acheminement",
        es: 'Consultar la tabla de obligaciones de reenvío',
      },
    },
  ],
  routes: [
    {
      method: 'GET',
      pattern: '/agreements/forwarding',
      summary: {
        en: 'Where a lodgement is forwarded to, on which legal basis, from when to when',
        fr: 'Où un dépôt est acheminé, sur quel fondement juridique, de quand à quand',
        es: 'Adónde se reenvía una presentación, con qué fundamento jurídico, desde y hasta cuándo',
      },
      permission: readForwardingDuties,
      personal: false,
      response: z.object({ version: z.string(), duties: z.array(rowSchema) }),
      handle: async (_request, access) => {
        const duties = access.service<Duties>('duties');
        return ok({ version: duties.version, duties: duties.rows });
      },
    },
  ],
});
