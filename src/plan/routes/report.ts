import { z } from 'zod';
import { type Access, encodeUtf8, type Language, languages, ok, type Route } from '#kernel';
import { foldedRegister, momentOf } from '../folded.ts';
import type { Register } from '../register/register.ts';
import type { Say } from '../report/say.ts';
import { leadersReport } from '../report/sheet.ts';
import { csvOf, openRows } from '../report/table.ts';
import type { Moment } from '../standing/moment.ts';
import type { Standing } from '../standing/standing.ts';
import { momentQuery } from './read.ts';

const query = z.object({ ...momentQuery, lang: z.enum(languages).optional() });

/** What is to be printed, in which language, as of when. */
interface Asked {
  readonly standings: readonly Standing[];
  readonly moment: Moment;
  readonly language: Language;
  readonly access: Access;
}

const printed = (
  register: Register,
  what: Pick<Route, 'pattern' | 'summary' | 'produces'>,
  print: (asked: Asked) => string,
): Route => ({
  ...what,
  method: 'GET',
  permission: 'plan.read',
  personal: false,
  query,
  response: z.string(),
  handle: async (request, access) => {
    const { lang, ...at } = query.parse(request.query);
    const moment = momentOf(access, at);
    const standings = await foldedRegister(access, register, moment);
    return ok(encodeUtf8(print({ standings, moment, access, language: lang ?? request.language })));
  },
});

/** The register to be handed on: the leaders' report to print, and open data. */
export const reportRoutes = (register: Register): readonly Route[] => [
  printed(
    register,
    {
      pattern: '/plan/report',
      produces: 'text/html; charset=utf-8',
      summary: {
        en: 'The report to the leaders, to print',
        fr: 'Le rapport aux dirigeants, à imprimer',
        es: 'El informe a los mandatarios, para imprimir',
      },
    },
    ({ standings, moment, access, language }) => {
      const say = access.service<Say>('say');
      return leadersReport({
        ...{ register, standings, moment, language, nation: access.country, printedAt: access.now() },
        say: (key, parameters) => say(language, key, parameters),
      });
    },
  ),
  printed(
    register,
    {
      pattern: '/plan/register.csv',
      produces: 'text/csv; charset=utf-8',
      summary: {
        en: 'The register as open data: CSV',
        fr: 'Le registre en données ouvertes : CSV',
        es: 'El registro como datos abiertos: CSV',
      },
    },
    ({ standings, language }) => csvOf(openRows(standings, language)),
  ),
  printed(
    register,
    {
      pattern: '/plan/register.json',
      produces: 'application/json',
      summary: {
        en: 'The register as open data: JSON',
        fr: 'Le registre en données ouvertes : JSON',
        es: 'El registro como datos abiertos: JSON',
      },
    },
    ({ standings, language }) => `${JSON.stringify(openRows(standings, language))}\n`,
  ),
];
