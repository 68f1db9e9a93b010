import { describe, expect, test } from 'vitest';
import type { Actor, Part } from '#kernel';
import { definePart } from '#kernel';
import { type AccessTable, accessTableSchema, checkAccess, compileAccess } from './access.ts';

const same = (text: string) => ({ en: text, fr: text, es: text });
const table: AccessTable = {
  source: 'test',
  date: '2026-11-24',
  purposes: [
    { name: 'check', title: same('Check') },
    { name: 'audit', title: same('Audit') },
  ],
  roles: [
    {
      name: 'officer',
      title: same('Officer'),
      grants: [
        { permissions: ['see', 'list'], scope: 'port', purposes: ['check'] },
        { permissions: ['list'], scope: 'country', purposes: [] },
      ],
    },
    {
      name: 'sender',
      title: same('Sender'),
      grants: [{ permissions: ['send', 'see'], scope: 'organisation', purposes: ['check'] }],
    },
    {
      name: 'auditor',
      title: same('Auditor'),
      grants: [{ permissions: ['see'], scope: 'country', purposes: ['audit'] }],
    },
    { name: 'stranger', title: same('Stranger'), grants: [] },
  ],
};
const rules = compileAccess(table);
const actor = (roles: string[], more: Partial<Actor> = {}): Actor => ({ name: 'a', roles, ports: [], ...more });
const wish = (permission: string, personal = false) => ({ permission, personal });
/** The scope, or the code of the refusal. */
const permit = (who: Actor, permission: string, personal = false): unknown => {
  const done = rules.permit(who, wish(permission, personal));
  return done.ok ? done.value : done.error.code;
};

describe('permission', () => {
  test('what is not granted is denied, and says what is missing', () => {
    expect(permit(actor([]), 'see')).toBe('API-0104');
    expect(permit(actor(['stranger', 'nobody']), 'see')).toBe('API-0104');
    const denied = rules.permit(actor(['officer']), wish('send'));
    expect(denied).toMatchObject({ error: { code: 'API-0104', parameters: { permission: 'send' } } });
  });

  test('what is public needs no role, and reaches nothing that belongs to anyone', () => {
    expect(permit(actor([]), 'public')).toEqual({ kind: 'limited', ports: [] });
    expect(permit(actor(['auditor'], { ports: ['P1'] }), 'public')).toEqual({ kind: 'limited', ports: [] });
  });

  test('personal data need a purpose of the closed list for which the very grant was given', () => {
    const officer = (purpose?: string) =>
      actor(['officer'], { ports: ['P1'], ...(purpose === undefined ? {} : { purpose }) });
    expect(permit(officer(), 'see', true)).toBe('API-0105');
    expect(permit(officer('curiosity'), 'see', true)).toBe('API-0105');
    expect(permit(officer('audit'), 'see', true)).toBe('API-0106');
    expect(permit(officer('check'), 'see', true)).toEqual({ kind: 'limited', ports: ['P1'] });
    // The grant over the country was given for no purpose, so that personal data stay with the port.
    expect(permit(officer('check'), 'list')).toEqual({ kind: 'country' });
    expect(permit(officer('check'), 'list', true)).toEqual({ kind: 'limited', ports: ['P1'] });
    expect(rules.permit(officer(), wish('see', true))).toMatchObject({
      error: { parameters: { purposes: 'check, audit' } },
    });
    expect(rules.permit(officer('audit'), wish('see', true))).toMatchObject({
      error: { parameters: { permission: 'see', purpose: 'audit' } },
    });
  });

  test('a grant reaches as far as the caller has ports or an organisation', () => {
    expect(permit(actor(['officer']), 'see')).toBe('API-0107');
    expect(permit(actor(['sender']), 'send')).toBe('API-0107');
    expect(permit(actor(['sender'], { ports: ['P1'] }), 'send')).toBe('API-0107');
    expect(permit(actor(['sender'], { organisation: 'ORG' }), 'send')).toEqual({
      ...{ kind: 'limited', ports: [], organisation: 'ORG' },
    });
    const both = actor(['sender', 'officer'], { ports: ['P1', 'P2'], organisation: 'ORG' });
    expect(permit(both, 'see')).toEqual({ kind: 'limited', ports: ['P1', 'P2'], organisation: 'ORG' });
    expect(permit(actor(['officer'], { ports: ['P1'], organisation: 'ORG' }), 'see')).toEqual({
      ...{ kind: 'limited', ports: ['P1'] },
    });
    expect(permit(actor(['auditor', 'sender'], { organisation: 'ORG' }), 'see')).toEqual({ kind: 'country' });
  });

  test('the permissions of a caller are told once each and in order; so are roles and purposes of the table', () => {
    expect(rules.permissionsOf(actor(['sender', 'officer', 'nobody']))).toEqual(['list', 'see', 'send']);
    expect(rules.permissionsOf(actor([]))).toEqual([]);
    expect(rules.roles).toEqual(['officer', 'sender', 'auditor', 'stranger']);
    expect(rules.purposes).toEqual(['check', 'audit']);
  });
});

describe('a table of access', () => {
  const route = (permission: string, pattern = '/x'): Part['routes'][number] => ({
    ...{ method: 'GET', pattern, permission, personal: false, summary: same('X') },
    response: accessTableSchema,
    handle: () => Promise.reject(new TypeError('not called')),
  });
  const part = definePart({
    name: 'part',
    title: same('Part'),
    permissions: ['see', 'list', 'send'].map((name) => ({ name, title: same(name) })),
    routes: [route('see'), route('public', '/y')],
  });

  test('fits the parts when both speak of the same permissions and purposes', () => {
    expect(checkAccess(table, [part])).toEqual([]);
  });

  test('names each place where it does not', () => {
    const grant = { permissions: ['see', 'fly'], scope: 'country' as const, purposes: ['check', 'fun'] };
    const other: AccessTable = {
      ...table,
      purposes: [{ name: 'check', title: { en: 'Check', fr: '', es: 'x' } }],
      roles: [{ name: 'odd', title: { en: '', fr: 'x', es: 'x' }, grants: [grant] }],
    };
    const lost = definePart({ name: 'lost', title: same('Lost'), routes: [route('nowhere', '/z')] });
    expect(checkAccess(other, [part, lost])).toEqual([
      'role odd: no part knows the permission fly',
      'role odd: the closed list has no purpose fun',
      'no role is granted list',
      'no role is granted send',
      'GET /z: no part knows the permission nowhere',
      'check: no title in fr',
      'odd: no title in en',
    ]);
  });

  test('is refused in another form', () => {
    expect(accessTableSchema.safeParse(table).success).toBe(true);
    const roles = [{ ...table.roles[0], grants: [{ permissions: [], scope: 'country', purposes: [] }] }];
    for (const wrong of [{ ...table, roles }, { ...table, purposes: undefined }, { roles: [] }, []])
      expect(accessTableSchema.safeParse(wrong).success).toBe(false);
  });
});
