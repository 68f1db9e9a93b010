import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestName, type NameToken, readName, readParts, spellingsOf } from './name.ts';

const shown = ({ text, role }: NameToken): string => (role === 'plain' ? text : `${text}:${role}`);
const person = (written: string): string => readName(written, 'person').tokens.map(shown).join(' ');

const kinds = ['person', 'organisation', 'vessel', 'vehicle'] as const;
const awkward =
  'ABD ABDUL AL EL ALLAH ULLAH RAHMAN DIN EDDINE NUR SALAH BEN IBN OULD DE Y GARCIA MARQUEZ A S L LTD LIMITED COMPANY CO GMBH KG FREE ZONE LIABILITY MV M V DR PRINCE JR PETROVICH OGLY AR SHARIF ABDERRAHMAN , PUBLIC JOINT STOCK SA SP Z OO عبد الله محمد 习近平 习 김정은 Müller Путин ガルボ';
const written = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.array(fc.constantFrom(...awkward.split(' ')), { maxLength: 6 }).map((words) => words.join(' ')),
);

describe('any name', () => {
  it('is read as words of A to Z and 0 to 9, parted by single blanks', () => {
    fc.assert(
      fc.property(written, fc.constantFrom(...kinds), (text, kind) => {
        const name = readName(text, kind);
        expect(name.text).toMatch(/^(?:[A-Z0-9]+(?: [A-Z0-9]+)*)?$/);
        expect(name.tokens.map((token) => token.text).join(' ')).toBe(name.text);
        for (const token of name.tokens) for (const other of token.others ?? []) expect(other).toMatch(/^[A-Z0-9]+$/);
      }),
    );
  });

  it('is never read as nothing where it holds a letter or a digit, and keeps a word that says who it is', () => {
    fc.assert(
      fc.property(written, fc.constantFrom(...kinds), (text, kind) => {
        const { tokens } = readName(text, kind);
        expect(tokens.length > 0).toBe(/[\p{L}\p{N}]/u.test(text.normalize('NFKC')));
        if (tokens.length > 0) expect(tokens.some(({ role }) => role === 'plain' || role === 'initial')).toBe(true);
      }),
    );
  });

  it('reads its own reading as the same again', () => {
    fc.assert(
      fc.property(written, fc.constantFrom(...kinds), (text, kind) => {
        const once = readName(text, kind).text;
        expect(readName(once, kind).text).toBe(once);
      }),
    );
  });
});

describe('readName', () => {
  it.each([
    ['AL ZAWAHIRI, Dr. Ayman', 'AL:particle ZAWAHIRI DR:honorific AYMAN'],
    ['Müller, Jürgen', 'MULLER JURGEN'],
    ["O'Brien, Seán", 'OBRIEN SEAN'],
    ['John E. Smith Jr', 'JOHN E:initial SMITH JR:honorific'],
    ['Gabriel García Márquez', 'GABRIEL GARCIA MARQUEZ:maternal'],
    ['GARCIA MARQUEZ, Gabriel', 'GARCIA MARQUEZ:maternal GABRIEL'],
    ['Le, Van Tam', 'LE VAN:particle TAM'],
    ['Bладимир Рutin', 'VLADIMIR PUTIN'],
    ['ＪＯＨＮ', 'JOHN'],
  ])('reads %s', (name, expected) => {
    expect(person(name)).toBe(expected);
  });

  it('keeps what was written, and says where a comma parts a name', () => {
    const name = readName('Müller, Jürgen', 'person');
    expect(name).toEqual({
      written: 'Müller, Jürgen',
      text: 'MULLER JURGEN',
      tokens: [
        { text: 'MULLER', role: 'plain', written: 'MÜLLER', others: ['MUELLER'], part: 'family' },
        { text: 'JURGEN', role: 'plain', written: 'JÜRGEN', others: ['JUERGEN'], part: 'given' },
      ],
    });
    expect(readName(', Smith', 'person').tokens[0]).not.toHaveProperty('part');
    expect(readName('Gabriel Garcia Marquez', 'vessel').tokens[2]?.role).toBe('plain');
    expect(readName('Smith, Wesson', 'organisation').tokens[0]).not.toHaveProperty('part');
  });

  it('reads a name up to its limit', () => {
    expect(readName('AB CD '.repeat(5000), 'person').text.length).toBe(longestName);
    expect(readName(`A,${'B'.repeat(5000)}`, 'person').text.length).toBe(longestName);
  });

  it('makes a word of letters that nobody can read', () => {
    expect(readName('ʻ', 'person').text).toBe('U2BB');
  });

  it('has no roles for the words of a vehicle', () => {
    expect(readName('MR LTD', 'vehicle').tokens.map(shown)).toEqual(['MR', 'LTD']);
  });
});

it('reads the words of a name by what its other words tell', () => {
  expect(readName('Їжак Гоща', 'person').text).toBe('YIZHAK HOSHCHA');
  expect(readName('习 近平', 'person').text).toBe('XI JINPING');
});

it('has all spellings of a token, its text first', () => {
  expect(spellingsOf({ text: 'A' })).toEqual(['A']);
  expect(spellingsOf({ text: 'A', others: ['B', 'C'] })).toEqual(['A', 'B', 'C']);
});

describe('readParts', () => {
  it('puts the given name first and tells the maternal family name', () => {
    const { written: whole, tokens } = readParts({ family: 'GARCIA MARQUEZ', given: 'GABRIEL' }, 'person');
    expect(whole).toBe('GABRIEL GARCIA MARQUEZ');
    expect(tokens.map(shown)).toEqual(['GABRIEL', 'GARCIA', 'MARQUEZ:maternal']);
    expect(tokens.map(({ part }) => part)).toEqual(['given', 'family', 'family']);
  });

  it('reads a whole name, a family name alone and the name of a vessel as they stand', () => {
    expect(readParts({ whole: 'Van Berg' }, 'person')).toEqual(readName('Van Berg', 'person'));
    expect(readParts({ given: 'Berg' }, 'person')).toEqual(readName('Berg', 'person'));
    expect(readParts({}, 'person')).toEqual({ written: '', text: '', tokens: [] });
    expect(readParts({ family: 'Berg' }, 'person')).toEqual(readName('Berg', 'person'));
    expect(readParts({ family: 'STAR', given: 'MV' }, 'vessel')).toEqual(readName('MV STAR', 'vessel'));
  });

  it('flags what a machine-readable zone may have cut', () => {
    const tokens = readParts({ family: 'NILAVADHANANANDA', given: 'CHAYAPA DEJTHAMRONGKR' }, 'person').tokens;
    expect(tokens.map(({ text, cut }) => (cut ? `${text}…` : text))).toEqual([
      'CHAYAPA',
      'DEJTHAMRONGKR…',
      'NILAVADHANANANDA…',
    ]);
    expect(readParts({ family: 'SMITH', given: 'JOHN' }, 'person').tokens[0]).not.toHaveProperty('cut');
  });
});
