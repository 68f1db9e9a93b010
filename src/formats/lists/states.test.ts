import { expect, test } from 'vitest';
import { stateOf, stateOfCode, statesIn } from './states.ts';

test.each([
  ['Mexico', 'MEX'],
  [' Mexico ', 'MEX'],
  ['MEXICO', 'MEX'],
  ['MEX', 'MEX'],
  ['MX', 'MEX'],
  ['XKX', 'XKX'],
  ['Russian', 'RUS'],
  ['DPRK.', 'PRK'],
  ['Democratic People’s Republic of Korea', 'PRK'],
  ['of the Republic of Moldova', 'MDA'],
  ['The Bahamas', 'BHS'],
  [' MX ', 'MEX'],
  ['the Bahamas', 'BHS'],
  ['the Russian Federation', 'RUS'],
  ['D.PRK', undefined],
  ['USof the', undefined],
  ['U.S.', 'USA'],
  ['Saint Kitts and Nevis.', 'KNA'],
  ['1MEX', undefined],
  ['MEX1', undefined],
  ['XMEX', undefined],
  ['MEXX', undefined],
  ['mex', undefined],
  ['ZZ', undefined],
  ['M', undefined],
  ['123', undefined],
  ['', undefined],
  ['Atlantis', undefined],
  ['Congolese', undefined],
])('%s is %s', (text, state) => {
  expect(stateOf(text)).toBe(state);
});

test.each([
  ['mx', 'MEX'],
  [' ru ', 'RUS'],
  ['rus', 'RUS'],
  ['XK', 'RKS'],
  ['uk', 'GBR'],
  ['zz', undefined],
  ['russ', undefined],
  ['xrus', undefined],
  ['r1s', undefined],
  ['', undefined],
])('the code %s is %s', (text, state) => {
  expect(stateOfCode(text)).toBe(state);
});

test.each([
  ['Russian', ['RUS'], []],
  ['Trinidad and Tobago', ['TTO'], []],
  ['Bahamas, The', ['BHS'], []],
  ['Bosnia and Herzegovina', ['BIH'], []],
  ['Iranian and US', ['IRN', 'USA'], []],
  ['Syrian/Iranian', ['SYR', 'IRN'], []],
  ['(a) German, (b) Moroccan', ['DEU', 'MAR'], []],
  ['(a) French (b) Tunisian', ['FRA', 'TUN'], []],
  ['a) French b) Tunisian', ['FRA', 'TUN'], []],
  ['(1) Iran (2) Iraq', ['IRN', 'IRQ'], []],
  ['"(a) Trinidad and Tobago; (b) United States of America"', ['TTO', 'USA'], []],
  ['Myanmar/Burma', ['MMR'], []],
  ['Russian, Russian', ['RUS'], []],
  ['Italian since 1990', ['ITA'], []],
  ['Sudanese by birth', ['SDN'], []],
  ['Possibly Ethiopian', ['ETH'], []],
  ['allegedly Russian', ['RUS'], []],
  ['Pakistani (presumed)', ['PAK'], []],
  ['Swiss, Atlantean', ['CHE'], ['Atlantean']],
  ['Swiss (presumed) , (b) ', ['CHE'], []],
  ['Swiss, , French', ['CHE', 'FRA'], []],
  ['Swiss allegedly Russian', [], ['Swiss allegedly Russian']],
  ['Italian since 1990 on', [], ['Italian since 1990 on']],
  ['"Swiss"', ['CHE'], []],
  ['', [], []],
])('states in %j', (text, states, unread) => {
  expect(statesIn(text)).toStrictEqual({ states, unread });
});
