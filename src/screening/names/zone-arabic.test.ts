import { expect, it } from 'vitest';
import { arabicOfZone } from './zone-arabic.ts';

// The example of ICAO 9303-3 section 6, table C: Abu Bakr Muhammad ibn Zakariya al-Razi.
it.each([
  ['ABW', 'ابو'],
  ['BKR', 'بكر'],
  ['MXHMD', 'محمد'],
  ['BN', 'بن'],
  ['ZKRYA', 'زكريا'],
  ['ALRAZY', 'الرازي'],
  ['FAXTTMXAH', 'فاطمة'],
  ['XKHALD', 'خالد'],
  ['EBDALLH', 'عبدالله'],
  ['XEXAAXAEXI', 'ءآأئ'],
])('reads %s', (word, arabic) => {
  expect(arabicOfZone(word)).toBe(arabic);
});

it('does not read what the table does not have', () => {
  expect(arabicOfZone('VIKTOR')).toBeUndefined();
  expect(arabicOfZone('MAX')).toBeUndefined();
  expect(arabicOfZone('ALEXANDER')).toBeUndefined();
  expect(arabicOfZone('XB')).toBeUndefined();
});
