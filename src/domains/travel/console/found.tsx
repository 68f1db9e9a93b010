import { Status, useSpeech, Verbatim } from '#ui';

/** A finding as an answer to a carrier tells it. */
export interface Found {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly text: string;
  readonly at?: { readonly segment?: number };
}

const kinds = { error: 'stop', warning: 'review', note: 'pending' } as const;

/** What was found in a message, each with its severity, its words and its place. */
export function FoundList({ findings }: { findings: readonly Found[] }) {
  const { say } = useSpeech();
  return (
    <ul className="findings">
      {findings.map(({ code, severity, text, at }) => (
        <li key={`${code}${at?.segment ?? ''}${text}`}>
          <Status kind={kinds[severity]} word={say(`travel.certify.severity.${severity}`)} />
          <div>
            <p data-told="">{text}</p>
            <p className="quiet">
              <Verbatim mono>{code}</Verbatim>
              {at?.segment !== undefined && ` · ${say('travel.certify.segment', { segment: at.segment })}`}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
