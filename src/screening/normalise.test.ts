import { describe, expect, test } from 'vitest';
import { normalise } from './normalise.ts';

describe('normalising', () => {
  test.each([
    ['Müller', 'MULLER'],
    ['Łukasz Ðorđe Œuvre', 'LUKASZ DORDE OEUVRE'],
    ['Ærø Straße İlkılıç', 'AERO STRASSE ILKILIC'],
    ['Þór Ħal Ŧir Ŋum Ŀl', 'THOR HAL TIR NUM LL'],
    ["O'Brien d’Arc ʻAli", 'OBRIEN DARC ALI'],
    ['AL-ZAWAHIRI, Dr. Ayman', 'AL ZAWAHIRI DR AYMAN'],
    ['ﬁne №1', 'FINE NO1'],
    ['محمد', 'محمد'],
  ])('%s', (from, to) => {
    expect(normalise(from)).toBe(to);
  });
});
