import { ButtonLink, Page, useSpeech } from '#ui';
import { PartnersPanel } from '../pages/partners.tsx';
import { ProofPanel } from './proof.tsx';

/** Whoever keeps the node running: who answers, and what proves the record. */
export function OperatorHome({ children }: { children: React.ReactNode }) {
  const { say } = useSpeech();
  return (
    <Page
      title={say('home.place')}
      heading={say('home.operator.now')}
      lead={say('home.operator.lead')}
      actions={<ButtonLink to="/node">{say('console.node')}</ButtonLink>}
    >
      <PartnersPanel />
      <ProofPanel />
      {children}
    </Page>
  );
}
