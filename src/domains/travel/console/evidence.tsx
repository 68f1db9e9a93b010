import type { ReactNode } from 'react';
import { Panel, Shape, useSpeech, Verbatim } from '#ui';
import type { CandidateShape, EvidenceShape } from './shapes.ts';

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
export function Evidence({ candidates }: { candidates: readonly CandidateShape[] }) {
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

/** What one side does not say and what therefore adds nothing: named in a line, so that the table holds what counts. */
const isUnknown = ({ relation, contribution }: EvidenceShape): boolean => relation === 'absent' && contribution === 0;

function Candidate({ candidate }: { candidate: CandidateShape }) {
  const { say, format, knows } = useSpeech();
  const known = (name: string): boolean => knows(`travel.feature.${name}`);
  const word = (name: string): string => (known(name) ? say(`travel.feature.${name}`) : name);
  const unknown = candidate.evidence.filter(isUnknown);
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
          {candidate.evidence
            .filter((one) => !isUnknown(one))
            .map((one) => (
              <tr
                key={`${one.feature}${one.relation}${one.subject ?? ''}${one.listed ?? ''}`}
                data-relation={relationKinds[one.relation]}
              >
                <th scope="row">{known(one.feature) ? word(one.feature) : <Verbatim>{one.feature}</Verbatim>}</th>
                <td data-label={say('travel.evidence.traveller')}>{side(one, 'subject')}</td>
                <td data-label={say('travel.evidence.listed')}>{side(one, 'listed')}</td>
                <td data-label={say('travel.evidence.relation')}>
                  {one.relation !== 'absent' && (
                    <span className="relation">{say(`travel.relation.${one.relation}`)}</span>
                  )}
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
      {unknown.length > 0 && (
        <p className="quiet">
          {say('travel.evidence.unknown', { features: format.list(unknown.map((one) => word(one.feature))) })}
        </p>
      )}
    </article>
  );
}

const side = (one: EvidenceShape, which: 'subject' | 'listed'): ReactNode =>
  one[which] === undefined || one[which] === '' ? <span translate="no">–</span> : <Verbatim>{one[which]}</Verbatim>;
