import {
  Beside,
  type Column,
  Failure,
  Page,
  Panel,
  type Reading,
  Skeleton,
  Status,
  Table,
  Tabs,
  useHouse,
  useRead,
  useSpeech,
} from '#ui';
import { type CaseStand, certificationPaths, gatesCase, type Overview, standOf } from './certification.ts';
import { CasePanel } from './certify-case.tsx';
import { GatesPanel } from './certify-gates.tsx';
import { CredentialsPanel, TablesPanel } from './certify-kit.tsx';
import { TryMessage } from './certify-try.tsx';

/** A carrier certifies its system by itself: cases to say, answers to read, credentials and tables to take along. */
export function CertifyPage() {
  const { say, format } = useSpeech();
  const { address, person } = useHouse();
  const read = useRead<Overview>(certificationPaths.overview);
  const country = format.country(person.country);
  const open = address.query.get('tab') ?? 'cases';
  return (
    <Page
      title={say('travel.certify')}
      heading={say('travel.certify.heading', { country })}
      lead={read.value === undefined ? say('travel.certify.lead') : <Standing overview={read.value} />}
    >
      <Tabs
        label={say('travel.certify')}
        open={open}
        onOpen={(tab) => address.go(`${address.path}${tab === 'cases' ? '' : `?tab=${tab}`}`, { replace: true })}
        tabs={[
          {
            key: 'cases',
            title: say('travel.certify.cases'),
            count: read.value?.cases.length,
            panel: <Cases read={read} />,
          },
          { key: 'try', title: say('travel.certify.try'), panel: <TryMessage /> },
        ]}
      />
    </Page>
  );
}

/** Certified, or how far from it. */
function Standing({ overview }: { overview: Overview }) {
  const { say, format } = useSpeech();
  const { certified, conformance } = overview;
  return (
    <span className="told">
      <Status
        size="large"
        kind={certified ? 'clear' : conformance > 0 ? 'review' : 'pending'}
        word={certified ? say('travel.certify.certified') : format.share(conformance / 100)}
      />
      {say(certified ? 'travel.certify.certified.more' : 'travel.certify.conformance')}
    </span>
  );
}

function Cases({ read }: { read: Reading<Overview> }) {
  const { say } = useSpeech();
  const { address } = useHouse();
  if (read.value === undefined) {
    return read.problem === undefined ? (
      <Skeleton lines={8} />
    ) : (
      <Failure problem={read.problem} retry={() => void read.renew()} />
    );
  }
  const { cases } = read.value;
  const chosen = cases.find(({ name }) => name === address.query.get('case')) ?? cases[0];
  const renew = (): void => void read.renew();
  const columns: readonly Column<CaseStand>[] = [
    {
      key: 'title',
      title: say('travel.certify.case'),
      head: true,
      cell: (one) =>
        one === chosen ? <strong data-told="">{one.title}</strong> : <span data-told="">{one.title}</span>,
    },
    {
      key: 'stand',
      title: say('travel.certify.stand'),
      width: '11rem',
      cell: (one) => <Status kind={standOf(one)} word={say('travel.certify.score', scoreOf(one))} />,
    },
  ];
  return (
    <Beside>
      <div className="stack">
        {chosen?.name === gatesCase && <GatesPanel title={chosen.title} onScore={renew} />}
        {chosen !== undefined && chosen.name !== gatesCase && (
          <CasePanel key={chosen.name} name={chosen.name} onScore={renew} />
        )}
      </div>
      <div className="stack">
        <Panel title={say('travel.certify.cases')} bare>
          <Table
            dense
            caption={say('travel.certify.cases')}
            columns={columns}
            rows={cases}
            rowKey={({ name }) => name}
            to={({ name }) => `/certify?case=${encodeURIComponent(name)}`}
          />
        </Panel>
        <CredentialsPanel />
        <TablesPanel />
      </div>
    </Beside>
  );
}

const scoreOf = ({ latest }: CaseStand): { readonly passed: number; readonly total: number } => ({
  passed: latest?.passed ?? 0,
  total: latest?.total ?? 0,
});
