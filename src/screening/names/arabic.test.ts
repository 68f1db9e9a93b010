import { describe, expect, it } from 'vitest';
import { readArabic } from './arabic.ts';

const read = (word: string): string =>
  readArabic(word)
    .map(({ text, role, others }) => [role === undefined ? text : `${text}:${role}`, ...(others ?? [])].join('/'))
    .join(' ');
const first = (word: string): readonly string[] => readArabic(word).map(({ text }) => text);

describe('readArabic', () => {
  it('knows common names in any of their letter forms', () => {
    expect(read('محمد')).toBe('MUHAMMAD/MOHAMMED/MOHAMAD');
    expect(read('مُحَمَّد')).toBe('MUHAMMAD/MOHAMMED/MOHAMAD');
    expect(read('محـــمد')).toBe('MUHAMMAD/MOHAMMED/MOHAMAD');
    for (const ahmad of ['احمد', 'أحمد', 'آحمد', 'إحمد', 'ٱحمد']) expect(first(ahmad)).toEqual(['AHMAD']);
    for (const mustafa of ['مصطفى', 'مصطفي', 'مصطفی']) expect(first(mustafa)).toEqual(['MUSTAFA']);
    for (const karim of ['كريم', 'کریم', 'ڪريم']) expect(first(karim)).toEqual(['KARIM']);
    expect(readArabic('كريم')).toEqual([{ text: 'KARIM', written: 'كريم' }]);
  });

  it('parts the article from a name', () => {
    expect(read('التكريتي')).toBe('AL:particle TIKRITI');
    expect(read('الأسد')).toBe('AL:particle ASSAD/ASAD');
    expect(first('الحمراوي')[0]).toBe('AL');
    expect(
      readArabic('الكسندر')
        .at(-1)
        ?.others?.some((other) => /^A?L/.test(other)),
    ).toBe(true);
    expect(read('الله')).toBe('ALLAH');
    expect(first('الي')).toHaveLength(1);
    expect(first('البن')).toEqual(['AL', 'BIN']);
  });

  it("makes one word of 'abd and what follows", () => {
    expect(read('عبدالرحمن')).toBe('ABDULRAHMAN');
    expect(read('عبدالله')).toBe('ABDULLAH');
    expect(read('عبدالقادر')).toBe('ABDULQADIR/ABDULQADER');
    expect(read('عبدنبي')).toBe('ABDULNABI');
    expect(first('عبدال')).toEqual(['ABDULAL']);
    expect(first('عبد')).toHaveLength(1);
    expect(first('عبدي')[0]).not.toContain('ABDUL');
  });

  it('reads a last ya without dots as one with them, and any name as an Arabic one too', () => {
    expect(read('کبودوندى')).toBe(read('کبودوندي'));
    expect(first('منى')).toEqual(['MONA']);
    expect(readArabic('رقيب')[0]?.others?.at(-1)).toBe('RAQIB');
    expect(first('ىب')[0]).not.toMatch(/^I/);
  });

  it('reads small words', () => {
    expect(['بن', 'ابن', 'أبو', 'أبي', 'بنت', 'أم', 'آل'].map(read)).toEqual([
      'BIN',
      'BIN',
      'ABU',
      'ABU',
      'BINT',
      'UMM',
      'AL',
    ]);
  });

  it('reads other names letter by letter', () => {
    expect(first('واشنطن')[0]).toMatch(/^WA/);
    expect(first('پرویز')[0]).toMatch(/^P/);
  });

  it.each([
    ['ہلال', 'هلال'],
    ['ھلال', 'هلال'],
    ['ەلال', 'هلال'],
    ['ۀلال', 'هلال'],
    ['ٹام', 'تام'],
    ['ټام', 'تام'],
    ['ڈام', 'دام'],
    ['ډام', 'دام'],
    ['ڑام', 'رام'],
    ['ړام', 'رام'],
    ['خاں', 'خان'],
    ['خاڼ', 'خان'],
    ['ښام', 'شام'],
    ['ګام', 'گام'],
    ['څام', 'سام'],
    ['ځام', 'زام'],
    ['ږام', 'ژام'],
    ['بشې', 'بشي'],
    ['بشۍ', 'بشي'],
    ['بشے', 'بشي'],
    ['بئش', 'بيش'],
  ])('reads %s as %s', (word, same) => {
    expect(read(word)).toBe(read(same));
  });
});
