import { Page } from '#ui';

export function PartPage() {
  return <Page title="…">…</Page>;
}
