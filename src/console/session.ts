import type { Person } from '#ui';
import type { Client } from './client.ts';
import type { Preferences } from './preferences.ts';
import type { Session } from './shapes.ts';

/** Whether the node knows who sits here. */
export type SessionState =
  | { readonly kind: 'asking' }
  | { readonly kind: 'stranger'; readonly refused: boolean }
  | { readonly kind: 'silent' }
  | { readonly kind: 'known'; readonly session: Session };

/** A token for the demonstration's seat; undefined where there is no demonstration. */
async function demonstrationToken(seat: string | undefined, client: Client): Promise<string | undefined> {
  const query = seat === undefined ? '' : `?seat=${encodeURIComponent(seat)}`;
  const answer = await client.read<{ readonly token: string }>(`/api/demonstration/session${query}`);
  return answer.ok ? answer.value.token : undefined;
}

/** Finds out who sits here: by the token of this tab, else by the demonstration's own. */
export async function openSession(client: Client, tab: Preferences): Promise<SessionState> {
  const given = tab.get('token');
  if (given === undefined) {
    const token = await demonstrationToken(tab.get('seat'), client);
    if (token === undefined) return { kind: 'stranger', refused: false };
    tab.set('token', token);
  }
  const answer = await client.read<Session>('/api/session');
  if (answer.ok) return { kind: 'known', session: answer.value };
  if (answer.problem.status === 0 || answer.problem.status >= 500) return { kind: 'silent' };
  tab.set('token', undefined);
  return { kind: 'stranger', refused: true };
}

/** Sits down in another country's seat of the demonstration: at the same address, or at that node's own. */
export async function takeSeat(session: Session, country: string, client: Client, tab: Preferences): Promise<boolean> {
  const seat = session.seats?.find((one) => one.country === country);
  const address = seat === undefined ? undefined : new URL(seat.address, location.href);
  if (address !== undefined && address.origin !== location.origin) {
    location.assign(new URL('/', address));
    return false;
  }
  const token = await demonstrationToken(country, client);
  if (token === undefined) return false;
  tab.set('seat', country);
  tab.set('token', token);
  return true;
}

export const personOf = (session: Session): Person => ({
  name: session.actor.name,
  country: session.country,
  ports: session.actor.ports,
  may: (permission) => session.permissions.includes(permission),
});
