import { useMemo } from 'react';
import {
  Empty,
  Failure,
  Link,
  Panel,
  Raw,
  type RawSegment,
  Skeleton,
  segmentsOf,
  useHouse,
  useKeys,
  useRead,
  useSpeech,
} from '#ui';
import { placeIn } from './place-in-message.ts';
import { purpose } from './purpose.ts';
import type { TravellerDetail } from './shapes.ts';

/** A lodgement as this page reads it: its segments only. */
interface Lodgement {
  readonly raw?: string;
  readonly segments: readonly RawSegment[];
}

/** The code of a node to which a list was forwarded, which has the part and not the message. */
const elsewhere = 'NOD-0301';

/** What the carrier wrote of him, his own segments lit. */
export function MessagePanel({ message, name }: { message: TravellerDetail['message']; name: string }) {
  const { say } = useSpeech();
  const { address } = useHouse();
  const read = useRead<Lodgement>(
    message === undefined ? undefined : `/api/lodgements/${encodeURIComponent(message.lodgement)}`,
    { purpose },
  );
  const lodged = read.value;
  const segments = useMemo(() => lodged && segmentsOf(lodged), [lodged]);
  const place = useMemo(
    () => (message === undefined || segments === undefined ? undefined : placeIn(segments, message.segment, name)),
    [message, name, segments],
  );
  const to =
    message === undefined
      ? ''
      : `/messages/${encodeURIComponent(message.lodgement)}#segment-${place?.from ?? message.segment}`;
  useKeys(message === undefined ? [] : [{ keys: 'm', text: 'travel.keys.message', act: () => address.go(to) }]);
  return (
    <Panel
      bare
      title={say('travel.lodged')}
      aside={message !== undefined && read.value !== undefined && <Link to={to}>{say('travel.message.whole')}</Link>}
    >
      {message === undefined || read.problem?.code === elsewhere ? (
        <Empty kind="pending" title={say('travel.message.elsewhere')} />
      ) : segments?.length === 0 ? (
        <Empty kind="pending" title={say('travel.message.relayed')} />
      ) : segments === undefined ? (
        read.problem === undefined ? (
          <Skeleton lines={6} />
        ) : (
          <Failure quiet problem={read.problem} retry={() => void read.renew()} />
        )
      ) : (
        <Raw short label={say('travel.lodged')} segments={segments} lit={place?.from} litUntil={place?.until} />
      )}
    </Panel>
  );
}
