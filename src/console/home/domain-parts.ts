import type { HomeView } from '#ui';

const found = import.meta.glob<readonly HomeView[]>('../../domains/*/console/pages.tsx', {
  eager: true,
  import: 'homes',
});

/** What each domain shows on the homes. */
export const domainParts: readonly HomeView[] = Object.values(found).flatMap((some) => some ?? []);
