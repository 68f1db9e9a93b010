import type { z } from 'zod';
import type { Route, Texts } from '#kernel';
import type { Utterance } from '../facts/allow.ts';
import { bodies, type What } from '../facts/bodies.ts';
import { say } from '../facts/say.ts';
import type { Register } from '../register/register.ts';
import { milestonePath, storyOf } from './read.ts';
import { milestoneShape } from './shapes.ts';

/** One way of saying something: where, by what permission, and what it is called. */
interface Way {
  readonly what: What;
  readonly where: string;
  readonly permission: string;
  readonly summary: Texts;
}

const ways: readonly Way[] = [
  {
    what: 'self-reported',
    where: 'reports',
    permission: 'plan.report',
    summary: { en: 'Say how the country stands', fr: 'Dire où en est le pays', es: 'Decir cómo va el país' },
  },
  {
    what: 'forecast',
    where: 'forecasts',
    permission: 'plan.report',
    summary: { en: 'Forecast another month', fr: 'Prévoir un autre mois', es: 'Prever otro mes' },
  },
  {
    what: 'evidenced',
    where: 'evidence',
    permission: 'plan.report',
    summary: { en: 'Add evidence', fr: 'Ajouter une preuve', es: 'Agregar una prueba' },
  },
  {
    what: 'proposed',
    where: 'proposals',
    permission: 'plan.report',
    summary: { en: 'Propose a new month', fr: 'Proposer un nouveau mois', es: 'Proponer un nuevo mes' },
  },
  {
    what: 'approved',
    where: 'approvals',
    permission: 'plan.sign',
    summary: { en: 'Sign a proposal', fr: 'Signer une proposition', es: 'Firmar una propuesta' },
  },
  {
    what: 'refused',
    where: 'refusals',
    permission: 'plan.sign',
    summary: { en: 'Refuse a proposal', fr: 'Refuser une proposition', es: 'Rechazar una propuesta' },
  },
  {
    what: 'withdrawn',
    where: 'withdrawals',
    permission: 'plan.report',
    summary: { en: 'Withdraw a proposal', fr: 'Retirer une proposition', es: 'Retirar una propuesta' },
  },
  {
    what: 'assessed',
    where: 'verdicts',
    permission: 'plan.assess',
    summary: { en: 'Give a verdict', fr: 'Rendre un constat', es: 'Emitir un dictamen' },
  },
  {
    what: 'targeted',
    where: 'targets',
    permission: 'plan.report',
    summary: { en: 'Tie to a measure', fr: 'Lier à une mesure', es: 'Vincular a una medida' },
  },
  {
    what: 'commented',
    where: 'comments',
    permission: 'plan.comment',
    summary: { en: 'Comment', fr: 'Commenter', es: 'Comentar' },
  },
  {
    what: 'followed',
    where: 'following',
    permission: 'plan.comment',
    summary: { en: 'Follow, or no longer', fr: 'Suivre, ou ne plus suivre', es: 'Seguir, o dejar de seguir' },
  },
  {
    what: 'adopted',
    where: 'adoption',
    permission: 'plan.report',
    summary: { en: 'Adopt a commitment', fr: 'Adopter un engagement', es: 'Adoptar un compromiso' },
  },
];

const routeOf = ({ what, where, permission, summary }: Way, register: Register): Route => {
  const body: z.ZodType = bodies[what];
  return {
    method: 'POST',
    pattern: `/plan/milestones/:milestone/${where}`,
    summary,
    permission,
    personal: false,
    path: milestonePath,
    body,
    response: milestoneShape,
    handle: async (request, access) => {
      // The schema of `what` has parsed the body: the row of `bodies` is what joins the two.
      const utterance = { what, body: body.parse(request.body) } as Utterance;
      const milestone = request.path['milestone'] ?? '';
      const said = await say(access, register, { milestone, person: request.actor.name, utterances: [utterance] });
      return said.ok ? await storyOf(register, { ...request, query: {} }, access) : said;
    },
  };
};

/** One route for each thing that may be said; each answers with the commitment as it then stands. */
export const sayRoutes = (register: Register): readonly Route[] => ways.map((way) => routeOf(way, register));
