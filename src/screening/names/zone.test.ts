import { describe, expect, it } from 'vitest';
import type { NameToken } from './token.ts';
import { asInZone } from './zone.ts';

const token = (text: string, part: 'family' | 'given', role: NameToken['role'] = 'plain'): NameToken => ({
  text,
  written: text,
  role,
  part,
});
const cut = (family: string, given: string): readonly string[] => {
  const tokens = [
    ...given.split(' ').map((text) => token(text, 'given', text.length === 1 ? 'initial' : 'plain')),
    ...family.split(' ').map((text) => token(text, 'family')),
  ];
  return asInZone(tokens, family, given)
    .filter((one) => one.cut)
    .map(({ text }) => text);
};

describe('asInZone', () => {
  // ICAO 9303-3 section 4.6: in a TD3 zone 39 places are left for the name; the examples of Part 4 cut like these.
  it('flags the last words of a name that fills the zone', () => {
    expect(cut('NILAVADHANANANDA', 'CHAYAPA DEJTHAMRONGKR')).toEqual(['DEJTHAMRONGKR', 'NILAVADHANANANDA']);
    expect(cut('NILAVADHANANANDA', 'CHAYAPA DEJTHAMRONG K')).toEqual(['NILAVADHANANANDA']);
    expect(cut('A'.repeat(20), 'B'.repeat(8))).toHaveLength(2);
    expect(cut('A'.repeat(20), 'B'.repeat(9))).toHaveLength(2);
    expect(cut('A'.repeat(20), 'B'.repeat(17))).toHaveLength(2);
  });

  it('flags no name that leaves a place, or has what no zone has', () => {
    for (const length of [7, 10, 16, 18]) expect(cut('A'.repeat(20), 'B'.repeat(length))).toEqual([]);
    expect(cut('A'.repeat(20), `${'B'.repeat(16)}-`)).toEqual([]);
    expect(cut(`${'A'.repeat(19)}b`, 'B'.repeat(17))).toEqual([]);
    expect(cut(`-${'A'.repeat(19)}`, 'B'.repeat(17))).toEqual([]);
  });

  it('reads Arabic letters that are written one by one, if all of the name is', () => {
    const tokens = [token('MXHMD', 'given'), token('ALRAZY', 'family'), token('ALXKHLYL', 'family')];
    const [given, family, known] = asInZone(tokens, 'ALRAZY ALXKHLYL', 'MXHMD');
    expect(given).toEqual({ ...tokens[0], others: ['MUHAMMAD', 'MOHAMMED', 'MOHAMAD'] });
    expect(family?.others?.[0]).toBe('ALRAZI');
    expect(asInZone([token('ALX', 'given'), token('MXHMD', 'family')], 'MXHMD', 'ALX')[1]?.others).toBeUndefined();
    expect(known?.others).toEqual(['ALKHALIL']);
    const latin = [token('ALEXIS', 'given'), token('VEGA', 'family')];
    expect(asInZone(latin, 'VEGA', 'ALEXIS')).toBe(latin);
    const plain = [token('ALI', 'given'), token('BADR', 'family')];
    expect(asInZone(plain, 'BADR', 'ALI')).toBe(plain);
  });
});
