import { type ComponentType, Suspense } from 'react';
import { Skeleton, useHouse } from '#ui';
import { AuditorHome } from './auditor.tsx';
import { CarrierHome } from './carrier.tsx';
import { CommissionerHome } from './commissioner.tsx';
import { domainParts } from './domain-parts.ts';
import { EverybodyHome } from './everybody.tsx';
import { OfficerHome } from './officer.tsx';
import { OperatorHome } from './operator.tsx';
import { type HomeName, homeOf } from './pick.ts';
import { SecretariatHome } from './secretariat.tsx';
import { SupervisorHome } from './supervisor.tsx';

const rooms: Readonly<Record<HomeName, ComponentType<{ readonly children: React.ReactNode }>>> = {
  everybody: EverybodyHome,
  officer: OfficerHome,
  supervisor: SupervisorHome,
  carrier: CarrierHome,
  auditor: AuditorHome,
  commissioner: CommissionerHome,
  secretariat: SecretariatHome,
  operator: OperatorHome,
};

/** What needs me now: the home of whoever sits here, with what the domains add to it. */
export function HomePage() {
  const { person } = useHouse();
  const name = homeOf(person.roles ?? [], person.may);
  const Home = rooms[name];
  const parts = domainParts.filter(({ homes, permission }) => homes.includes(name) && person.may(permission));
  return (
    <Home>
      {parts.map(({ key, view: View }) => (
        <Suspense key={key} fallback={<Skeleton lines={4} />}>
          <View />
        </Suspense>
      ))}
    </Home>
  );
}
