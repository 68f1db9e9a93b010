import { expect, test } from 'vitest';
import { z } from 'zod';
import { defineDomain, definePart, disposition, languages, ok } from '#kernel';
import { describedSchema, describeParts } from './describe.ts';

const texts = (en: string, fr: string, es: string) => ({ en, fr, es });
const kind = {
  name: 'garden.plot',
  title: texts('Plot', 'Parcelle', 'Parcela'),
  schema: z.object({ plot: z.string() }),
  retention: 'garden',
};
const garden = definePart({
  name: 'garden',
  title: texts('Garden', 'Jardin', 'Jardín'),
  records: [kind],
  findings: { 'GDN-0101': { origin: 'sender', severity: 'error' } },
  permissions: [{ name: 'garden.see', title: texts('See', 'Voir', 'Ver') }],
  referrals: [
    {
      name: 'garden.doubt',
      title: texts('Doubt', 'Doute', 'Duda'),
      targetMinutes: 5,
      outcomes: [{ code: 'yes', title: texts('Yes', 'Oui', 'Sí') }],
    },
  ],
  measures: [
    {
      name: 'garden_plots',
      title: texts('Plots', 'Parcelles', 'Parcelas'),
      unit: '1',
      read: () => Promise.resolve({ value: 0 }),
    },
  ],
  verbs: [
    {
      ...{ name: 'dig', usage: 'tripoint dig', summary: texts('Dig', 'Creuser', 'Cavar') },
      load: () => Promise.reject(new TypeError('not called')),
    },
  ],
  routes: [
    {
      ...{ method: 'GET', pattern: '/plots', permission: 'garden.see', personal: true, response: z.unknown() },
      summary: texts('Plots', 'Parcelles', 'Parcelas'),
      handle: () => Promise.reject(new TypeError('not called')),
    },
  ],
});

test('everything that a part says of itself, in one language', () => {
  expect(describeParts([garden], 'fr')).toEqual({
    parts: [
      {
        name: 'garden',
        title: 'Jardin',
        records: [
          {
            ...{ name: 'garden.plot', title: 'Parcelle', retention: 'garden' },
            schema: expect.objectContaining({ type: 'object', properties: { plot: { type: 'string' } } }),
          },
        ],
        findings: [{ code: 'GDN-0101', origin: 'sender', severity: 'error' }],
        permissions: [{ name: 'garden.see', title: 'Voir' }],
        routes: [
          { method: 'GET', address: '/api/plots', summary: 'Parcelles', permission: 'garden.see', personal: true },
        ],
        verbs: [{ name: 'dig', title: 'Creuser' }],
        referrals: [
          { name: 'garden.doubt', title: 'Doute', targetMinutes: 5, outcomes: [{ code: 'yes', title: 'Oui' }] },
        ],
        measures: [{ name: 'garden_plots', title: 'Parcelles', unit: '1' }],
      },
    ],
  });
});

test('a vertical says more: its record, facts, dispositions and formats', () => {
  const never = (): never => {
    throw new TypeError('not called');
  };
  const domain = defineDomain<unknown, { plot: string }, number>({
    ...{ name: 'plots', title: texts('Plots', 'Parcelles', 'Parcelas'), record: kind },
    codecs: [
      {
        ...{ name: 'map', mediaTypes: ['image/x-map'], sniff: () => false },
        read: () => ({ messages: [], findings: [] }),
      },
    ],
    facts: [{ name: 'wet', type: 'boolean', title: texts('Wet', 'Humide', 'Húmedo') }],
    dispositions: [disposition('leave'), disposition('dig')],
    fold: { initial: 0, apply: (state) => state },
    ...{
      understand: () => ok({ record: { plot: 'a' }, findings: [] }),
      key: never,
      touched: () => [],
      part: () => undefined,
    },
    ...{ subjects: () => [], assess: never, answered: () => [], reply: never },
  });
  const [described] = describeParts([domain], 'es').parts;
  expect(described?.domain).toEqual({
    record: 'garden.plot',
    facts: [{ name: 'wet', type: 'boolean', title: 'Húmedo' }],
    dispositions: ['leave', 'dig'],
    codecs: [{ name: 'map', mediaTypes: ['image/x-map'] }],
  });
  expect(described?.records.map(({ name }) => name)).toEqual(['garden.plot']);
  for (const language of languages) {
    const all = describeParts([garden, domain], language);
    expect(describedSchema.parse(all)).toEqual(all);
  }
});
