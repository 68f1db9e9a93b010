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
  const held = new Map<string, { readonly holds: number; readonly late: number }>();
  for (const one of referrals) {
    if (one.claimedBy === undefined) continue;
    const { holds, late } = held.get(one.claimedBy) ?? { holds: 0, late: 0 };
    held.set(one.claimedBy, { holds: holds + 1, late: late + Number(dueOf(one) < now) });
  }
  return [...held]
    .map(([officer, counts]) => ({ officer, ...counts }))
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
