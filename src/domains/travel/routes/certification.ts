import { z } from 'zod';
import type { Access, Instant, Means, Result, Route, RouteRequest } from '#kernel';
import { decodeLatin1, err, formatInstant, instant, ok } from '#kernel';
import { conformance, type Register, registerFold, registerKey } from '../certification/register.ts';
import { conversationOf, scoreGates } from '../certification/replies.ts';
import { type Score, scoreAttempt } from '../certification/score.ts';
import { credentialDays, sampleOf, type Vector, vectorsOf } from '../certification/vectors.ts';
import { codeTableOf, codeTableSchema } from '../codes.ts';
import { travelFindings } from '../findings.ts';
import { attemptedKind } from '../kinds.ts';
import { findingShape } from './shapes.ts';
import { shownFinding, type TextOf } from './shown.ts';

/** The case of reading: what the gate makes of this country's answers. */
const gatesCase = 'replies';
const dayMilliseconds = 86_400_000;

const of = { permission: 'travel.certify', personal: false } as const;

/** Whose system is certified; credentials that name no organisation certify nobody. */
const organisationOf = ({ actor }: RouteRequest): string => actor.organisation ?? actor.name;

const registerOf = async (request: RouteRequest, access: Access): Promise<Register> => {
  const aggregate = await access.find(registerKey(organisationOf(request)));
  return (aggregate === undefined ? undefined : await access.state(aggregate, registerFold)) ?? {};
};

const standing = z.object({ passed: z.number().int(), total: z.number().int(), at: z.string() });
const overviewShape = z.object({
  authority: z.string(),
  organisation: z.string(),
  /** Hundredths of all that could be right. */
  conformance: z.number().int(),
  certified: z.boolean(),
  cases: z.array(z.object({ name: z.string(), title: z.string(), latest: standing.optional() })),
});

const casesOf = ({ language }: RouteRequest, { country }: Access) => [
  ...vectorsOf(country).map(({ name, title }) => ({ name, title: title[language] })),
  { name: gatesCase, title: gatesTitle[language] },
];
const gatesTitle = {
  en: 'What the gate makes of the answers',
  fr: 'Ce que la porte fait des réponses',
  es: 'Lo que la puerta hace con las respuestas',
};

const overview: Route = {
  ...of,
  method: 'GET',
  pattern: '/travel/certification',
  summary: {
    en: 'How a carrier’s system stands: its cases and its conformance',
    fr: 'Où en est le système d’un transporteur : ses cas et sa conformité',
    es: 'Cómo va el sistema de un transportista: sus casos y su conformidad',
  },
  response: overviewShape,
  handle: async (request, access) => {
    const register = await registerOf(request, access);
    const cases = casesOf(request, access).map((one) => {
      const latest = register[one.name];
      return latest === undefined
        ? one
        : { ...one, latest: { passed: latest.passed, total: latest.total, at: formatInstant(latest.at) } };
    });
    const percent = conformance(
      register,
      cases.map(({ name }) => name),
    );
    return ok({
      authority: access.country,
      organisation: organisationOf(request),
      conformance: percent,
      certified: percent === 100,
      cases,
    });
  },
};

const casePath = z.object({ case: z.string().max(40) });

const vectorOf = (request: RouteRequest, access: Access): Result<Vector> => {
  const name = request.path['case'] ?? '';
  const vector = vectorsOf(access.country).find((one) => one.name === name);
  return vector === undefined ? err(travelFindings.find('TRV-0406', { name })) : ok(vector);
};

const oneCase: Route = {
  ...of,
  method: 'GET',
  pattern: '/travel/certification/cases/:case',
  summary: {
    en: 'One case: what to say, and one way to say it',
    fr: 'Un cas : ce qu’il faut dire, et une façon de le dire',
    es: 'Un caso: qué decir y una manera de decirlo',
  },
  path: casePath,
  response: z.object({
    name: z.string(),
    title: z.string(),
    say: z.record(z.string(), z.unknown()),
    sample: z.string(),
  }),
  handle: async (request, access) => {
    const found = vectorOf(request, access);
    if (!found.ok) return found;
    const { name, title, list } = found.value;
    const { envelope, ...say } = list;
    return ok({ name, title: title[request.language], say, sample: decodeLatin1(sampleOf(found.value)) });
  },
};

const scoreShape = z.object({
  name: z.string(),
  passed: z.number().int(),
  total: z.number().int(),
  checks: z.array(
    z.object({
      name: z.string(),
      passed: z.boolean(),
      expected: z.string().optional(),
      actual: z.string().optional(),
    }),
  ),
  findings: z.array(findingShape),
});

/** Keeps how an attempt did, and tells all of it. */
async function told(name: string, score: Score, request: RouteRequest, access: Access): Promise<Result<unknown>> {
  const { passed, total, checks, findings } = score;
  const register = await access.open(registerKey(organisationOf(request)));
  const kept = await access.record(register, [{ kind: attemptedKind.name, data: { vector: name, passed, total } }]);
  if (!kept.ok) return kept;
  const textOf = access.service<TextOf>('texts');
  return ok({
    name,
    passed,
    total,
    checks,
    findings: findings.map((finding) => shownFinding(finding, request.language, textOf)),
  });
}

const attempt: Route = {
  ...of,
  method: 'POST',
  pattern: '/travel/certification/cases/:case',
  summary: {
    en: 'Scores a carrier’s own message for a case',
    fr: 'Évalue le message du transporteur pour un cas',
    es: 'Califica el mensaje del transportista para un caso',
  },
  path: casePath,
  consumes: 'bytes',
  response: scoreShape,
  handle: async (request, access) => {
    const found = vectorOf(request, access);
    if (!found.ok) return found;
    const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array();
    return told(found.value.name, scoreAttempt(found.value, bytes, access.country), request, access);
  },
};

const conversation = (access: Access) => conversationOf(access.country, access.service<() => Means>('means')());

const replies: Route = {
  ...of,
  method: 'GET',
  pattern: '/travel/certification/replies',
  summary: {
    en: 'A dialogue with every answer, and the passengers about whom is asked',
    fr: 'Un dialogue avec chaque réponse, et les passagers visés par la question',
    es: 'Un diálogo con cada respuesta, y los pasajeros por los que se pregunta',
  },
  response: z.object({
    turns: z.array(z.object({ from: z.enum(['carrier', 'authority']), text: z.string() })),
    passengers: z.array(z.string()),
    gates: z.array(z.string()),
  }),
  handle: async (_request, access) => {
    const { turns, passengers } = conversation(access);
    return ok({
      turns: turns.map(({ from, bytes }) => ({ from, text: decodeLatin1(bytes) })),
      passengers,
      gates: ['OK_TO_BOARD', 'NO_BOARD', 'APIS_INCOMPLETE'],
    });
  },
};

const gatesBody = z.object({ gates: z.record(z.string().max(128), z.string().max(40)) });

const gates: Route = {
  ...of,
  method: 'POST',
  pattern: '/travel/certification/replies',
  summary: {
    en: 'Scores what a carrier’s gate makes of the answers',
    fr: 'Évalue ce que la porte du transporteur fait des réponses',
    es: 'Califica lo que la puerta del transportista hace con las respuestas',
  },
  body: gatesBody,
  response: scoreShape,
  handle: async (request, access) => {
    const { gates: said } = gatesBody.parse(request.body);
    return told(gatesCase, scoreGates(conversation(access), said, access.country), request, access);
  },
};

/** Makes sandbox credentials; offered by a node that has tokens, as the service `sandbox`. */
export type Sandbox = (
  organisation: string,
  expiresAt: Instant,
) => Promise<{ readonly token: string; readonly record: { readonly reality?: string } }>;

const credentials: Route = {
  ...of,
  method: 'POST',
  pattern: '/travel/certification/credentials',
  summary: {
    en: 'Sandbox credentials: all that is done with them is an exercise',
    fr: 'Justificatifs d’essai : tout ce qui se fait avec eux est un exercice',
    es: 'Credenciales de prueba: todo lo que se hace con ellas es un ejercicio',
  },
  response: z.object({ token: z.string(), organisation: z.string(), reality: z.string(), expiresAt: z.string() }),
  handle: async (request, access) => {
    const { organisation } = request.actor;
    if (organisation === undefined) return err(travelFindings.find('TRV-0407'));
    const expiresAt = instant(access.now() + credentialDays * dayMilliseconds);
    const { token, record } = await access.service<Sandbox>('sandbox')(organisation, expiresAt);
    return ok({ token, organisation, reality: record.reality, expiresAt: formatInstant(expiresAt) });
  },
};

const codes: Route = {
  ...of,
  method: 'GET',
  pattern: '/travel/certification/codes/:country',
  summary: {
    en: 'The code table of a country: what its answers mean',
    fr: 'La table de codes d’un pays : ce que ses réponses veulent dire',
    es: 'La tabla de códigos de un país: qué significan sus respuestas',
  },
  path: z.object({ country: z.string().max(8) }),
  response: codeTableSchema,
  handle: async (request) => {
    const country = (request.path['country'] ?? '').toUpperCase();
    const table = codeTableOf(country);
    return table === undefined ? err(travelFindings.find('TRV-0405', { country })) : ok(table);
  },
};

const failRulesSchema = z.object({
  source: z.string(),
  date: z.string(),
  verified: z.boolean(),
  rules: z.array(
    z.object({
      authority: z.string(),
      profile: z.string(),
      from: z.string(),
      timeLimitMilliseconds: z.number(),
      late: z.string(),
      error: z.string(),
      'not-forwarded': z.string(),
    }),
  ),
});

const failRules: Route = {
  ...of,
  method: 'GET',
  pattern: '/travel/certification/fail-rules',
  summary: {
    en: 'What stands in for a country that does not answer in time',
    fr: 'Ce qui remplace un pays qui ne répond pas à temps',
    es: 'Lo que sustituye a un país que no responde a tiempo',
  },
  response: failRulesSchema,
  handle: async (_request, access) =>
    ok(access.service<() => Means>('means')().table('decisions/travel/fail-rules.json')),
};

/** What a carrier needs to certify itself. */
export const certificationRoutes: readonly Route[] = [
  overview,
  oneCase,
  attempt,
  replies,
  gates,
  credentials,
  codes,
  failRules,
];
