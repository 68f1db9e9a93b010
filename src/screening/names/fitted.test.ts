import { describe, expect, it } from 'vitest';
import { fittedReadings } from './fitted.ts';

describe('fittedReadings', () => {
  it('reads letters by their neighbours', () => {
    expect(fittedReadings('chinese', '奥巴马')[0]).toBe('OBAMA');
    expect(fittedReadings('chinese', '华盛顿')[0]).toBe('WASHINGTON');
    expect(fittedReadings('korean', '푸틴')).toContain('PUTIN');
    expect(fittedReadings('arabic', 'خليل')[0]).toBe('KHALIL');
  });

  it('reads letters that its table does not have as any-ascii does', () => {
    expect(fittedReadings('arabic', '٣')).toEqual(['3']);
    expect(fittedReadings('chinese', 'ა')).toEqual(['A']);
    expect(fittedReadings('korean', '')).toEqual([]);
  });
});
