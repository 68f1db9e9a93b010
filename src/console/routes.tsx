import './pages/search.css';
import { later, type PageRoute, StylesPage } from '#ui';
import { homePages } from './home/pages.tsx';
import { planPages } from './plan/pages.tsx';

/** Pages that belong to no domain. */
const own: readonly PageRoute[] = [
  ...homePages,
  {
    pattern: '/messages/:lodgement',
    page: later(async () => (await import('./pages/message.tsx')).MessagePage),
  },
  {
    pattern: '/referrals',
    page: later(async () => (await import('./pages/referrals.tsx')).ReferralsPage),
    place: { text: 'console.referrals', order: 30, keys: 'g r', permission: 'casework.read' },
  },
  {
    pattern: '/referrals/:referral',
    page: later(async () => (await import('./pages/referral.tsx')).ReferralPage),
  },
  {
    pattern: '/search',
    page: later(async () => (await import('./pages/search.tsx')).SearchPage),
  },
  {
    pattern: '/node',
    page: later(async () => (await import('./pages/node.tsx')).NodePage),
    place: { text: 'console.node', order: 90, keys: 'g n' },
  },
  {
    pattern: '/parts/:part',
    page: later(async () => (await import('./pages/part.tsx')).PartPage),
  },
  ...planPages,
  { pattern: '/styles', page: StylesPage },
];

const domains = import.meta.glob<readonly PageRoute[]>('../domains/*/console/pages.tsx', {
  eager: true,
  import: 'pages',
});

/** All pages: those of each domain, found by their place, and our own. */
export const routes: readonly PageRoute[] = [...Object.values(domains).flat(), ...own];
