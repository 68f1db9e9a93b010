import { z } from 'zod';
import type { Actor, Part, Result, Scope } from '#kernel';
import { err, languages, ok } from '#kernel';
import { apiFindings } from './findings.ts';

const textsSchema = z.object({ en: z.string(), fr: z.string(), es: z.string() });

/** Who may do what, how far, and why: the form of `data/access/roles.json`. What is not granted is denied. */
export const accessTableSchema = z.object({
  source: z.string(),
  date: z.string(),
  verified: z.boolean().optional(),
  /** The closed list of reasons for which a person may read personal data. */
  purposes: z.array(z.object({ name: z.string(), title: textsSchema })),
  roles: z.array(
    z.object({
      name: z.string(),
      title: textsSchema,
      grants: z.array(
        z.object({
          permissions: z.array(z.string()).min(1),
          scope: z.enum(['country', 'port', 'organisation']),
          /** Purposes for which personal data may be read with these permissions; none: no personal data. */
          purposes: z.array(z.string()),
        }),
      ),
    }),
  ),
});
export type AccessTable = z.infer<typeof accessTableSchema>;
type Grant = AccessTable['roles'][number]['grants'][number];

/** What a caller wants to do. */
export interface Wish {
  readonly permission: string;
  readonly personal: boolean;
}

/** The table of access, ready to answer. */
export interface AccessRules {
  /** How far the actor may go, or why he may not. */
  permit(actor: Actor, wish: Wish): Result<Scope>;
  /** All permissions of the actor, sorted. */
  permissionsOf(actor: Actor): readonly string[];
  readonly roles: readonly string[];
  readonly purposes: readonly string[];
}

const nowhere: Scope = { kind: 'limited', ports: [] };

function scopeOf(actor: Actor, grants: readonly Grant[]): Scope | undefined {
  if (grants.some((grant) => grant.scope === 'country')) return { kind: 'country' };
  const ports = grants.some((grant) => grant.scope === 'port') ? actor.ports : [];
  const organisation = grants.some((grant) => grant.scope === 'organisation') ? actor.organisation : undefined;
  if (ports.length === 0 && organisation === undefined) return undefined;
  return organisation === undefined ? { kind: 'limited', ports } : { kind: 'limited', ports, organisation };
}

/** Makes a table of access ready. */
export function compileAccess(table: AccessTable): AccessRules {
  const purposes = table.purposes.map((purpose) => purpose.name);
  const byRole = new Map(table.roles.map((role) => [role.name, role.grants]));
  const grantsOf = (actor: Actor): readonly Grant[] => actor.roles.flatMap((role) => byRole.get(role) ?? []);

  const permit = (actor: Actor, { permission, personal }: Wish): Result<Scope> => {
    if (permission === 'public') return ok(nowhere);
    const { find } = apiFindings;
    let grants = grantsOf(actor).filter((grant) => grant.permissions.includes(permission));
    if (grants.length === 0) return err(find('API-0104', { permission }));
    if (personal) {
      const { purpose } = actor;
      if (purpose === undefined || !purposes.includes(purpose)) {
        return err(find('API-0105', { purposes: purposes.join(', ') }));
      }
      grants = grants.filter((grant) => grant.purposes.includes(purpose));
      if (grants.length === 0) return err(find('API-0106', { permission, purpose }));
    }
    const scope = scopeOf(actor, grants);
    return scope === undefined ? err(find('API-0107', { permission })) : ok(scope);
  };
  return {
    permit,
    permissionsOf: (actor) => [...new Set(grantsOf(actor).flatMap((grant) => grant.permissions))].toSorted(),
    roles: table.roles.map((role) => role.name),
    purposes,
  };
}

/** What is wrong between a table of access and the parts of a node; each line names the place. Empty when all is well. */
export function checkAccess(table: AccessTable, parts: readonly Part[]): readonly string[] {
  const declared = new Set(parts.flatMap((part) => part.permissions.map((permission) => permission.name)));
  const purposes = new Set(table.purposes.map((purpose) => purpose.name));
  const grants = table.roles.flatMap((role) => role.grants.map((grant) => ({ role: role.name, ...grant })));
  const granted = new Set(grants.flatMap((grant) => grant.permissions));
  return [
    ...grants.flatMap((grant) => [
      ...grant.permissions
        .filter((permission) => !declared.has(permission))
        .map((permission) => `role ${grant.role}: no part knows the permission ${permission}`),
      ...grant.purposes
        .filter((purpose) => !purposes.has(purpose))
        .map((purpose) => `role ${grant.role}: the closed list has no purpose ${purpose}`),
    ]),
    ...[...declared].filter((permission) => !granted.has(permission)).map((name) => `no role is granted ${name}`),
    ...parts.flatMap((part) =>
      part.routes
        .filter((route) => route.permission !== 'public' && !declared.has(route.permission))
        .map((route) => `${route.method} ${route.pattern}: no part knows the permission ${route.permission}`),
    ),
    ...[...table.purposes, ...table.roles].flatMap(({ name, title }) =>
      languages.filter((language) => title[language] === '').map((language) => `${name}: no title in ${language}`),
    ),
  ];
}
