import { lazy } from 'react';

/** The component page, loaded when it is looked at. */
export const StylesPage = lazy(async () => ({ default: (await import('./page.tsx')).Showcase }));
