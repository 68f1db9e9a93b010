import { Failure, Link, Skeleton, useRead, useSpeech, Verbatim } from '#ui';
import { Evidence } from './evidence.tsx';
import { PartnerPanel } from './partners.tsx';
import { purpose, travellerAddress, travellerPath } from './purpose.ts';
import type { TravellerDetail } from './shapes.ts';
import { Why } from './why.tsx';

/** A traveller where an officer decides on him: who, the evidence, why he was sent here, and what partners said. */
export function TravellerBrief({ journey, subject }: { journey: string; subject: string }) {
  const { say } = useSpeech();
  const read = useRead<TravellerDetail>(travellerPath(journey, subject), { purpose });
  const traveller = read.value;
  if (traveller === undefined) {
    return read.problem === undefined ? (
      <Skeleton />
    ) : (
      <Failure quiet problem={read.problem} retry={() => void read.renew()} />
    );
  }
  return (
    <div className="stack">
      <section className="panel brief">
        <h2 translate="no">{traveller.name}</h2>
        <Verbatim mono>{traveller.document ?? traveller.nationality}</Verbatim>
        <span>{say(`travel.role.${traveller.role}`)}</span>
        <Link to={travellerAddress(journey, subject)}>{say('travel.traveller.whole')}</Link>
      </section>
      <Evidence candidates={traveller.candidates} />
      <Why own={traveller.own} facts={traveller.facts} />
      <PartnerPanel partners={traveller.partners} />
    </div>
  );
}
