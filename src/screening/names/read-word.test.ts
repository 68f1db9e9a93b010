import { describe, expect, it } from 'vitest';
import { readWord, unreadable } from './read-word.ts';

describe('readWord', () => {
  it.each([
    ['MÜLLER', 'latin', 'MULLER'],
    ['ΕΛΈΝΗ', 'greek', 'ELENI'],
    ['ИВАН', 'cyrillic', 'IVAN'],
    ['נתן', 'hebrew', 'NTN'],
    ['محمد', 'arabic', 'MUHAMMAD'],
    ['ジョン', 'kana', 'JON'],
    ['习近平', 'han', 'XI JINPING'],
    ['김산', 'hangul', 'KIM SAN'],
    ['გიორგი', 'other', 'GIORGI'],
  ] as const)('reads %s by the rules of its script', (text, script, expected) => {
    expect(
      readWord({ text, script }, text)
        .map((draft) => draft.text)
        .join(' '),
    ).toBe(expected);
  });

  it('keeps roles and other spellings', () => {
    expect(readWord({ text: 'الأسد', script: 'arabic' }, 'الأسد')).toEqual([
      { text: 'AL', written: 'ال', role: 'particle' },
      { text: 'ASSAD', written: 'الأسد', role: 'plain', others: ['ASAD'] },
    ]);
    expect(readWord({ text: 'И', script: 'cyrillic' }, 'И')).toEqual([{ text: 'I', written: 'И', role: 'initial' }]);
  });

  it('has a word for letters that nobody can read', () => {
    expect(readWord({ text: '\u{10a60}\u0301', script: 'other' }, '')[0]?.text).toBeTruthy();
    expect(readWord({ text: 'Ь', script: 'cyrillic' }, 'Ь')).toEqual([{ text: 'U42C', written: 'Ь', role: 'plain' }]);
  });
});

it('writes the numbers of letters and digits that nobody can read', () => {
  expect(unreadable('ʻ-Ьʼ')).toEqual({ text: 'U2BBU42CU2BC', written: 'ʻ-Ьʼ', role: 'plain' });
});
