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

/** Finds out who sits here: by the token of this tab; without one a demonstration lets a visitor in, and no other node does. */
export async function openSession(client: Client, tab: Preferences): Promise<SessionState> {
  const answer = await client.read<Session>('/api/session');
  if (answer.ok) return { kind: 'known', session: answer.value };
  if (answer.problem.status === 0 || answer.problem.status >= 500) return { kind: 'silent' };
  const refused = tab.get('token') !== undefined;
  tab.set('token', undefined);
  tab.set('sit', undefined);
  return { kind: 'stranger', refused };
}

/** Sits down in another country's seat of the demonstration: it is that node's own address. What the person chose goes along. */
export function takeSeat(session: Session, country: string, chosen: Readonly<Record<string, string>>): void {
  const seat = session.seats?.find((one) => one.country === country);
  if (seat === undefined || country === session.country) return;
  const to = new URL('/', seat.address);
  for (const [name, value] of Object.entries(chosen)) to.searchParams.set(name, value);
  location.assign(to);
}

export const personOf = (session: Session): Person => ({
  name: session.actor.name,
  country: session.country,
  ports: session.actor.ports,
  roles: session.roles,
  may: (permission) => session.permissions.includes(permission),
});

/** Roles that may read what is personal for one purpose only. */
const onlyPurpose: Readonly<Record<string, string>> = {
  demonstration: 'demonstration',
  carrier: 'own-lodgement',
  auditor: 'audit',
};

/** The purpose that is named where a page wants one: whoever has one of his own names that. */
export const purposeOf = (roles: readonly string[], wanted: string): string =>
  roles.flatMap((role) => onlyPurpose[role] ?? [])[0] ?? wanted;
