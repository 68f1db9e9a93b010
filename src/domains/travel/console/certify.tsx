import { Page, useSay } from '#ui';

export function CertifyPage() {
  const say = useSay();
  return <Page title={say('travel.certify')}>…</Page>;
}
