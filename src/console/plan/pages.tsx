import './plan.css';
import { later, type PageRoute } from '#ui';

/** The pages of the plan, each read when it is opened. */
export const planPages: readonly PageRoute[] = [
  {
    pattern: '/plan',
    page: later(async () => (await import('./board.tsx')).BoardPage),
    place: { text: 'plan.place', order: 40, keys: 'g p', permission: 'plan.read' },
  },
  {
    pattern: '/plan/milestones/:milestone',
    page: later(async () => (await import('./milestone.tsx')).MilestonePage),
  },
  {
    pattern: '/plan/timeline',
    page: later(async () => (await import('./timeline.tsx')).TimelinePage),
  },
  {
    pattern: '/plan/forecast',
    page: later(async () => (await import('./forecast.tsx')).ForecastPage),
  },
  {
    pattern: '/plan/changes',
    page: later(async () => (await import('./changes.tsx')).ChangesPage),
  },
  {
    pattern: '/plan/report',
    page: later(async () => (await import('./report.tsx')).PlanReportPage),
  },
  {
    pattern: '/plan/new',
    page: later(async () => (await import('./new.tsx')).NewPage),
  },
];
