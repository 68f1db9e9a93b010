import { Page } from '#ui';

export function CertifyPage() {
  return <Page title="…">…</Page>;
}
