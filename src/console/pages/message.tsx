import { Page } from '#ui';

export function MessagePage() {
  return <Page title="…">…</Page>;
}
