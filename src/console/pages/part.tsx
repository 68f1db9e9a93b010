import { type Column, Empty, Failure, Page, Panel, type RouteProps, Skeleton, Table, useSpeech, Verbatim } from '#ui';
import { type PartShape, useParts } from '../parts.ts';

type RouteRow = PartShape['routes'][number];
type Named = { readonly name: string; readonly title: string };

/** A part that has no pages of its own, drawn from what it says of itself. */
export function PartPage({ params }: RouteProps) {
  const { say } = useSpeech();
  const parts = useParts();
  const part = parts.value?.parts.find(({ name }) => name === params['part']);
  const crumbs = [{ text: say('console.node'), to: '/node' }];
  if (part === undefined) {
    return (
      <Page title={say('console.part')} crumbs={crumbs}>
        {parts.problem !== undefined ? (
          <Failure problem={parts.problem} retry={() => void parts.renew()} />
        ) : parts.value === undefined ? (
          <Skeleton />
        ) : (
          <Failure problem={{ status: 404 }} />
        )}
      </Page>
    );
  }
  return (
    <Page title={part.title} told crumbs={crumbs} lead={<Verbatim mono>{part.name}</Verbatim>}>
      <Routes routes={part.routes} />
      <NamedList title={say('console.part.records')} items={part.records} />
      <NamedList title={say('console.part.permissions')} items={part.permissions} />
      <NamedList title={say('console.part.measures')} items={part.measures} />
    </Page>
  );
}

function Routes({ routes }: { routes: readonly RouteRow[] }) {
  const { say } = useSpeech();
  const columns: readonly Column<RouteRow>[] = [
    {
      key: 'address',
      title: say('console.part.address'),
      head: true,
      cell: ({ method, address }) => (
        <Verbatim mono>
          {method} {address}
        </Verbatim>
      ),
    },
    { key: 'summary', title: say('console.part.summary'), cell: ({ summary }) => <span data-told="">{summary}</span> },
    {
      key: 'permission',
      title: say('console.part.permission'),
      cell: ({ permission }) => <Verbatim mono>{permission}</Verbatim>,
    },
    {
      key: 'personal',
      title: say('console.part.personal'),
      cell: ({ personal }) => (personal ? say('console.yes') : <span className="quiet">{say('console.no')}</span>),
    },
  ];
  return (
    <Panel title={say('console.part.routes')} bare>
      {routes.length === 0 ? (
        <Empty kind="pending" title={say('console.part.none')} />
      ) : (
        <Table
          dense
          caption={say('console.part.routes')}
          columns={columns}
          rows={routes}
          rowKey={({ method, address }) => `${method} ${address}`}
        />
      )}
    </Panel>
  );
}

function NamedList({ title, items }: { title: string; items: readonly Named[] }) {
  const { say } = useSpeech();
  if (items.length === 0) return null;
  const columns: readonly Column<Named>[] = [
    {
      key: 'title',
      title: say('console.part.what'),
      head: true,
      cell: (item) => <span data-told="">{item.title}</span>,
    },
    { key: 'name', title: say('console.part.name'), cell: ({ name }) => <Verbatim mono>{name}</Verbatim> },
  ];
  return (
    <Panel title={title} bare>
      <Table dense caption={title} columns={columns} rows={items} rowKey={({ name }) => name} />
    </Panel>
  );
}
