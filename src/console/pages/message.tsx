import { useMemo } from 'react';
import {
  Beside,
  cutSegments,
  Empty,
  Facts,
  Failure,
  Link,
  Moment,
  Page,
  Panel,
  Raw,
  type RouteProps,
  Skeleton,
  Status,
  type StatusKind,
  segmentsOf,
  useHouse,
  useRead,
  useSpeech,
  Verbatim,
} from '#ui';
import type { FindingShape, LodgementShape } from '../shapes.ts';

const severityKinds: Readonly<Record<FindingShape['severity'], StatusKind>> = {
  error: 'stop',
  warning: 'review',
  note: 'pending',
};

/** The code of a node to which a part was forwarded, which has the part and not the message. */
const elsewhere = 'NOD-0301';

/** One lodgement: as it came in, what was found in it and where, what it was read as, and what went back. */
export function MessagePage({ params }: RouteProps) {
  const { say } = useSpeech();
  const lodgement = params['lodgement'] ?? '';
  const read = useRead<LodgementShape>(`/api/lodgements/${encodeURIComponent(lodgement)}`, {
    purpose: 'border-check',
  });
  const message = read.value;
  const crumbs = [{ text: say('console.home'), to: '/' }];
  if (message === undefined) {
    return (
      <Page title={say('console.message')} crumbs={crumbs}>
        {read.problem === undefined ? (
          <Skeleton lines={10} />
        ) : read.problem.code === elsewhere ? (
          <Empty kind="pending" title={say('console.message.elsewhere')}>
            {say('console.message.elsewhere.why')}
          </Empty>
        ) : (
          <Failure problem={read.problem} retry={() => void read.renew()} />
        )}
      </Page>
    );
  }
  const errors = message.findings.filter(({ severity }) => severity === 'error').length;
  return (
    <Page
      title={say('console.message')}
      crumbs={crumbs}
      heading={
        <>
          {say('console.message')} <Verbatim mono>{lodgement.slice(0, 8)}</Verbatim>
        </>
      }
      lead={
        <Status
          size="large"
          kind={errors > 0 ? 'stop' : message.findings.length > 0 ? 'review' : 'clear'}
          word={say('console.message.findings', { count: message.findings.length, errors })}
        />
      }
    >
      <Beside>
        <Panel
          bare
          title={say('console.message.raw')}
          aside={say('console.message.segments', { count: segmentsOf(message).length })}
        >
          <RawMessage message={message} />
        </Panel>
        <div className="stack">
          <Findings findings={message.findings} />
          <About message={message} />
          <Replies message={message} />
        </div>
      </Beside>
    </Page>
  );
}

function useFindingText(): (finding: FindingShape) => string {
  const { knows, say } = useSpeech();
  return (finding) => finding.text ?? (knows(finding.code) ? say(finding.code, finding.parameters) : finding.code);
}

function RawMessage({ message }: { message: LodgementShape }) {
  const { address } = useHouse();
  const { say } = useSpeech();
  const text = useFindingText();
  const lit = /^segment-(\d+)$/.exec(address.hash)?.[1];
  const segments = useMemo(() => {
    const unread = (offset: number, length: number): boolean =>
      (message.unrecognised ?? []).some((one) => one.offset < offset + length && offset < one.offset + one.length);
    return segmentsOf(message).map((segment) => ({
      ...segment,
      unread: 'offset' in segment && unread(segment.offset, segment.length),
      notes: message.findings
        .filter(({ line }) => line === segment.number)
        .map((finding) => ({ severity: finding.severity, text: text(finding), told: finding.text !== undefined })),
    }));
  }, [message, text]);
  if (segments.length === 0) {
    return (
      <Empty kind="pending" title={say('console.message.relayed')}>
        {say('console.message.relayed.why')}
      </Empty>
    );
  }
  return (
    <Raw label={say('console.message.raw')} segments={segments} {...(lit === undefined ? {} : { lit: Number(lit) })} />
  );
}

/** The number of a segment as the standard counts it, which leads to its line where it is shown. */
function Segment({ line, segment }: { line: number | undefined; segment: number }) {
  const { say } = useSpeech();
  const { address } = useHouse();
  const words = say('console.finding.segment', { segment });
  return line === undefined ? words : <Link to={`${address.path}#segment-${line}`}>{words}</Link>;
}

function Findings({ findings }: { findings: readonly FindingShape[] }) {
  const { say } = useSpeech();
  const text = useFindingText();
  return (
    <Panel title={say('console.findings')}>
      {findings.length === 0 ? (
        <p className="quiet">{say('console.findings.none')}</p>
      ) : (
        <ul className="findings">
          {findings.map((finding, at) => (
            // Two findings of one code may stand at one place; the list never changes its order.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <li key={`${finding.code}${at}`}>
              <Status kind={severityKinds[finding.severity]} word={say(`console.severity.${finding.severity}`)} />
              <div>
                <p data-told={finding.text === undefined ? undefined : ''}>{text(finding)}</p>
                <p className="quiet">
                  <Verbatim mono>{finding.code}</Verbatim>
                  {finding.at?.segment !== undefined && (
                    <>
                      {' · '}
                      <Segment line={finding.line} segment={finding.at.segment} />
                    </>
                  )}
                  {finding.at?.element !== undefined &&
                    ` ${say('console.finding.element', { element: finding.at.element })}`}
                </p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function About({ message }: { message: LodgementShape }) {
  const { say } = useSpeech();
  return (
    <Panel title={say('console.message.about')}>
      <Facts
        rows={[
          { key: 'at', title: say('console.message.received'), value: <Moment at={message.receivedAt} day second /> },
          { key: 'sender', title: say('console.message.sender'), value: <Verbatim>{message.sender ?? '–'}</Verbatim> },
          { key: 'type', title: say('console.message.type'), value: <Verbatim mono>{message.mediaType}</Verbatim> },
          { key: 'id', title: say('console.message.lodgement'), value: <Verbatim mono>{message.lodgement}</Verbatim> },
          ...message.messages.map(({ kind, reference, journey }, at) => ({
            key: `message${at}`,
            title: say('console.message.readAs'),
            value: (
              <>
                <Verbatim>
                  {kind} · {reference}
                </Verbatim>{' '}
                {journey !== undefined && (
                  <Link to={`/flights/${encodeURIComponent(journey)}`}>{say('console.message.journey')}</Link>
                )}
              </>
            ),
          })),
        ]}
      />
    </Panel>
  );
}

function Replies({ message }: { message: LodgementShape }) {
  const { say } = useSpeech();
  return (
    <Panel title={say('console.reply')} bare>
      {message.replies.length === 0 && <p className="quiet padded">{say('console.reply.none')}</p>}
      {message.replies.map(({ text }, at) => (
        <Raw key={text} short label={`${say('console.reply')} ${at + 1}`} segments={cutSegments(text)} />
      ))}
    </Panel>
  );
}
