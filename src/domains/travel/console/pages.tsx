import type { PageRoute } from '#ui';
export const pages: readonly PageRoute[] = [];
