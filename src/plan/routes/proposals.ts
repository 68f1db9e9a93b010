import { z } from 'zod';
import { ok, page, pageOf, pageQuery, type Route } from '#kernel';
import { foldedRegister, momentOf } from '../folded.ts';
import type { Register } from '../register/register.ts';
import { proposalShape } from './shapes.ts';
import { shownProposal } from './shown.ts';

const query = z.object(pageQuery);
const item = proposalShape.extend({ milestone: z.string(), title: z.string() });

/** The oldest first: it has waited longest. */
const keyOf = ({ at, proposal }: z.infer<typeof item>): string => `${String(at).padStart(16, '0')} ${proposal}`;

/** Proposals that are open, of all commitments: what each country has still to sign or refuse. */
export const proposalsRoute = (register: Register): Route => ({
  method: 'GET',
  pattern: '/plan/proposals',
  summary: {
    en: 'Open proposals, the oldest first, with who signed and who has not',
    fr: 'Propositions ouvertes, les plus anciennes d’abord : qui a signé, qui n’a pas signé',
    es: 'Propuestas abiertas, las más antiguas primero: quién firmó y quién no',
  },
  permission: 'plan.read',
  personal: false,
  query,
  response: pageOf(item),
  handle: async (request, access) => {
    const { cursor, limit } = query.parse(request.query);
    const standings = await foldedRegister(access, register, momentOf(access, {}));
    const open = standings
      .flatMap(({ commitment: { key, title }, proposals }) =>
        proposals
          .filter(({ state }) => state === 'open')
          .map((one) => ({ ...shownProposal(one), milestone: key, title: title[request.language] })),
      )
      .toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
    return ok(page(open, { keyOf, cursor, limit }));
  },
});
