import { type Column, Empty, Moment, Panel, Status, type StatusKind, Table, useSpeech, Verbatim } from '#ui';
import { type LodgedShape, useLodged } from './readings.ts';
import { Told } from './told.tsx';

const kinds: Readonly<Record<NonNullable<LodgedShape['answer']>, StatusKind>> = {
  accepted: 'clear',
  partly: 'review',
  refused: 'stop',
};

/** Its page, at the segment that was found wrong. */
const addressOf = ({ lodgement, fault }: LodgedShape): string =>
  `/messages/${encodeURIComponent(lodgement)}${fault?.segment === undefined ? '' : `#segment-${fault.segment}`}`;

/** Milliseconds from the lodgement to its answer; nothing while there is none. */
const tookOf = ({ receivedAt, answeredAt }: LodgedShape): number | undefined =>
  answeredAt === undefined ? undefined : Date.parse(answeredAt) - Date.parse(receivedAt);

/** What was lodged, the newest first: how it was answered, how soon, and where it was wrong. */
export function LodgedPanel({ refused = false }: { refused?: boolean }) {
  const { say } = useSpeech();
  const read = useLodged(refused ? 'refused' : undefined);
  const columns = useLodgedColumns();
  const which = refused ? 'home.refused' : 'home.lodged';
  return (
    <Panel title={say(which)} aside={say(`${which}.rule`)} bare>
      <Told read={read}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty kind={refused ? 'clear' : 'pending'} title={say(`${which}.none`)}>
              {say(`${which}.none.more`)}
            </Empty>
          ) : (
            <Table
              caption={say(which)}
              columns={columns}
              rows={items}
              rowKey={({ lodgement }) => lodgement}
              to={addressOf}
            />
          )
        }
      </Told>
    </Panel>
  );
}

function useLodgedColumns(): readonly Column<LodgedShape>[] {
  const { say, format } = useSpeech();
  return [
    {
      key: 'lodgement',
      title: say('console.message'),
      head: true,
      cell: ({ lodgement }) => <Verbatim mono>{lodgement.slice(0, 8)}</Verbatim>,
    },
    {
      key: 'answer',
      title: say('home.lodged.answer'),
      cell: ({ answer }) => (
        <Status kind={answer === undefined ? 'pending' : kinds[answer]} word={say(`home.answer.${answer ?? 'none'}`)} />
      ),
    },
    {
      key: 'fault',
      title: say('home.lodged.fault'),
      cell: ({ fault, findings }) =>
        fault === undefined ? (
          <span className="quiet">{say('console.message.findings', { count: findings, errors: 0 })}</span>
        ) : (
          <span>
            {fault.segment !== undefined && <>{say('console.finding.segment', { segment: fault.segment })} · </>}
            <Verbatim mono>{fault.code}</Verbatim>
          </span>
        ),
    },
    {
      key: 'took',
      title: say('home.lodged.took'),
      align: 'end',
      cell: (lodged) => {
        const took = tookOf(lodged);
        return took === undefined ? '–' : say('home.milliseconds', { count: format.number(took) });
      },
    },
    {
      key: 'at',
      title: say('console.message.received'),
      cell: ({ receivedAt }) => <Moment at={receivedAt} day second />,
    },
  ];
}
