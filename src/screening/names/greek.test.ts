import { describe, expect, it } from 'vitest';
import { readGreek } from './greek.ts';

const read = (word: string): string => {
  const [one] = readGreek(word);
  return [one?.text, ...(one?.others ?? [])].join(' ');
};

describe('readGreek', () => {
  // ELOT 743; the names are those of its examples and of Greek passports.
  it.each([
    ['ΓΕΏΡΓΙΟΣ', 'GEORGIOS'],
    ['ΠΑΠΑΝΔΡΈΟΥ', 'PAPANDREOU'],
    ['ΕΥΆΓΓΕΛΟΣ', 'EVANGELOS'],
    ['ΑΥΓΟΎΣΤΑ', 'AVGOUSTA'],
    ['ΕΥΤΥΧΊΑ', 'EFTYCHIA'],
    ['ΑΥ', 'AF'],
    ['ΗΥΞΗΜΈΝΟΣ', 'IFXIMENOS'],
    ['ΣΦΊΓΞ', 'SFINX'],
    ['ΆΓΧΟΣ', 'ANCHOS'],
    ['ΘΕΌΔΩΡΟΣ', 'THEODOROS'],
    ['ΨΑΡΌΣ', 'PSAROS'],
    ['ΒΑΣΊΛΗΣ', 'VASILIS'],
    ['ΛΆΖΑΡΟΣ', 'LAZAROS'],
    ['ΦΩΚΆΣ', 'FOKAS'],
    ['ΜΠΆΜΠΗΣ', 'BAMPIS BABIS'],
    ['ΝΤΌΡΑ', 'NTORA DORA'],
    ['ΑΓΚΆΘΗ', 'AGKATHI AGATHI'],
    ['Α2', 'A2'],
  ])('reads %s', (word, expected) => {
    expect(read(word)).toBe(expected);
  });
});
