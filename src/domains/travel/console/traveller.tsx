import { type ReactNode, useMemo, useRef } from 'react';
import {
  Beside,
  ButtonLink,
  Empty,
  Facts,
  Failure,
  Link,
  Moment,
  Page,
  Panel,
  Raw,
  type RawSegment,
  type RouteProps,
  Shape,
  Skeleton,
  StaleMark,
  segmentsOf,
  useHouse,
  useKeys,
  useRead,
  useSpeech,
  Verbatim,
} from '#ui';
import { purpose } from './flight.tsx';
import { placeIn } from './place-in-message.ts';
import type { CandidateShape, EvidenceShape, OwnDecision, PartnerAnswer, TravellerDetail } from './shapes.ts';
import { DispositionMark, ReasonText } from './words.tsx';

/** A lodgement as this page reads it: its segments only. */
interface Lodgement {
  readonly raw?: string;
  readonly segments: readonly RawSegment[];
}

/** One traveller: what was decided and why, on which evidence, what partners said, and what the carrier wrote. */
export function TravellerPage({ params }: RouteProps) {
  const { say } = useSpeech();
  const journey = params['journey'] ?? '';
  const subject = params['subject'] ?? '';
  const flight = `/flights/${encodeURIComponent(journey)}`;
  const read = useRead<TravellerDetail>(
    `/api/travel/flights/${encodeURIComponent(journey)}/travellers/${encodeURIComponent(subject)}`,
    {
      purpose,
      renewOn: ({ view, keys }) => view.startsWith('travel.') && (keys.length === 0 || keys.includes(journey)),
    },
  );
  const traveller = read.value;
  const crumbs = [
    { text: say('travel.today'), to: '/' },
    { text: say('travel.flight'), to: flight },
  ];
  if (traveller === undefined) {
    return (
      <Page title={say('travel.traveller')} crumbs={crumbs}>
        {read.problem === undefined ? (
          <Skeleton lines={10} />
        ) : (
          <Failure problem={read.problem} retry={() => void read.renew()} />
        )}
      </Page>
    );
  }
  return (
    <Page
      title={traveller.name}
      verbatim
      crumbs={crumbs}
      lead={
        <span className="told">
          {say('travel.combined')} <DispositionMark disposition={traveller.combined} size="large" />
        </span>
      }
      actions={
        traveller.referral !== undefined && (
          <ButtonLink kind="primary" to={`/referrals/${encodeURIComponent(traveller.referral)}`}>
            {say('travel.referral.decide')}
          </ButtonLink>
        )
      }
    >
      <StaleMark at={read.at} failed={read.problem !== undefined} renew={() => void read.renew()} />
      <Beside>
        <div className="stack">
          <Why own={traveller.own} facts={traveller.facts} />
          <Evidence candidates={traveller.candidates} />
          <MessagePanel message={traveller.message} name={traveller.name} />
        </div>
        <div className="stack">
          <PartnerPanel partners={traveller.partners} />
          <Panel title={say('travel.facts')} aside={say('travel.facts.lit')}>
            <TravellerFacts traveller={traveller} />
          </Panel>
          <History traveller={traveller} />
        </div>
      </Beside>
    </Page>
  );
}

/** A traveller where an officer decides on him: who, the evidence, why he was sent here, and what partners said. */
export function TravellerBrief({ journey, subject }: { journey: string; subject: string }) {
  const { say } = useSpeech();
  const read = useRead<TravellerDetail>(
    `/api/travel/flights/${encodeURIComponent(journey)}/travellers/${encodeURIComponent(subject)}`,
    { purpose },
  );
  const traveller = read.value;
  if (traveller === undefined) {
    return read.problem === undefined ? (
      <Skeleton />
    ) : (
      <Failure quiet problem={read.problem} retry={() => void read.renew()} />
    );
  }
  const to = `/travellers/${encodeURIComponent(journey)}/${encodeURIComponent(subject)}`;
  return (
    <div className="stack">
      <section className="panel brief">
        <h2 translate="no">{traveller.name}</h2>
        <Verbatim mono>{traveller.document ?? traveller.nationality}</Verbatim>
        <span>{say(`travel.role.${traveller.role}`)}</span>
        <Link to={to}>{say('travel.traveller.whole')}</Link>
      </section>
      <Evidence candidates={traveller.candidates} />
      <Why own={traveller.own} facts={traveller.facts} />
      <PartnerPanel partners={traveller.partners} />
    </div>
  );
}

/** The own decision with each reason, and the facts that its row looked at. */
function Why({ own, facts }: { own: OwnDecision | undefined; facts: TravellerDetail['facts'] }) {
  const { say } = useSpeech();
  const { person } = useHouse();
  const { format } = useSpeech();
  const panel = useRef<HTMLDivElement>(null);
  useKeys([{ keys: 'w', text: 'travel.keys.why', act: () => panel.current?.focus() }]);
  const titles = new Map(facts.map(({ name, title }) => [name, title]));
  return (
    <Panel
      title={say('travel.own', { country: format.country(person.country) })}
      aside={
        own?.by !== undefined && (
          <Verbatim>
            {own.by.table} {own.by.version}
          </Verbatim>
        )
      }
    >
      <div ref={panel} tabIndex={-1} className="why-panel">
        <DispositionMark disposition={own?.disposition} size="large" />
        {own === undefined ? (
          <p>{say('travel.own.none')}</p>
        ) : (
          <ol className="reasons">
            {own.reasons.map((reason) => (
              <li key={`${reason.code}${reason.row ?? ''}`}>
                <p className="reason">
                  <ReasonText reason={reason} />
                </p>
                <p className="quiet">
                  {say('travel.reason.class')} {say(`travel.class.${reason.class}`)}
                  {reason.row !== undefined && (
                    <>
                      {' · '}
                      {say('travel.reason.row')} <Verbatim>{reason.row}</Verbatim>
                    </>
                  )}
                  {' · '}
                  <Verbatim mono>{reason.code}</Verbatim>
                </p>
                {reason.facts !== undefined && Object.keys(reason.facts).length > 0 && (
                  <Facts
                    rows={Object.entries(reason.facts).map(([name, value]) => ({
                      key: name,
                      title: titles.get(name) ?? name,
                      told: true,
                      value: <FactValue name={name} value={value} />,
                    }))}
                  />
                )}
              </li>
            ))}
          </ol>
        )}
      </div>
    </Panel>
  );
}

/** A fact's value: yes and no and nothing in words, codes as they are or in words where the catalogue has some. */
function FactValue({ name, value }: { name: string; value: unknown }): ReactNode {
  const { say, format, knows } = useSpeech();
  if (value === null || value === undefined || value === '')
    return <span className="quiet">{say('travel.fact.empty')}</span>;
  if (typeof value === 'boolean') return say(value ? 'travel.fact.yes' : 'travel.fact.no');
  if (typeof value === 'number') return <Verbatim>{format.number(value)}</Verbatim>;
  if (Array.isArray(value)) {
    return value.length === 0 ? (
      <span className="quiet">{say('travel.fact.empty')}</span>
    ) : (
      value.map((one) => (
        <span key={String(one)} className="fact-item">
          <FactValue name={name} value={one} />
        </span>
      ))
    );
  }
  const key = `travel.fact.${name}.${String(value)}`;
  const general = `travel.fact.${String(value)}`;
  if (knows(key)) return say(key);
  return knows(general) ? say(general) : <Verbatim>{String(value)}</Verbatim>;
}

function TravellerFacts({ traveller }: { traveller: TravellerDetail }) {
  const { say } = useSpeech();
  const looked = new Set((traveller.own?.reasons ?? []).flatMap(({ facts }) => Object.keys(facts ?? {})));
  const given = traveller.facts.filter(({ value }) => value !== null && value !== undefined && value !== '');
  return (
    <Facts
      rows={[
        {
          key: 'role',
          title: say('travel.role'),
          value: say(`travel.role.${traveller.role}`),
        },
        {
          key: 'document',
          title: say('travel.document'),
          value: <Verbatim mono>{traveller.document ?? traveller.nationality}</Verbatim>,
        },
        ...given.map(({ name, title, value }) => ({
          key: name,
          title,
          told: true,
          value: <FactValue name={name} value={value} />,
          lit: looked.has(name),
        })),
      ]}
    />
  );
}

const relationKinds = {
  same: 'same',
  spelling: 'spelling',
  'short-form': 'short',
  'only-subject': 'one',
  'only-listed': 'one',
  differs: 'differs',
  absent: 'absent',
} as const;

/** Who it may be, told by what agrees, what differs and what is not known; never by the score alone. */
function Evidence({ candidates }: { candidates: readonly CandidateShape[] }) {
  const { say } = useSpeech();
  return (
    <Panel title={say('travel.evidence')} aside={say('travel.evidence.count', { count: candidates.length })}>
      {candidates.length === 0 ? (
        <p className="quiet">{say('travel.evidence.none')}</p>
      ) : (
        <div className="stack">
          {candidates.map((candidate) => (
            <Candidate key={`${candidate.list}${candidate.entry}`} candidate={candidate} />
          ))}
        </div>
      )}
    </Panel>
  );
}

function Candidate({ candidate }: { candidate: CandidateShape }) {
  const { say, format, knows } = useSpeech();
  const feature = (name: string): ReactNode =>
    knows(`travel.feature.${name}`) ? say(`travel.feature.${name}`) : <Verbatim>{name}</Verbatim>;
  const kind = candidate.class === 'strong' ? 'stop' : candidate.class === 'adjudicate' ? 'review' : 'pending';
  return (
    <article className="candidate" data-kind={kind}>
      <header>
        <h3>
          <Shape sign={kind} /> {say(`travel.hit.${candidate.class}`)}{' '}
          <span translate="no">{candidate.listedName}</span>
        </h3>
        <p className="quiet">
          <Verbatim>
            {candidate.list} · {candidate.entry}
            {candidate.listVersion !== undefined && ` · ${candidate.listVersion}`}
          </Verbatim>
        </p>
      </header>
      <table className="table evidence" data-dense="">
        <caption className="unseen">
          {say('travel.evidence.of')} <span translate="no">{candidate.listedName}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">{say('travel.evidence.what')}</th>
            <th scope="col">{say('travel.evidence.traveller')}</th>
            <th scope="col">{say('travel.evidence.listed')}</th>
            <th scope="col">{say('travel.evidence.relation')}</th>
            <th scope="col" data-align="end">
              {say('travel.evidence.adds')}
            </th>
          </tr>
        </thead>
        <tbody>
          {candidate.evidence.map((one) => (
            <tr key={`${one.feature}${one.relation}${one.listed ?? ''}`} data-relation={relationKinds[one.relation]}>
              <th scope="row">{feature(one.feature)}</th>
              <td data-label={say('travel.evidence.traveller')}>{side(one, 'subject')}</td>
              <td data-label={say('travel.evidence.listed')}>{side(one, 'listed')}</td>
              <td data-label={say('travel.evidence.relation')}>
                <span className="relation">{say(`travel.relation.${one.relation}`)}</span>
              </td>
              <td data-align="end" data-label={say('travel.evidence.adds')}>
                <Verbatim>{format.signed(one.contribution)}</Verbatim>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {say('travel.evidence.sum')}
            </th>
            <td data-align="end">
              <b translate="no">{format.number(candidate.score)}</b>
            </td>
          </tr>
        </tfoot>
      </table>
    </article>
  );
}

const side = (one: EvidenceShape, which: 'subject' | 'listed'): ReactNode =>
  one[which] === undefined || one[which] === '' ? <span translate="no">–</span> : <Verbatim>{one[which]}</Verbatim>;

/** Of a partner only what came back: its disposition, the class of its reason, until when it holds. */
function PartnerPanel({ partners }: { partners: readonly PartnerAnswer[] }) {
  const { say, format } = useSpeech();
  return (
    <Panel title={say('travel.partners')} aside={say('travel.partners.rule')}>
      {partners.length === 0 ? (
        <p className="quiet">{say('travel.partners.none')}</p>
      ) : (
        <ul className="partner-answers">
          {partners.map((partner) => (
            <li key={partner.country}>
              <b>{format.country(partner.country)}</b>
              <DispositionMark disposition={partner.disposition} />
              <span className="quiet">
                {partner.failRule !== undefined
                  ? say(`travel.fail.${partner.failRule}`)
                  : partner.reasonClass !== undefined &&
                    partner.disposition !== 'board' &&
                    say(`travel.class.${partner.reasonClass}`)}
                {partner.validUntil !== undefined && (
                  <>
                    {(partner.failRule !== undefined || partner.disposition !== 'board') && ' · '}
                    {say('travel.valid')} <Moment at={partner.validUntil} day />
                  </>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function MessagePanel({ message, name }: { message: TravellerDetail['message']; name: string }) {
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
      aside={message !== undefined && <Link to={to}>{say('travel.message.whole')}</Link>}
    >
      {message === undefined ? (
        <Empty kind="pending" title={say('travel.message.elsewhere')} />
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

function History({ traveller }: { traveller: TravellerDetail }) {
  const { say, knows, format } = useSpeech();
  const newest = [...traveller.history].reverse();
  const actor = (by: string): ReactNode =>
    /^[A-Z]{2}$/.test(by) ? (
      format.country(by)
    ) : knows(`travel.by.${by}`) ? (
      say(`travel.by.${by}`)
    ) : (
      <Verbatim>{by}</Verbatim>
    );
  return (
    <Panel title={say('travel.history')}>
      {newest.length === 0 ? (
        <p className="quiet">{say('travel.history.none')}</p>
      ) : (
        <ol className="history">
          {newest.map(({ at, what, by, entry }) => (
            <li key={`${at}${what}${by}`}>
              <Moment at={at} second />
              <span>
                {actor(by)}
                {' · '}
                {knows(`travel.history.${what}`) ? say(`travel.history.${what}`) : <Verbatim>{what}</Verbatim>}
                {entry !== undefined && (
                  <span className="quiet">
                    {' · '}
                    {say('travel.entry')} <Verbatim>{entry}</Verbatim>
                  </span>
                )}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
