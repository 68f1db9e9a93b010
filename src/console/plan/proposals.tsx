import { Button, Moment, Panel, Status, type StatusKind, useHouse, useSpeech, Verbatim } from '#ui';
import { actAddress } from './act-address.ts';
import { isPast } from './moment.ts';
import { Month } from './month.tsx';
import type { MilestoneShape, ProposalShape } from './shapes.ts';
import { PairName } from './words.tsx';

const kinds: Readonly<Record<ProposalShape['state'], StatusKind>> = {
  open: 'hold',
  agreed: 'clear',
  refused: 'stop',
  withdrawn: 'pending',
};

/** What this person may still do with a proposal. */
export function deedsFor(
  proposal: ProposalShape,
  person: { readonly name: string; readonly country: string; readonly may: (permission: string) => boolean },
): readonly ('sign' | 'refuse' | 'withdraw')[] {
  if (proposal.state !== 'open') return [];
  const asked = proposal.pairs.some((pair) => pair.split('-').includes(person.country));
  const own = proposal.nation === person.country;
  const mayEnd = person.may('plan.sign') && asked;
  const maySign = mayEnd && proposal.missing.includes(person.country) && !(own && proposal.person === person.name);
  return [
    ...(maySign ? (['sign'] as const) : []),
    ...(mayEnd && !own ? (['refuse'] as const) : []),
    ...(own && person.may('plan.report') ? (['withdraw'] as const) : []),
  ];
}

/** Proposals to move it: who signed and who has not. The open ones first. */
export function Proposals({ story }: { story: MilestoneShape }) {
  const { say } = useSpeech();
  if (story.proposals.length === 0) return null;
  const sorted = story.proposals.toSorted(
    (one, other) => Number(other.state === 'open') - Number(one.state === 'open'),
  );
  return (
    <Panel title={say('plan.proposals')} aside={say('plan.proposals.rule')}>
      <ul className="plan-proposals">
        {sorted.map((proposal) => (
          <ProposalLine key={proposal.proposal} proposal={proposal} />
        ))}
      </ul>
    </Panel>
  );
}

function ProposalLine({ proposal }: { proposal: ProposalShape }) {
  const { say, format } = useSpeech();
  const { address, person } = useHouse();
  const { pairs, month, reason, nation, at, state, signed, missing } = proposal;
  const deeds = isPast(address.query) ? [] : deedsFor(proposal, person);
  return (
    <li>
      <p>
        <Status kind={kinds[state]} word={say(`plan.proposal.${state}`)} />{' '}
        {pairs.map((pair) => (
          <span key={pair}>
            <PairName pair={pair} />{' '}
          </span>
        ))}
        → <Month of={month} /> <span className="quiet">{say('plan.proposal.by', { who: format.country(nation) })}</span>{' '}
        <Verbatim>{proposal.person}</Verbatim> <Moment at={at} day />
      </p>
      <p>
        <Verbatim>{reason}</Verbatim>
      </p>
      <ul className="plan-signatures">
        {signed.map((one) => (
          <li key={one.nation}>
            <Status kind="clear" word={say('plan.signed', { who: format.country(one.nation) })} />{' '}
            <Verbatim>{one.person}</Verbatim> <Moment at={one.at} day />
          </li>
        ))}
        {missing.map((one) => (
          <li key={one}>
            <Status kind="pending" word={say('plan.unsigned', { who: format.country(one) })} />
          </li>
        ))}
      </ul>
      {state === 'open' && nation === person.country && proposal.person === person.name && (
        <p className="quiet">{say('plan.proposal.fourEyes')}</p>
      )}
      <div className="actions">
        {deeds.map((deed) => (
          <Button
            key={deed}
            kind={deed === 'sign' ? 'primary' : 'plain'}
            shortcut={deed === 'sign' ? 'a' : undefined}
            onPress={() => address.go(actAddress(address, deed, proposal.proposal), { replace: true })}
          >
            {say(`plan.act.${deed}`)}
          </Button>
        ))}
      </div>
    </li>
  );
}
