import { Page } from '#ui';

export function NodePage() {
  return <Page title="…">…</Page>;
}
