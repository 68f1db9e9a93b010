import './plan.css';
import { lazy } from 'react';
import type { PageRoute } from '#ui';

/** The pages of the plan, each read when it is opened. */
export const planPages: readonly PageRoute[] = [
  {
    pattern: '/plan',
    page: lazy(async () => ({ default: (await import('./board.tsx')).BoardPage })),
    place: { text: 'plan.place', order: 40, keys: 'g p', permission: 'plan.read' },
  },
  {
    pattern: '/plan/milestones/:milestone',
    page: lazy(async () => ({ default: (await import('./milestone.tsx')).MilestonePage })),
  },
  {
    pattern: '/plan/timeline',
    page: lazy(async () => ({ default: (await import('./timeline.tsx')).TimelinePage })),
  },
  {
    pattern: '/plan/changes',
    page: lazy(async () => ({ default: (await import('./changes.tsx')).ChangesPage })),
  },
  {
    pattern: '/plan/report',
    page: lazy(async () => ({ default: (await import('./report.tsx')).PlanReportPage })),
  },
  {
    pattern: '/plan/new',
    page: lazy(async () => ({ default: (await import('./new.tsx')).NewPage })),
  },
];
