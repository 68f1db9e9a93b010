import { ButtonLink, Empty, Page, useSay } from '#ui';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const say = useSay();
  return (
    <Page title={say('console.missing')} narrow>
      <Empty
        kind="pending"
        title={say('console.missing.why')}
        actions={<ButtonLink to="/">{say('ui.home')}</ButtonLink>}
      />
    </Page>
  );
}
