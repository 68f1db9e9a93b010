import {
  Beside,
  ButtonLink,
  Failure,
  Page,
  Panel,
  type RouteProps,
  Skeleton,
  StaleMark,
  useRead,
  useSpeech,
} from '#ui';
import { Evidence } from './evidence.tsx';
import { TravellerFacts } from './facts.tsx';
import { History } from './history.tsx';
import { MessagePanel } from './lodged.tsx';
import { PartnerPanel } from './partners.tsx';
import { purpose, travellerPath } from './purpose.ts';
import type { TravellerDetail } from './shapes.ts';
import { Why } from './why.tsx';
import { DispositionMark } from './words.tsx';

/** One traveller: what was decided and why, on which evidence, what partners said, and what the carrier wrote. */
export function TravellerPage({ params }: RouteProps) {
  const { say } = useSpeech();
  const journey = params['journey'] ?? '';
  const subject = params['subject'] ?? '';
  const flight = `/flights/${encodeURIComponent(journey)}`;
  const read = useRead<TravellerDetail>(travellerPath(journey, subject), {
    purpose,
    renewOn: ({ view, keys }) => view.startsWith('travel.') && (keys.length === 0 || keys.includes(journey)),
  });
  const traveller = read.value;
  const crumbs = [
    { text: say('travel.place'), to: '/flights' },
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
          {say('travel.combined')} <DispositionMark disposition={traveller.combined} size="large" />{' '}
          <Because traveller={traveller} />
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

/** Whose word it is that the carrier was told: the strictest one of the countries asked. */
function Because({ traveller }: { traveller: TravellerDetail }) {
  const { say, format } = useSpeech();
  const { combined, own, partners } = traveller;
  if (combined === undefined || combined === 'board') return null;
  if (own?.disposition === combined) return say('travel.because.own');
  const partner = partners.find(({ disposition }) => disposition === combined);
  return partner !== undefined && say('travel.because.partner', { country: format.country(partner.country) });
}
