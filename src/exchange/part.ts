import { z } from 'zod';
import { type Access, definePart, formatInstant, type MeasureReading, ok } from '#kernel';
import { exchangeCatalogues } from './catalogues.ts';
import type { ChannelState, Refusal } from './exchange.ts';
import { exchangeFindings } from './findings.ts';
import { exchangeRecords } from './records.ts';

const readPartners = 'exchange.read-partners';

const stateSchema = z.object({
  partner: z.string(),
  reality: z.string(),
  lastHeard: z.string().optional(),
  outbox: z.int(),
  awaited: z.int(),
  late: z.int(),
  unanswered: z.int(),
  retries: z.int(),
});

const refusalSchema = z.object({
  from: z.string().optional(),
  code: z.string(),
  count: z.int(),
  lastAt: z.string(),
});

/** What the part's route asks of the node: the service `exchange`, which an `Exchange` is. */
export interface ExchangeService {
  channels(): readonly ChannelState[];
  refusals(): readonly Refusal[];
}

/** Over all channels. */
const sumOf = (access: Access, what: 'outbox' | 'late'): number =>
  access
    .service<ExchangeService>('exchange')
    .channels()
    .reduce((sum, channel) => sum + channel[what], 0);

const hour = 3_600_000;

/**
 * The share of partners that were heard within the last hour; nothing for a node without partners. One line to a partner
 * carries every reality: a demonstration or an exercise that nobody runs is no line that is down.
 */
function working(access: Access): MeasureReading | undefined {
  const channels = access.service<ExchangeService>('exchange').channels();
  const since = access.now() - hour;
  const partners = new Set(channels.map(({ partner }) => partner));
  const heard = channels.filter(({ lastHeard }) => lastHeard !== undefined && lastHeard > since);
  const working = new Set(heard.map(({ partner }) => partner));
  return partners.size === 0 ? undefined : { value: working.size / partners.size, of: partners.size };
}

/** How the room becomes visible. The route that receives envelopes is wired by the node, since it works on bytes and signatures, not on roles. */
export const exchangePart = definePart({
  name: 'exchange',
  title: { en: 'Exchange', fr: 'Échange', es: 'Intercambio' },
  records: exchangeRecords,
  findings: exchangeFindings.specs,
  catalogues: exchangeCatalogues,
  permissions: [
    {
      name: readPartners,
      title: {
        en: 'Read how the channels to partners stand',
        fr: 'Consulter l’état des canaux vers les partenaires',
        es: 'Consultar el estado de los canales con los socios',
      },
    },
  ],
  measures: [
    {
      name: 'exchange.channels-working',
      title: {
        en: 'Partners from whom something was heard within the hour',
        fr: 'Partenaires de qui l’on a entendu quelque chose dans l’heure',
        es: 'Socios de los que se oyó algo en la última hora',
      },
      unit: 'share',
      page: '/node',
      read: (access) => Promise.resolve(working(access)),
    },
    {
      name: 'exchange_outbox_messages',
      title: {
        en: 'Messages waiting for a partner',
        fr: 'Messages en attente d’un partenaire',
        es: 'Mensajes en espera de un socio',
      },
      unit: '1',
      page: '/node',
      read: (access) => Promise.resolve({ value: sumOf(access, 'outbox') }),
    },
    {
      name: 'exchange_late_forwardings',
      title: {
        en: 'Forwardings whose answer is late',
        fr: 'Acheminements dont la réponse est en retard',
        es: 'Reenvíos con respuesta tardía',
      },
      unit: '1',
      page: '/node',
      read: (access) => Promise.resolve({ value: sumOf(access, 'late') }),
    },
  ],
  routes: [
    {
      method: 'GET',
      pattern: '/exchange/partners',
      summary: {
        en: 'Each channel to a partner: last heard, waiting, late',
        fr: 'Chaque canal vers un partenaire : dernier signe, en attente, en retard',
        es: 'Cada canal con un socio: última señal, en espera, tardíos',
      },
      permission: readPartners,
      personal: false,
      response: z.object({ channels: z.array(stateSchema), refusals: z.array(refusalSchema) }),
      handle: async (_request, access) => {
        const exchange = access.service<ExchangeService>('exchange');
        return ok({
          refusals: exchange.refusals().map(({ from, code, count, lastAt }) => ({
            ...(from === undefined ? {} : { from }),
            ...{ code, count, lastAt: formatInstant(lastAt) },
          })),
          channels: exchange
            .channels()
            .map(({ lastHeard, ...state }) =>
              lastHeard === undefined ? state : { ...state, lastHeard: formatInstant(lastHeard) },
            ),
        });
      },
    },
  ],
});
