import { describe, expect, it } from 'vitest';
import { readHebrew } from './hebrew.ts';

const read = (word: string): string => {
  const [one] = readHebrew(word);
  return [one?.text, ...(one?.others ?? [])].join(' ');
};

describe('readHebrew', () => {
  it.each([
    ['דוד', 'DOD DVD'],
    ['משה', 'MSHA MSA'],
    ['כהן', 'KHN'],
    ['לוי', 'LOI LVI'],
    ['נתן', 'NTN'],
    ['ג׳ורג׳', 'JORJ JVRJ'],
    ['צ׳רלס', 'CHRLS'],
    ['ז׳ק', 'ZHK JK'],
    ['יוסף', 'YOSF IOSF YVSF'],
    ['אבי', 'ABI AVI'],
    ['וולף', 'VLF WLF'],
    ['פרץ', 'PRTZ FRTZ'],
    ['חיים', 'HAIM KHAIM'],
    ['עזרא', 'AZRA'],
    ['לב', 'LV LB'],
    ['ברוך', 'BROCH VROCH BRVCH BROK'],
    ['הדס', 'HDS'],
    ['שָׁלוֹם', 'SHLOM SLOM SHLVM'],
    ['גדטתק', 'GDTTK'],
    ['ד׳ת׳ס', 'DHTHS'],
    ['אx', 'AX'],
  ])('reads %s', (word, expected) => {
    expect(read(word)).toBe(expected);
  });
});
