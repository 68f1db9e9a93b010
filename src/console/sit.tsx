import { Select, useSay } from '#ui';
import type { Session } from './shapes.ts';

/** The roles in which a visitor of the demonstration may sit; `everybody` sits in none. */
export const sittable = [
  'everybody',
  'officer',
  'supervisor',
  'carrier',
  'auditor',
  'commissioner',
  'secretariat',
  'operator',
] as const;
export type Sittable = (typeof sittable)[number];

/** Whether somebody only visits: at a demonstration, without a token of his own. */
export const isVisitor = ({ reality, actor }: Session): boolean =>
  reality === 'demonstration' && /^visitor( as |$)/.test(actor.name);

const roleOf = ({ roles }: Session): Sittable => sittable.find((one) => roles.includes(one)) ?? 'everybody';

/** As whom a visitor sits: what he sees and may do becomes that role's. */
export function SitChoice({ session, onSit }: { session: Session; onSit: (role: Sittable) => void }) {
  const say = useSay();
  return (
    <span className="sit">
      <Select
        label={say('sit.label')}
        quiet
        value={roleOf(session)}
        options={sittable.map((value) => ({ value, text: say(`sit.${value}`) }))}
        onValue={onSit}
      />
    </span>
  );
}
