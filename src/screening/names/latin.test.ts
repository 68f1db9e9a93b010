import { describe, expect, it } from 'vitest';
import { readLatin } from './latin.ts';

const read = (word: string): string => {
  const [one] = readLatin(word);
  return [one?.text, ...(one?.others ?? [])].join(' ');
};

describe('readLatin', () => {
  it.each([
    ['MÜLLER', 'MULLER MUELLER'],
    ['GÖTZ', 'GOTZ GOETZ'],
    ['ÅKE', 'AKE AAKE'],
    ['SØREN', 'SOREN SOEREN'],
    ['ÆGIR', 'AEGIR'],
    ['ĐORĐE', 'DORDE'],
    ['ŁUKASZ', 'LUKASZ'],
    ['ÞÓR', 'THOR'],
    ['ŒUVRE', 'OEUVRE'],
    ['ĦAL', 'HAL'],
    ['ŊOB', 'NOB'],
    ['ŦOB', 'TOB'],
    ['ĞÜL', 'GUL GUEL'],
    ['ĸAL', 'KAL QAL'],
    ['ƏLİYEV', 'ALIYEV'],
    ['NGUYỄN', 'NGUYEN'],
    ['TRƯƠNG', 'TRUONG'],
    ['ÑANDÚ', 'NANDU'],
    ['ĀZ09', 'AZ09'],
    ['ɃOB', 'BOB'],
    ['ẞ', 'SS'],
    ['ƗL', 'IL'],
  ])('reads %s (ICAO 9303-3 section 6, table A, as the other spelling)', (word, expected) => {
    expect(read(word)).toBe(expected);
  });

  it('keeps what was written', () => {
    expect(readLatin('MÜLLER')).toEqual([{ text: 'MULLER', written: 'MÜLLER', others: ['MUELLER'] }]);
    expect(readLatin('ANA')).toEqual([{ text: 'ANA', written: 'ANA' }]);
  });

  it('reads letters beyond its table by their parts', () => {
    expect(read('A\u0301ÃĆ')).toBe('AAC');
    expect(read('ꜲB')).toBe('AAB');
  });
});
