/** The homes, each for one kind of work. */
export const homes = [
  'everybody',
  'officer',
  'supervisor',
  'carrier',
  'auditor',
  'commissioner',
  'secretariat',
  'operator',
] as const;
export type HomeName = (typeof homes)[number];

/** Roles of the shipped table whose work has a home of another name. */
const byRole: Readonly<Record<string, HomeName>> = { demonstration: 'everybody', 'watch-officer': 'supervisor' };

/** A country may name its roles as it likes: then what they may do tells the work. The first that fits is taken. */
const byPermission: readonly (readonly [permission: string, home: HomeName])[] = [
  ['plan.sign', 'commissioner'],
  ['plan.carry', 'secretariat'],
  ['plan.assess', 'auditor'],
  ['carrier.messages', 'carrier'],
  ['casework.work', 'officer'],
  ['api.metrics', 'operator'],
];

const known: readonly string[] = homes;
const isHome = (name: string): name is HomeName => known.includes(name);

/** Which home somebody has: that of his first role that has one, else that of what he may do. */
export function homeOf(roles: readonly string[], may: (permission: string) => boolean): HomeName {
  for (const role of roles) {
    const named = byRole[role] ?? role;
    if (isHome(named)) return named;
  }
  return byPermission.find(([permission]) => may(permission))?.[1] ?? 'everybody';
}
