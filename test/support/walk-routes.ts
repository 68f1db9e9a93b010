import type { HttpServer } from '#adapters/http';
import type { AccessRules, RouteFace } from '#api';
import { edgeRoutes, parametersOf, servedBy } from '#api';
import type { Actor, Part } from '#kernel';

/** How a walker calls as a role. */
export interface Walk {
  readonly roles: readonly string[];
  readonly rules: AccessRules;
  /** The headers that authenticate as a role. */
  readonly headersOf: (role: string) => Record<string, string>;
  /** The actor whom those headers stand for. */
  readonly actorOf: (role: string) => Actor;
}

/** One step: who asked for what, under which purpose, what the table says, and what the server did. */
export interface Step {
  readonly role: string;
  readonly method: string;
  readonly address: string;
  readonly purpose: string | undefined;
  readonly granted: boolean;
  readonly status: number;
  readonly finding: string | undefined;
}

const refusals = new Set(['API-0103', 'API-0104', 'API-0105', 'API-0106', 'API-0107']);

/** True when the server kept the caller out; any other answer, a 404 or a bad body included, means that he was let in. */
export const keptOut = (step: Pick<Step, 'finding'>): boolean =>
  step.finding !== undefined && refusals.has(step.finding);

/** Calls every route of a server as every role and without any, personal ones without and with each purpose of the closed list. */
export async function walkRoutes(server: HttpServer, parts: readonly Part[], walk: Walk): Promise<readonly Step[]> {
  const routes: readonly RouteFace[] = [...servedBy(parts).map(({ route }) => route), ...edgeRoutes, metricsFace];
  const steps: Step[] = [];
  for (const route of routes) {
    const address = addressOf(route);
    for (const role of [undefined, ...walk.roles]) {
      for (const purpose of route.personal ? [undefined, 'no-such-purpose', ...walk.rules.purposes] : [undefined]) {
        const granted = role === undefined ? route.permission === 'public' : grants(walk, route, role, purpose);
        // An open stream never ends by itself: those who are let in are not waited for here.
        if (granted && route.produces === 'text/event-stream') continue;
        const headers = {
          ...(role === undefined ? {} : walk.headersOf(role)),
          ...(purpose === undefined ? {} : { 'x-purpose': purpose }),
        };
        const reply = await server.inject({ method: route.method, url: address, headers });
        const finding = reply.headers['x-finding'];
        steps.push({
          role: role ?? 'nobody',
          method: route.method,
          address,
          purpose,
          granted,
          status: reply.statusCode,
          finding: typeof finding === 'string' ? finding : undefined,
        });
      }
    }
  }
  return steps;
}

const metricsFace: RouteFace = {
  ...(edgeRoutes[0] as RouteFace),
  method: 'GET',
  pattern: '/../metrics',
  permission: 'api.metrics',
};

const addressOf = (route: RouteFace): string =>
  route === metricsFace
    ? '/metrics'
    : `/api${parametersOf(route.pattern).reduce((pattern, name) => pattern.replace(`:${name}`, 'a'), route.pattern)}`;

function grants({ rules, actorOf }: Walk, route: RouteFace, role: string, purpose: string | undefined): boolean {
  const actor = actorOf(role);
  return rules.permit(purpose === undefined ? actor : { ...actor, purpose }, route).ok;
}
