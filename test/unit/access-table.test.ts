import { expect, test } from 'vitest';
import { accessTableSchema, compileAccess } from '#api';
import { loadDomains, partsOf } from '#node';
import shipped from '../../data/access/roles.json' with { type: 'json' };

/**
 * Who may call what, route by route, as it is shipped: read by people before a release. A route or a grant that is new, gone
 * or moved shows here and has to be written down; `personal` ones want a purpose besides and leave a trace.
 */
interface Door {
  readonly route: string;
  readonly part: string;
  readonly permission: string;
  readonly personal: boolean;
  readonly roles: readonly string[];
}

const doors: readonly Door[] = [
  {
    route: 'GET /lodgements',
    part: 'lodgement',
    permission: 'lodgements.read',
    personal: false,
    roles: ['officer', 'supervisor', 'watch-officer', 'carrier', 'auditor', 'demonstration'],
  },
  {
    route: 'GET /lodgements/:lodgement',
    part: 'lodgement',
    permission: 'lodgements.read',
    personal: true,
    roles: ['officer', 'supervisor', 'watch-officer', 'carrier', 'auditor', 'demonstration'],
  },
  {
    route: 'GET /carrier/messages',
    part: 'lodgement',
    permission: 'carrier.messages',
    personal: false,
    roles: ['carrier', 'demonstration'],
  },
  {
    route: 'GET /agreements/forwarding',
    part: 'agreements',
    permission: 'agreements.read-forwarding-duties',
    personal: false,
    roles: ['officer', 'supervisor', 'watch-officer', 'carrier', 'auditor', 'operator', 'demonstration'],
  },
  {
    route: 'GET /exchange/partners',
    part: 'exchange',
    permission: 'exchange.read-partners',
    personal: false,
    roles: ['supervisor', 'watch-officer', 'auditor', 'secretariat', 'commissioner', 'operator', 'demonstration'],
  },
  {
    route: 'GET /ledger/head',
    part: 'node',
    permission: 'ledger.read',
    personal: false,
    roles: ['auditor', 'commissioner', 'operator', 'demonstration'],
  },
  {
    route: 'POST /exchange/envelopes',
    part: 'node',
    permission: 'exchange.deliver',
    personal: false,
    roles: ['partner-node'],
  },
  {
    route: 'GET /casework/referrals',
    part: 'casework',
    permission: 'casework.read',
    personal: false,
    roles: ['officer', 'supervisor', 'watch-officer', 'auditor', 'demonstration'],
  },
  {
    route: 'GET /casework/referrals/:referral',
    part: 'casework',
    permission: 'casework.read',
    personal: true,
    roles: ['officer', 'supervisor', 'watch-officer', 'auditor', 'demonstration'],
  },
  {
    route: 'POST /casework/referrals/:referral/claim',
    part: 'casework',
    permission: 'casework.work',
    personal: false,
    roles: ['officer', 'supervisor', 'watch-officer', 'demonstration'],
  },
  {
    route: 'POST /casework/referrals/:referral/release',
    part: 'casework',
    permission: 'casework.work',
    personal: false,
    roles: ['officer', 'supervisor', 'watch-officer', 'demonstration'],
  },
  {
    route: 'POST /casework/referrals/:referral/outcome',
    part: 'casework',
    permission: 'casework.work',
    personal: false,
    roles: ['officer', 'supervisor', 'watch-officer', 'demonstration'],
  },
  {
    route: 'GET /plan',
    part: 'plan',
    permission: 'plan.read',
    personal: false,
    roles: ['officer', 'supervisor', 'watch-officer', 'auditor', 'secretariat', 'commissioner', 'demonstration'],
  },
  {
    route: 'GET /plan/changes',
    part: 'plan',
    permission: 'plan.read',
    personal: false,
    roles: ['officer', 'supervisor', 'watch-officer', 'auditor', 'secretariat', 'commissioner', 'demonstration'],
  },
  {
    route: 'GET /plan/milestones/:milestone',
    part: 'plan',
    permission: 'plan.read',
    personal: false,
    roles: ['officer', 'supervisor', 'watch-officer', 'auditor', 'secretariat', 'commissioner', 'demonstration'],
  },
  {
    route: 'GET /plan/proposals',
    part: 'plan',
    permission: 'plan.read',
    personal: false,
    roles: ['officer', 'supervisor', 'watch-officer', 'auditor', 'secretariat', 'commissioner', 'demonstration'],
  },
  {
    route: 'POST /plan/milestones/:milestone/reports',
    part: 'plan',
    permission: 'plan.report',
    personal: false,
    roles: ['secretariat', 'demonstration'],
  },
  {
    route: 'POST /plan/milestones/:milestone/forecasts',
    part: 'plan',
    permission: 'plan.report',
    personal: false,
    roles: ['secretariat', 'demonstration'],
  },
  {
    route: 'POST /plan/milestones/:milestone/evidence',
    part: 'plan',
    permission: 'plan.report',
    personal: false,
    roles: ['secretariat', 'demonstration'],
  },
  {
    route: 'POST /plan/milestones/:milestone/proposals',
    part: 'plan',
    permission: 'plan.report',
    personal: false,
    roles: ['secretariat', 'demonstration'],
  },
  {
    route: 'POST /plan/milestones/:milestone/approvals',
    part: 'plan',
    permission: 'plan.sign',
    personal: false,
    roles: ['commissioner', 'demonstration'],
  },
  {
    route: 'POST /plan/milestones/:milestone/refusals',
    part: 'plan',
    permission: 'plan.sign',
    personal: false,
    roles: ['commissioner', 'demonstration'],
  },
  {
    route: 'POST /plan/milestones/:milestone/withdrawals',
    part: 'plan',
    permission: 'plan.report',
    personal: false,
    roles: ['secretariat', 'demonstration'],
  },
  {
    route: 'POST /plan/milestones/:milestone/verdicts',
    part: 'plan',
    permission: 'plan.assess',
    personal: false,
    roles: ['auditor', 'demonstration'],
  },
  {
    route: 'POST /plan/milestones/:milestone/targets',
    part: 'plan',
    permission: 'plan.report',
    personal: false,
    roles: ['secretariat', 'demonstration'],
  },
  {
    route: 'POST /plan/milestones/:milestone/comments',
    part: 'plan',
    permission: 'plan.comment',
    personal: false,
    roles: ['auditor', 'secretariat', 'commissioner', 'demonstration'],
  },
  {
    route: 'POST /plan/milestones/:milestone/following',
    part: 'plan',
    permission: 'plan.comment',
    personal: false,
    roles: ['auditor', 'secretariat', 'commissioner', 'demonstration'],
  },
  {
    route: 'POST /plan/milestones/:milestone/adoption',
    part: 'plan',
    permission: 'plan.report',
    personal: false,
    roles: ['secretariat', 'demonstration'],
  },
  {
    route: 'GET /plan/forecast',
    part: 'plan',
    permission: 'plan.read',
    personal: false,
    roles: ['officer', 'supervisor', 'watch-officer', 'auditor', 'secretariat', 'commissioner', 'demonstration'],
  },
  {
    route: 'POST /plan/what-if',
    part: 'plan',
    permission: 'plan.read',
    personal: false,
    roles: ['officer', 'supervisor', 'watch-officer', 'auditor', 'secretariat', 'commissioner', 'demonstration'],
  },
  {
    route: 'GET /plan/report',
    part: 'plan',
    permission: 'plan.read',
    personal: false,
    roles: ['officer', 'supervisor', 'watch-officer', 'auditor', 'secretariat', 'commissioner', 'demonstration'],
  },
  {
    route: 'GET /plan/register.csv',
    part: 'plan',
    permission: 'plan.read',
    personal: false,
    roles: ['officer', 'supervisor', 'watch-officer', 'auditor', 'secretariat', 'commissioner', 'demonstration'],
  },
  {
    route: 'GET /plan/register.json',
    part: 'plan',
    permission: 'plan.read',
    personal: false,
    roles: ['officer', 'supervisor', 'watch-officer', 'auditor', 'secretariat', 'commissioner', 'demonstration'],
  },
  {
    route: 'GET /plan/facts',
    part: 'plan',
    permission: 'plan.carry',
    personal: false,
    roles: ['secretariat', 'operator', 'demonstration'],
  },
  {
    route: 'POST /plan/facts',
    part: 'plan',
    permission: 'plan.carry',
    personal: false,
    roles: ['secretariat', 'operator', 'demonstration'],
  },
  {
    route: 'POST /plan/observations',
    part: 'plan',
    permission: 'plan.carry',
    personal: false,
    roles: ['secretariat', 'operator', 'demonstration'],
  },
  {
    route: 'GET /travel/flights',
    part: 'travel',
    permission: 'travel.flights.read',
    personal: false,
    roles: ['officer', 'supervisor', 'watch-officer', 'auditor', 'demonstration'],
  },
  {
    route: 'GET /travel/flights/:journey',
    part: 'travel',
    permission: 'travel.travellers.read',
    personal: true,
    roles: ['officer', 'supervisor', 'watch-officer', 'auditor', 'demonstration'],
  },
  {
    route: 'GET /travel/flights/:journey/travellers/:subject',
    part: 'travel',
    permission: 'travel.travellers.read',
    personal: true,
    roles: ['officer', 'supervisor', 'watch-officer', 'auditor', 'demonstration'],
  },
  {
    route: 'GET /travel/places',
    part: 'travel',
    permission: 'travel.flights.read',
    personal: false,
    roles: ['officer', 'supervisor', 'watch-officer', 'auditor', 'demonstration'],
  },
  {
    route: 'POST /travel/booth',
    part: 'travel',
    permission: 'travel.booth',
    personal: true,
    roles: ['officer', 'supervisor', 'demonstration'],
  },
  {
    route: 'GET /travel/certification',
    part: 'travel',
    permission: 'travel.certify',
    personal: false,
    roles: ['carrier', 'demonstration'],
  },
  {
    route: 'GET /travel/certification/cases/:case',
    part: 'travel',
    permission: 'travel.certify',
    personal: false,
    roles: ['carrier', 'demonstration'],
  },
  {
    route: 'POST /travel/certification/cases/:case',
    part: 'travel',
    permission: 'travel.certify',
    personal: false,
    roles: ['carrier', 'demonstration'],
  },
  {
    route: 'GET /travel/certification/replies',
    part: 'travel',
    permission: 'travel.certify',
    personal: false,
    roles: ['carrier', 'demonstration'],
  },
  {
    route: 'POST /travel/certification/replies',
    part: 'travel',
    permission: 'travel.certify',
    personal: false,
    roles: ['carrier', 'demonstration'],
  },
  {
    route: 'POST /travel/certification/credentials',
    part: 'travel',
    permission: 'travel.certify',
    personal: false,
    roles: ['carrier', 'demonstration'],
  },
  {
    route: 'GET /travel/certification/codes/:country',
    part: 'travel',
    permission: 'travel.certify',
    personal: false,
    roles: ['carrier', 'demonstration'],
  },
  {
    route: 'GET /travel/certification/fail-rules',
    part: 'travel',
    permission: 'travel.certify',
    personal: false,
    roles: ['carrier', 'demonstration'],
  },
];

const rules = compileAccess(accessTableSchema.parse(shipped));
const parts = partsOf(await loadDomains());
const routes = parts.flatMap((part) => part.routes.map((route) => ({ ...route, part: part.name })));
const nameOf = ({ method, pattern }: { method: string; pattern: string }): string => `${method} ${pattern}`;
const grantedTo = (permission: string): readonly string[] =>
  rules.roles.filter((role) =>
    rules.permissionsOf({ name: role, roles: [role], ports: ['P1'], organisation: 'ORG' }).includes(permission),
  );

test('every route of a node is written down, and no other', () => {
  expect(routes.map(nameOf).toSorted()).toEqual(doors.map(({ route }) => route).toSorted());
});

test.each(doors)('$route', ({ route, part, permission, personal, roles }) => {
  const found = routes.find((one) => nameOf(one) === route) ?? expect.fail(route);
  expect({ part: found.part, permission: found.permission, personal: found.personal }).toEqual({
    part,
    permission,
    personal,
  });
  expect(grantedTo(permission)).toEqual(roles);
});

test('what would be wrong in any table: no door is open to all, and those outside the service see no person', () => {
  for (const { permission, personal, roles, route } of doors) {
    expect([route, permission === 'public']).toEqual([route, false]);
    expect([route, roles.length > 0]).toEqual([route, true]);
    const outside = personal
      ? roles.filter((role) => ['operator', 'partner-node', 'secretariat', 'commissioner'].includes(role))
      : [];
    expect([route, outside]).toEqual([route, []]);
  }
});
