import {
  type Column,
  Facts,
  Failure,
  Page,
  Panel,
  Skeleton,
  Status,
  Table,
  useHouse,
  useRead,
  useSpeech,
  Verbatim,
} from '#ui';
import { type PartShape, useParts } from '../parts.ts';
import { PartnersPanel } from './partners.tsx';

/** What this node is made of, and whether it is well. */
export function NodePage() {
  const { say, format } = useSpeech();
  const { person } = useHouse();
  const health = useRead<Readonly<Record<string, unknown>>>('/health');
  const parts = useParts();
  const well = health.problem === undefined;
  return (
    <Page
      title={say('console.node')}
      heading={say('console.node.of', { country: format.country(person.country) })}
      lead={
        health.loading ? undefined : (
          <Status
            size="large"
            kind={well ? 'clear' : 'stop'}
            word={say(well ? 'console.node.well' : 'console.node.unwell')}
          />
        )
      }
    >
      <PartnersPanel />
      <Ledger />
      {parts.value !== undefined ? (
        <Parts parts={parts.value.parts} />
      ) : parts.problem === undefined ? (
        <Skeleton />
      ) : (
        <Failure problem={parts.problem} retry={() => void parts.renew()} />
      )}
    </Page>
  );
}

interface LedgerHead {
  readonly size: number;
  readonly chain: string;
  readonly root: string;
}

/** How long the record is, and what proves it. */
function Ledger() {
  const { say, format } = useSpeech();
  const head = useRead<LedgerHead>('/api/ledger/head', { renewOn: () => true });
  if (head.value === undefined) return null;
  const { size, chain, root } = head.value;
  return (
    <Panel title={say('console.ledger')} aside={say('console.ledger.rule')}>
      <Facts
        wide
        rows={[
          { key: 'size', title: say('console.ledger.size'), value: format.number(size) },
          { key: 'chain', title: say('console.ledger.chain'), value: <Verbatim mono>{chain}</Verbatim> },
          { key: 'root', title: say('console.ledger.root'), value: <Verbatim mono>{root}</Verbatim> },
        ]}
      />
    </Panel>
  );
}

function Parts({ parts }: { parts: readonly PartShape[] }) {
  const { say, format } = useSpeech();
  const columns: readonly Column<PartShape>[] = [
    {
      key: 'title',
      title: say('console.part'),
      head: true,
      cell: ({ title }) => <strong data-told="">{title}</strong>,
    },
    { key: 'name', title: say('console.part.name'), cell: ({ name }) => <Verbatim mono>{name}</Verbatim> },
    {
      key: 'routes',
      title: say('console.part.routes'),
      align: 'end',
      cell: ({ routes }) => format.number(routes.length),
    },
    {
      key: 'records',
      title: say('console.part.records'),
      align: 'end',
      cell: ({ records }) => format.number(records.length),
    },
  ];
  return (
    <Panel title={say('console.parts')} bare>
      <Table
        caption={say('console.parts')}
        columns={columns}
        rows={parts}
        rowKey={({ name }) => name}
        to={({ name }) => `/parts/${encodeURIComponent(name)}`}
      />
    </Panel>
  );
}
