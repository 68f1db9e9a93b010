import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { skeletonOf, skeletonsOf } from './skeleton.ts';

describe('skeletonOf', () => {
  it.each([
    ['MT', 'MUHAMMAD MOHAMED MEHMET MHMD'],
    ['AMT', 'AHMED AHMAD'],
    ['KTF', 'QADHAFI GADDAFI KHADAFY'],
    ['SML', 'JAMAL DJAMEL ZAMAL SCHAMEL SHAMIL TSCHAMAL CHAMAL'],
    ['FLTMR', 'VLADIMIR WLADIMIR'],
    ['FLP', 'PHILIPP FILIP'],
    ['KRSTN', 'CHRISTIAN KRISTIAN'],
    ['SKR', 'CEKER CIKER CYKER CZEKER DZEKER SHCHEKER TCHEKER TSEKER TZEKER TZSCHEKER TSHEKER DZHEKER'],
    ['SFR', 'XAVIER SAVER'],
    ['A', 'AI EYE YA'],
    ['H', 'H HE HOU'],
    ['F1', 'W1'],
    ['4T2', '4D2'],
  ])('is %s for %s', (key, words) => {
    for (const word of words.split(' ')) expect(skeletonOf(word)).toBe(key);
  });

  it('keeps every sound apart that it does not join', () => {
    expect(skeletonOf('BFDGLMNRSXC')).toBe('PFTKLMNRSKSK');
    expect(skeletonOf('LUXSOR')).toBe('LKSR');
    expect(skeletonOf('LUXOR')).toBe('LKSR');
    expect(skeletonOf('')).toBe('');
    expect(skeletonOf('TSC')).toBe('SK');
    expect(skeletonOf('PAPA')).toBe('P');
    expect(skeletonOf('ABBA')).toBe('AP');
  });

  it('is a key of capitals and digits, never empty, for any word', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-WYZ0-9]{1,20}$/), (word) => {
        expect(skeletonOf(word)).toMatch(/^[A-Z0-9]+$/);
        expect(skeletonOf(word + word.slice(-1))).toBe(skeletonOf(word));
      }),
    );
  });
});

describe('skeletonsOf', () => {
  it('has a key for every way to say and to spell a word', () => {
    expect(skeletonsOf({ text: 'MULLER' })).toEqual(['MLR']);
    expect(skeletonsOf({ text: 'MULLER', others: ['MUELLER'] })).toEqual(['MLR']);
    expect(skeletonsOf({ text: 'WANG', others: ['WONG', 'HENG'] })).toEqual(['FNK', 'NK']);
    expect(skeletonsOf({ text: 'MICHEL' })).toEqual(['MSL', 'MKL']);
    expect(skeletonsOf({ text: 'GEORGE' })).toEqual(['KRK', 'SRS']);
    expect(skeletonsOf({ text: 'CECIL' })).toEqual(['SL', 'KL']);
    expect(skeletonsOf({ text: 'JUAN', others: ['IVAN'] })).toEqual(['SN', 'AN', 'AFN']);
    expect(skeletonsOf({ text: 'GAMAL' })).toEqual(['KML']);
  });
});
