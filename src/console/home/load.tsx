import { type Column, Empty, Panel, Table, useHouse, useSpeech, Verbatim } from '#ui';
import { dueOf } from '../referrals.ts';
import type { ReferralShape } from '../shapes.ts';

interface Load {
  readonly officer: string;
  readonly holds: number;
  readonly late: number;
}

/** How many each officer holds, and how many of these are past their time; the fullest desk first. */
export function loadsOf(referrals: readonly ReferralShape[], now: number): readonly Load[] {
  const held = Map.groupBy(
    referrals.filter(({ claimedBy }) => claimedBy !== undefined),
    ({ claimedBy = '' }) => claimedBy,
  );
  return [...held]
    .map(([officer, all]) => ({ officer, holds: all.length, late: all.filter((one) => dueOf(one) < now).length }))
    .toSorted((one, other) => other.holds - one.holds || (one.officer < other.officer ? -1 : 1));
}

/** Who holds what. */
export function LoadPanel({ referrals }: { referrals: readonly ReferralShape[] }) {
  const { say, format } = useSpeech();
  const { ticker } = useHouse();
  const rows = loadsOf(referrals, ticker.now());
  const columns: readonly Column<Load>[] = [
    {
      key: 'officer',
      title: say('home.load.officer'),
      head: true,
      cell: ({ officer }) => <Verbatim>{officer}</Verbatim>,
    },
    { key: 'holds', title: say('home.load.holds'), align: 'end', cell: ({ holds }) => format.number(holds) },
    { key: 'late', title: say('home.load.late'), align: 'end', cell: ({ late }) => format.number(late) },
  ];
  return (
    <Panel title={say('home.load')} bare>
      {rows.length === 0 ? (
        <Empty kind="pending" title={say('home.load.none')}>
          {say('home.load.none.more')}
        </Empty>
      ) : (
        <Table
          caption={say('home.load')}
          columns={columns}
          rows={rows}
          rowKey={({ officer }) => officer}
          to={({ officer }) => `/referrals?desk=${encodeURIComponent(officer)}`}
        />
      )}
    </Panel>
  );
}
