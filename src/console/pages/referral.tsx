import { Page } from '#ui';

export function ReferralPage() {
  return <Page title="…">…</Page>;
}
