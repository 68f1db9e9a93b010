import type { ReactNode } from 'react';
import { Facts, useSpeech, Verbatim } from '#ui';
import type { TravellerDetail } from './shapes.ts';

/** A fact's value: yes and no and nothing in words, codes as they are or in words where the catalogue has some. */
export function FactValue({ name, value }: { name: string; value: unknown }): ReactNode {
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

/** What is known of him, with the facts lit that the decision looked at. */
export function TravellerFacts({ traveller }: { traveller: TravellerDetail }) {
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
