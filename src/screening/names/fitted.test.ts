import { describe, expect, it } from 'vitest';
import korean from '../../../data/screening/readings-korean.json' with { type: 'json' };
import { fittedReadings } from './fitted.ts';

describe('fittedReadings', () => {
  it('reads letters by their neighbours', () => {
    expect(fittedReadings('chinese', '奥巴马')[0]).toBe('OBAMA');
    expect(fittedReadings('chinese', '奧巴馬')).toEqual(fittedReadings('chinese', '奥巴马'));
    expect(fittedReadings('chinese', '华盛顿')[0]).toBe('WASHINGTON');
    expect(fittedReadings('korean', '푸틴')).toContain('PUTIN');
    expect(fittedReadings('arabic', 'خليل')[0]).toBe('KHALIL');
  });

  it('takes the narrowest surroundings that the table has, the next letter before the one before', () => {
    const table: Readonly<Record<string, string | undefined>> = korean.readings;
    const best = (before: string, letter: string, next: string): string | undefined =>
      (
        table[before + letter + next] ??
        table[`_${letter}${next}`] ??
        table[`${before}${letter}_`] ??
        table[`_${letter}_`]
      )?.split('/')[0];
    const words = Object.keys(korean.readings).flatMap((key) => {
      const word = key.replace(/[_^$]/g, '');
      return word.length > 1 ? [word] : [`가${word}`, `${word}가`];
    });
    for (const word of words) {
      const [first = '', second = '', third] = word;
      const pieces = [
        best('^', first, second),
        best(first, second, third ?? '$'),
        third === undefined ? '' : best(second, third, '$'),
      ];
      const reading = pieces.join('');
      if (pieces.every((piece) => piece !== undefined) && reading !== '') {
        expect(fittedReadings('korean', word)[0]).toBe(reading);
      }
    }
  });

  it('reads letters that its table does not have as any-ascii does', () => {
    expect(fittedReadings('arabic', '٣')).toEqual(['3']);
    expect(fittedReadings('chinese', 'ა')).toEqual(['A']);
    expect(fittedReadings('korean', '')).toEqual([]);
  });
});
