import {
  type Column,
  Failure,
  Moment,
  Panel,
  Skeleton,
  Status,
  type StatusKind,
  Table,
  useRead,
  useSpeech,
  Verbatim,
} from '#ui';

/** How the channels to the partners stand, as the node tells it. */
interface PartnersShape {
  readonly channels: readonly Channel[];
  readonly refusals: readonly Refusal[];
}
export interface Channel {
  readonly partner: string;
  readonly reality: string;
  readonly lastHeard?: string;
  readonly outbox: number;
  readonly awaited: number;
  readonly late: number;
  readonly unanswered: number;
  readonly retries: number;
}
interface Refusal {
  readonly from?: string;
  readonly code: string;
  readonly count: number;
  readonly lastAt: string;
}

const isUsed = ({ lastHeard, outbox, awaited }: Channel): boolean => lastHeard !== undefined || outbox + awaited > 0;

/** The channels that were ever used; of a partner never heard from, its first. */
export function shownChannels(channels: readonly Channel[]): readonly Channel[] {
  const used = channels.filter(isUsed);
  const silent = channels.filter(
    ({ partner }, at) =>
      !used.some((one) => one.partner === partner) && channels.findIndex((one) => one.partner === partner) === at,
  );
  return [...used, ...silent];
}

/** What a channel is called: it does not answer while something is sent to it again, and owes an answer that is late. */
export function stateOf(channel: Channel): { readonly kind: StatusKind; readonly word: string } {
  if (channel.retries > 0) return { kind: 'review', word: 'console.partner.silent' };
  if (channel.late > 0) return { kind: 'hold', word: 'console.partner.owing' };
  if (!isUsed(channel)) return { kind: 'pending', word: 'console.partner.unheard' };
  return { kind: 'clear', word: 'console.partner.well' };
}

/** Each partner: whether it answers, what waits for it, and what was refused that claimed to be its own. */
export function PartnersPanel() {
  const { say, format } = useSpeech();
  const read = useRead<PartnersShape>('/api/exchange/partners', { renewOn: () => true });
  if (read.value === undefined) {
    return read.problem === undefined ? (
      <Skeleton lines={3} />
    ) : (
      <Failure quiet problem={read.problem} retry={() => void read.renew()} />
    );
  }
  const number = (key: 'awaited' | 'late' | 'outbox' | 'unanswered'): Column<Channel> => ({
    key,
    title: say(`console.partner.${key}`),
    align: 'end',
    cell: (channel) => format.number(channel[key]),
  });
  const columns: readonly Column<Channel>[] = [
    {
      key: 'partner',
      title: say('console.partner'),
      head: true,
      cell: ({ partner }) => <strong>{format.country(partner)}</strong>,
    },
    {
      key: 'state',
      title: say('console.partner.state'),
      cell: (channel) => {
        const { kind, word } = stateOf(channel);
        return <Status kind={kind} word={say(word)} />;
      },
    },
    {
      key: 'heard',
      title: say('console.partner.heard'),
      cell: ({ lastHeard }) => (lastHeard === undefined ? '–' : <Moment at={lastHeard} second />),
    },
    number('awaited'),
    number('late'),
    number('outbox'),
    number('unanswered'),
  ];
  return (
    <>
      <Panel title={say('console.partners')} bare>
        <Table
          caption={say('console.partners')}
          columns={columns}
          rows={shownChannels(read.value.channels)}
          rowKey={({ partner, reality }) => `${partner} ${reality}`}
        />
      </Panel>
      {read.value.refusals.length > 0 && <Refusals refusals={read.value.refusals} />}
    </>
  );
}

/** What came, proved nothing, and did nothing. */
function Refusals({ refusals }: { refusals: readonly Refusal[] }) {
  const { say, format } = useSpeech();
  return (
    <Panel title={say('console.refused')} aside={say('console.refused.rule')}>
      <ul className="findings refusals">
        {refusals.map(({ from, code, count, lastAt }) => (
          <li key={`${from ?? ''}${code}`}>
            <Status kind="stop" word={say('console.refused.word')} />
            <div>
              <p>
                {from === undefined
                  ? say('console.refused.nobody', { count })
                  : say('console.refused.from', { count, partner: format.country(from) })}
              </p>
              <p className="quiet">
                <Verbatim mono>{code}</Verbatim> · {say('console.refused.last')} <Moment at={lastAt} second />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
