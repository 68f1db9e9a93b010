import { Page } from '#ui';

export function ReferralsPage() {
  return <Page title="…">…</Page>;
}
