import { describe, expect, it } from 'vitest';
import { wordsIn } from './words.ts';

const shown = (written: string): string =>
  wordsIn(written)
    .map(({ text, script }) => `${text}:${script}`)
    .join(' ');

describe('wordsIn', () => {
  it.each([
    ['Müller-Lüdenscheidt', 'MÜLLER:latin LÜDENSCHEIDT:latin'],
    ['u\u0308ber', 'ÜBER:latin'],
    ['ﬁ ＡＢＣ Straße', 'FI:latin ABC:latin STRASSE:latin'],
    ['O’Brien D´Arc Baʿal col·laboració a·b', 'OBRIEN:latin DARC:latin BAAL:latin COLLABORACIÓ:latin A:latin B:latin'],
    ['\u200fمحمد شعبـان', 'محمد:arabic شعبـان:arabic'],
    ['山田たろう ガルボ・リーノ 习近平', '山田たろう:kana ガルボ:kana リーノ:kana 习近平:han'],
    ['たろう山田', 'たろう山田:kana'],
    ['ガA 山B Cガ D山 ガ김 ', 'ガ:kana A:latin 山:han B:latin C:latin ガ:kana D:latin 山:han ガ:kana 김:hangul'],
    ['김정은Kim', '김정은:hangul KIM:latin'],
    ['ΓΙΏΡΓΟΣ Ελένη', 'ΓΙΏΡΓΟΣ:greek ΕΛΈΝΗ:greek'],
    ["צ'רלס ג׳ון רש״י", 'צ׳רלס:hebrew ג׳ון:hebrew רשי:hebrew'],
    ['عبد الله، عبد  الرحمن معبد الله', 'عبدالله:arabic عبدالرحمن:arabic معبد:arabic الله:arabic'],
    ['გიორგი', 'გიორგი:other'],
    ['', ''],
    ['-·-', ''],
    ['\u0ac0 \u0ac0A', 'A:latin'],
    ['٣', '٣:arabic'],
  ])('parts %s', (written, expected) => {
    expect(shown(written)).toBe(
      expected
        .normalize('NFKC')
        .toUpperCase()
        .replace(/:(\w+)/g, (_, script: string) => `:${script.toLowerCase()}`),
    );
  });

  it('keeps the accent that stands alone from parting a word', () => {
    expect(shown('D´ARC')).toBe('DARC:latin');
  });

  it('keeps a mark with the letter before it', () => {
    expect(wordsIn('Хо́мский')).toEqual([{ text: 'ХО́МСКИЙ', script: 'cyrillic' }]);
  });

  it.each([
    ['Bладимир', 'ВЛАДИМИР:cyrillic'],
    ['Мiкалаевiч', 'МІКАЛАЕВІЧ:cyrillic'],
    ['Аляĸсей', 'АЛЯКСЕЙ:cyrillic'],
    ['Їëжак', 'ЇЁЖАК:cyrillic'],
    ['Киïв', 'КИЇВ:cyrillic'],
    ['Рutin', 'PUTIN:latin'],
    ['АВЕbles', 'ABEBLES:latin'],
    ['Аa', 'АА:cyrillic'],
    ['МиГ29', 'МИГ:cyrillic 29:latin'],
    ['МН2999', 'МН:cyrillic 2999:latin'],
    ['МН:E', 'МН:cyrillic E:latin'],
    ['A9Б', 'А:cyrillic 9:latin Б:cyrillic'],
  ])('reads the look-alikes of %s as the alphabet of most letters', (written, expected) => {
    expect(shown(written)).toBe(expected);
  });
});
