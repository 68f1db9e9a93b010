import { readFileSync } from 'node:fs';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { createSpeech, type House, HouseProvider, KeyboardProvider, StatusCounts } from '#ui';
import { Missing } from './board.tsx';
import { standOf } from './certification.ts';
import { ScorePanel } from './certify-case.tsx';
import { Evidence } from './evidence.tsx';
import { FactValue, TravellerFacts } from './facts.tsx';
import { Legs, Messages } from './flight-lists.tsx';
import { FoundList } from './found.tsx';
import { History } from './history.tsx';
import { Local } from './moments.tsx';
import { PartnerPanel, Partners, PartnerWord } from './partners.tsx';
import type { CandidateShape, FlightDetail, TravellerDetail } from './shapes.ts';
import { Travellers } from './travellers.tsx';
import { Why } from './why.tsx';
import { countsOf, DispositionMark, ReasonText, Route, WhySentence } from './words.tsx';

/* What the pages of travel say, word for word, without a browser. */

type Spoken = 'en' | 'fr' | 'es';
const now = Date.UTC(2026, 10, 24, 19, 5, 9);
const read = (path: string): Record<string, string> =>
  JSON.parse(readFileSync(`${import.meta.dirname}/${path}`, 'utf8'));
const speechOf = (language: Spoken) =>
  createSpeech({
    tongue: language,
    country: 'CA',
    catalogue: {
      ...read(`../../../locales/${language}/console.json`),
      ...read(`../locales/${language}.json`),
      ...read(`locales/${language}.json`),
    },
  });
const houseOf = (language: Spoken): House => ({
  speech: speechOf(language),
  ticker: { now: () => now, onTick: () => () => undefined },
  address: { path: '/', query: new URLSearchParams(), hash: '', go: () => undefined },
  source: {
    read: () => new Promise(() => undefined),
    send: () => new Promise(() => undefined),
    onChange: () => () => undefined,
    link: () => ({ live: true }),
    onLink: () => () => undefined,
  },
  zone: 'America/Toronto',
  person: { name: 'Ruiz', country: 'CA', ports: ['YYZ'], may: () => true },
});
const drawn = (what: ReactNode, language: Spoken = 'en'): string =>
  renderToStaticMarkup(
    <HouseProvider house={houseOf(language)}>
      <KeyboardProvider on switchTo={() => undefined}>
        {what}
      </KeyboardProvider>
    </HouseProvider>,
  );
const said = (what: ReactNode, language: Spoken = 'en'): string =>
  drawn(what, language)
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&#x27;', '’')
    .replaceAll(/\s+/gu, ' ')
    .trim();

describe('dispositions', () => {
  test.each([
    ['refuse', 'Do not board', 'Do not admit', 'stop'],
    ['insufficient-data', 'Data missing', 'Ask for more', 'hold'],
    ['refer', 'Refer', 'To secondary', 'review'],
    ['board-after-document-check', 'Check the document, then board', 'Check the document', 'document'],
    ['board', 'May board', 'Nothing against', 'clear'],
  ])('%s has a word at the gate, one at the booth, and a shape', (disposition, gate, booth, sign) => {
    expect(said(<DispositionMark disposition={disposition} />)).toBe(gate);
    expect(said(<DispositionMark booth disposition={disposition} />)).toBe(booth);
    expect(drawn(<DispositionMark disposition={disposition} />)).toContain(`data-sign="${sign}"`);
  });
  test('nothing said yet is waiting, never leave', () => {
    expect(said(<DispositionMark disposition={undefined} />)).toBe('waiting');
    expect(drawn(<DispositionMark disposition="unheard-of" />)).toContain('data-kind="pending"');
  });
  test('counts run from the strictest to those who wait', () => {
    const counts = countsOf({ board: 5, refuse: 1 }, 2, speechOf('en'));
    expect(said(<StatusCounts counts={counts} />)).toBe('1 do not board 5 may board 2 waiting');
  });
});

describe('why', () => {
  test.each([
    ['referral', 1, '1 traveller waits for an officer', '1 voyageur attend un agent'],
    ['refuse', 2, '2 travellers must not board', '2 voyageurs ne doivent pas monter à bord'],
    ['list-late', 1, 'The list came after its deadline', undefined],
  ])('%s × %d', (code, count, en, fr) => {
    expect(said(<WhySentence code={code} count={count} />)).toBe(en);
    if (fr !== undefined) expect(said(<WhySentence code={code} count={count} />, 'fr')).toBe(fr);
  });
  test('a cause without a text is said by its code, not hidden', () => {
    expect(said(<WhySentence code="some-new-cause" />)).toBe('some-new-cause');
    expect(said(<ReasonText reason={{ code: 'TRV-R-X', class: 'other' }} />)).toBe('TRV-R-X');
    expect(said(<ReasonText reason={{ code: 'TRV-R-X', class: 'other', text: 'In words.' }} />)).toBe('In words.');
  });
  test('the own decision tells its row, its class to partners, and what it looked at', () => {
    const own = {
      disposition: 'refer' as const,
      reasons: [
        {
          code: 'TRV-R-LOOKOUT-CHECK',
          class: 'identity-to-be-checked',
          row: 'lookout-to-adjudicate',
          facts: { 'list.lookout': 'adjudicate' },
          text: 'May be the person of a lookout',
        },
      ],
      by: { table: 'travel/ca', version: '1' },
    };
    const facts = [{ name: 'list.lookout', title: 'Hit on a lookout', value: 'adjudicate' }];
    const words = said(<Why own={own} facts={facts} />);
    expect(words).toContain('Decided by Canada, and why');
    expect(words).toContain('To partners: identity to be checked');
    expect(words).toContain('Hit on a lookout hit to be settled by an officer');
    expect(said(<Why own={undefined} facts={[]} />)).toContain('not decided here yet');
  });
});

describe('partners', () => {
  test.each([
    [{ country: 'MX', state: 'answered' as const, since: now }, 'MX answered'],
    [{ country: 'MX', state: 'silent' as const, since: now }, 'MX silent since 14:05 EST'],
    [{ country: 'MX', state: 'late' as const, since: now }, 'MX answered late, at 14:05 EST'],
    [{ country: 'US', state: 'waiting' as const, since: now }, 'US waiting since 14:05 EST'],
  ])('%o', (partner, words) => {
    expect(said(<Partners partners={[partner]} />)).toBe(words);
  });
  test('none asked is said', () => {
    expect(said(<Partners partners={[]} />)).toBe('none has answered here');
  });
  test('of a partner only what came back: its word, its class, how long it holds', () => {
    const words = said(
      <PartnerPanel
        partners={[
          { country: 'MX', disposition: 'refuse', reasonClass: 'security', validUntil: now },
          { country: 'US', disposition: 'board-after-document-check', failRule: 'late' },
          { country: 'CA', disposition: 'board', reasonClass: 'other' },
        ]}
      />,
    );
    expect(words).toContain('Mexico Do not board security · valid until 2026-11-24 14:05 EST');
    expect(words).toContain('United States Check the document, then board no answer in time: the fail rule speaks');
    expect(words).not.toContain('other');
  });
  test('a word by the fail rule is marked as old', () => {
    const answer = { country: 'MX', disposition: 'refer' as const };
    expect(drawn(<PartnerWord answer={answer} />)).not.toContain('shape-badge');
    expect(drawn(<PartnerWord answer={{ ...answer, failRule: 'late' }} />)).toContain('shape-badge');
    expect(said(<PartnerWord answer={{ country: 'US' }} />)).toBe('US waiting');
  });
});

const candidate: CandidateShape = {
  list: 'ca-lookouts',
  entry: 'CA-7',
  listedName: 'Omar Al-Hassan',
  class: 'adjudicate',
  score: 80,
  evidence: [
    { feature: 'name', relation: 'same', subject: 'OMAR AL HASSAN', listed: 'OMAR AL HASSAN', contribution: 70 },
    { feature: 'date-of-birth', relation: 'short-form', subject: '1979-03-02', listed: '1979', contribution: 10.5 },
    { feature: 'sex', relation: 'absent', contribution: 0 },
    { feature: 'name-start', relation: 'absent', contribution: 12 },
    { feature: 'shoe-size', relation: 'differs', subject: '42', listed: '43', contribution: -0.5 },
  ],
};

describe('evidence', () => {
  const words = said(<Evidence candidates={[candidate]} />);
  test('tells what agrees, what differs, what is not known, and what each adds', () => {
    expect(words).toContain('May be the listed person: Omar Al-Hassan');
    expect(words).toContain('Born 1979-03-02 1979 agrees as a short form +10.5');
    expect(words).toContain('Starting point of every comparison – – +12');
    expect(words).toContain('Not known on both sides, so it adds nothing: Sex.');
    expect(words).not.toContain('Sex –');
    expect(words).toContain('shoe-size 42 43 differs -0.5');
  });
  test('a score is a sum and never called probability', () => {
    expect(words).toContain('Score: the sum, not a probability 80');
  });
  test('no hit is said', () => {
    expect(said(<Evidence candidates={[]} />)).toBe('Who it may be no hit No list of this country names this person.');
  });
});

const traveller: TravellerDetail = {
  subject: 'AC991-2',
  name: 'AL-HASSAN, OMAR',
  role: 'passenger',
  partners: [],
  combined: 'refer',
  candidates: [],
  facts: [
    { name: 'traveller.infant', title: 'Infant', value: false },
    { name: 'list.lookout', title: 'Hit on a lookout', value: 'adjudicate' },
    { name: 'document.daysToExpiry', title: 'Days to expiry', value: null },
  ],
  own: {
    disposition: 'refer',
    reasons: [{ code: 'C', class: 'other', facts: { 'list.lookout': 'adjudicate' } }],
  },
  history: [
    { at: now - 2000, what: 'new', by: 'carrier', entry: 1 },
    { at: now - 1000, what: 'answered-late', by: 'MX', entry: 2 },
    { at: now, what: 'unheard-of', by: 'own', entry: 3 },
  ],
};

describe('one traveller', () => {
  test('facts that are not known are left out, those that were looked at are lit', () => {
    const html = drawn(<TravellerFacts traveller={traveller} />);
    expect(html).not.toContain('Days to expiry');
    expect(html.match(/data-lit="true"/g)).toHaveLength(1);
  });
  test.each([
    [null, 'nothing'],
    [true, 'yes'],
    [900, '900'],
    [[], 'nothing'],
    [['locator', 'sex'], 'locator sex'],
    ['inbound', 'inbound'],
    ['FRA', 'FRA'],
  ])('the fact %o reads %s', (value, words) => {
    expect(said(<FactValue name="some" value={value} />)).toBe(words);
  });
  test('the newest stands on top, each with its actor and entry', () => {
    const words = said(<History traveller={traveller} />);
    expect(words.indexOf('unheard-of')).toBeLessThan(words.indexOf('Mexico · Partner answered late · entry 2'));
    expect(words).toContain('The carrier · Listed · entry 1');
  });
});

const flight: FlightDetail = {
  journey: 'j',
  conveyance: 'AC991',
  mode: 'air',
  from: 'YYZ',
  to: 'MEX',
  aboard: { listed: 2, crew: 0 },
  answers: { answered: 1, waiting: 1 },
  dispositions: {},
  referralsOpen: 0,
  partners: [{ country: 'MX', state: 'answered' }],
  need: 'now',
  why: [],
  messages: [
    { lodgement: '0123456789', receivedAt: now, kind: 'new', findings: [1, 2] },
    { receivedAt: now, kind: 'change', findings: 0 },
  ],
  travellers: [
    {
      subject: '1',
      name: 'TREMBLAY',
      role: 'crew',
      partners: [],
      combined: 'board',
      own: { disposition: 'board', reasons: [{ code: 'C', class: 'other' }] },
    },
    { ...traveller, subject: '2', referral: 'r1' },
    { subject: '3', name: 'SINGH', role: 'passenger', partners: [] },
    { subject: '4', name: 'KOVALENKO', role: 'passenger', partners: [], combined: 'refuse' },
  ],
};

describe('one flight', () => {
  test('its travellers stand from the strictest to those who may board; who waits stands between', () => {
    const words = said(<Travellers flight={flight} />);
    const places = ['KOVALENKO', 'AL-HASSAN', 'SINGH', 'TREMBLAY'].map((name) => words.indexOf(name));
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(words).toContain('nothing against');
    expect(drawn(<Travellers flight={flight} />)).toContain('href="/referrals/r1"');
  });
  test('columns with nothing to say are not there', () => {
    const quiet = { ...flight, partners: [], travellers: flight.travellers.filter(({ subject }) => subject !== '2') };
    const words = said(<Travellers flight={quiet} />);
    expect(words).not.toContain('Partner countries');
    expect(words).not.toContain('Referral');
  });
  test('a message of another node is said to be there, one of this node leads on', () => {
    expect(said(<Messages flight={flight} />)).toContain('It was lodged at another country’s node');
    expect(drawn(<Messages flight={flight} />)).toContain('href="/messages/0123456789"');
  });
  test('how many are expected is said only while some are missing', () => {
    expect(said(<Missing aboard={{ listed: 73, expected: 67 }} />)).toBe('');
    expect(said(<Missing aboard={{ listed: 60, expected: 67 }} />)).toBe('of 67');
    expect(said(<Missing aboard={{ listed: 60 }} />)).toBe('');
  });
  test('a route has an arrow for the eye and words where they are known', () => {
    const from = { code: 'YYZ', name: 'Toronto Pearson' };
    expect(said(<Route from={from} to="MEX" names />)).toBe('Toronto Pearson YYZ → - MEX');
    expect(said(<Route from={from} to="MEX" />)).toBe('YYZ → - MEX');
    expect(said(<Legs legs={[]} />)).toBe('No leg is known');
  });
  test('times of a place are told in its zone, with the day when it is another', () => {
    const zone = 'America/Mexico_City';
    expect(said(<Local moment={{ instant: now, local: '', zone }} />)).toBe('13:05 CST');
    expect(said(<Local moment={{ instant: now + 86_400_000, local: '', zone }} />)).toBe('2026-11-25 13:05 CST');
    expect(said(<Local moment={{ local: '2026-11-24T14:05' }} />)).toBe('2026-11-24 14:05');
    expect(said(<Local moment={undefined} />)).toBe('–');
  });
});

describe('certification', () => {
  test('a case is not tried, not yet right, or right', () => {
    const one = { name: 'a', title: 'A' };
    expect(standOf(one)).toBe('pending');
    expect(standOf({ ...one, latest: { passed: 1, total: 2, at: '' } })).toBe('review');
    expect(standOf({ ...one, latest: { passed: 2, total: 2, at: '' } })).toBe('clear');
  });
  test('a score shows what is not as asked, and what was found', () => {
    const score = {
      name: 'a',
      passed: 1,
      total: 2,
      checks: [
        { name: 'function', passed: true, expected: 'new', actual: 'new' },
        { name: 'nationality', passed: false, expected: 'CAN' },
      ],
      findings: [{ code: 'EDI-1', severity: 'error' as const, text: 'Missing.', at: { segment: 4 } }],
    };
    const words = said(<ScorePanel score={score} />);
    expect(words).toContain('1 of 2 right');
    expect(words).toContain('nationality CAN –');
    expect(words).not.toContain('function');
    expect(said(<FoundList findings={score.findings} />)).toBe('error Missing. EDI-1 · segment 4');
  });
});
