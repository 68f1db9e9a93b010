import { fitting, type ReferralKind, type Search, within } from '#kernel';
import { queueView, waiting } from './queue.ts';
import type { Referral } from './referral.ts';

/** Referrals that nobody has settled, by what they ask, whom they are about, and who works on them. */
export const referralSearch = (kinds: readonly ReferralKind[]): Search => ({
  name: 'casework.referrals',
  title: { en: 'Referrals that wait', fr: 'Renvois en attente', es: 'Canalizaciones en espera' },
  by: {
    en: 'what is asked, the subject’s reference, the port, the officer',
    fr: 'ce qui est demandé, la référence du sujet, le point d’entrée, l’agent',
    es: 'qué se pregunta, la referencia del sujeto, el puerto, el oficial',
  },
  permission: 'casework.read',
  find: (words, { scope, language }, access) => {
    const titleOf = (kind: string): string => kinds.find(({ name }) => name === kind)?.title[language] ?? kind;
    const seen = waiting(access.view<Referral>(queueView.name).state).filter(({ opened }) => within(scope, opened));
    const found = fitting(seen, { words }, ({ referral, opened, claimedBy }) => [
      referral,
      opened.kind,
      titleOf(opened.kind),
      opened.subject,
      claimedBy,
      ...opened.ports,
    ]);
    return Promise.resolve(
      found.map(({ referral, opened, claimedBy }) => ({
        title: titleOf(opened.kind),
        detail: [opened.subject, claimedBy].filter((text) => text !== undefined).join(' · '),
        address: `/referrals/${referral}`,
      })),
    );
  },
});
