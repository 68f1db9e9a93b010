import { definePart, type Part } from '#kernel';
import { factKinds, planView } from './facts/records.ts';
import { planFindings } from './findings.ts';
import { permissions } from './permissions.ts';
import type { Register } from './register/register.ts';
import { carryRoutes } from './routes/carry.ts';
import { forecastRoutes } from './routes/forecast.ts';
import { proposalsRoute } from './routes/proposals.ts';
import { readRoutes } from './routes/read.ts';
import { reportRoutes } from './routes/report.ts';
import { sayRoutes } from './routes/say.ts';
import { commitmentSearch } from './search.ts';

/** The register of the plan as a part of a node. */
export const planPart = (register: Register): Part =>
  definePart({
    name: 'plan',
    title: { en: 'Plan', fr: 'Plan', es: 'Plan' },
    records: factKinds,
    findings: planFindings.specs,
    permissions,
    routes: [
      ...readRoutes(register),
      proposalsRoute(register),
      ...sayRoutes(register),
      ...forecastRoutes(register),
      ...reportRoutes(register),
      ...carryRoutes(register),
    ],
    views: [planView],
    searches: [commitmentSearch(register)],
  });
