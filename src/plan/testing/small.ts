import { type Instant, instant } from '#kernel';
import type { Body, What } from '../facts/bodies.ts';
import { type Fact, factSchema } from '../facts/fact.ts';
import { type Register, readRegister } from '../register/register.ts';
import type { ShippedMilestone } from '../register/schema.ts';

/** The same text in every language, marked by it. */
export const texts = (text: string) => ({ en: text, fr: `${text} (fr)`, es: `${text} (es)` });

const milestone = (key: string, rest: Partial<ShippedMilestone> = {}): ShippedMilestone => ({
  key,
  title: texts(`Title of ${key}`),
  scope: 'all',
  kind: 'build',
  due: [{ months: 12, month: '2006-06' }],
  said: { all: { state: 'on-track' } },
  serves: { by: 'policy', reason: texts('A treaty') },
  ...rest,
});

const plan = {
  key: 'small',
  title: texts('A small plan'),
  source: 'made up',
  date: '2026-11-24',
  verified: true,
  begins: '2005-06',
  observed: { month: '2006-08', basis: texts('made up') },
  goals: [
    { goal: 1, title: texts('One') },
    { goal: 2, title: texts('Two') },
  ],
  chapters: ['aaa', 'bbb'],
};

const chapters = [
  {
    code: 'AAA',
    goal: 1,
    title: texts('First'),
    initiatives: [
      {
        key: 'AAA-1',
        title: texts('Initiative'),
        milestones: [
          milestone('AAA-1.1'),
          milestone('AAA-1.2', {
            due: [
              { months: 6, month: '2005-12' },
              { months: 18, month: '2006-12' },
            ],
            said: {
              'US-CA': { state: 'completed' },
              'US-MX': { state: 'delayed', forecast: { from: '2007-06', to: '2007-06' } },
            },
            after: ['AAA-1.1'],
          }),
          milestone('AAA-1.3', {
            scope: 'US-CA',
            due: [{ before: '2008-01-01' }],
            said: { all: { state: 'initiated' } },
          }),
        ],
      },
    ],
  },
  {
    code: 'BBB',
    goal: 2,
    title: texts('Second'),
    initiatives: [
      {
        key: 'BBB-1',
        title: texts('Other initiative'),
        milestones: [
          milestone('BBB-1.1', {
            due: [],
            said: { all: { state: 'partially-completed' } },
            measure: { name: 'test.share', 'at-least': 0.9 },
            errata: [texts('the report repeats a word')],
            serves: { by: 'tripoint', links: [{ to: 'measure', name: 'test.share' }] },
          }),
        ],
      },
    ],
  },
];

/** A plan of four milestones in two chapters, as of August 2006. */
export const smallRegister = (): Register => readRegister(plan, chapters);

export const at = (text: string): Instant => instant(Date.parse(text));

let names = 0;

/** A fact as if it had been said; unsigned. */
export function fact<Of extends What>(
  what: Of,
  body: Body<Of>,
  { nation = 'US', person = 'Ann', madeAt = '2006-09-15', milestone: of = 'AAA-1.1', name = '' } = {},
): Fact {
  names += 1;
  const made = { name: name === '' ? `${nation}-${of}-${names}` : name, milestone: of, by: { nation, person } };
  return factSchema.parse({ ...made, madeAt: at(madeAt), signature: '0'.repeat(128), what, body });
}
