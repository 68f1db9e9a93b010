import type { SubjectView } from '#ui';

const views = import.meta.glob<readonly SubjectView[]>('../domains/*/console/pages.tsx', {
  eager: true,
  import: 'subjects',
});

/** How each domain shows what a case is about. */
export const subjectViews: readonly SubjectView[] = Object.values(views).flatMap((some) => some ?? []);
