import { expect, test } from 'vitest';
import { EntryDraft } from './draft.ts';
import { takePrinted } from './printed-name.ts';
import { Gathering } from './reading.ts';

function taken(printed: string, kind: 'person' | 'organisation', quality: 'primary' | 'alias' | 'weak' = 'primary') {
  const draft = new EntryDraft(new Gathering(), { segment: 1 }, { entry: '1', kind });
  takePrinted(printed, quality, draft);
  return draft.read().names.map((name) => `${name.quality} ${name.whole}`);
}

test.each([
  ['Luis Mora', 'person', ['primary Luis Mora']],
  ['Ummah (UTN)', 'organisation', ['primary Ummah', 'alias Ummah (UTN)', 'weak UTN']],
  ['Foundation (Kenya) Ltd', 'organisation', ['primary Foundation Ltd', 'alias Foundation (Kenya) Ltd']],
  ['(UTN)', 'organisation', ['primary (UTN)']],
  ['Luis (open', 'person', ['primary Luis', 'alias Luis (open']],
  ['S AKSYONOV (С АКСЁНОВ)', 'person', ['primary S AKSYONOV', 'alias S AKSYONOV (С АКСЁНОВ)', 'alias С АКСЁНОВ']],
  ['Acme (美国)', 'organisation', ['primary Acme', 'alias Acme (美国)', 'alias 美国']],
  ['Luis (a.k.a. Lucho)', 'person', ['primary Luis', 'alias Luis (a.k.a. Lucho)', 'alias Lucho']],
  ['Luis (aka Lucho)', 'person', ['primary Luis', 'alias Luis (aka Lucho)', 'alias Lucho']],
  ['Ana (born PAZ)', 'person', ['primary Ana', 'alias Ana (born PAZ)', 'alias PAZ']],
  ['Ana (née Paz)', 'person', ['primary Ana', 'alias Ana (née Paz)', 'alias Paz']],
  ['Ana (Anna Paz-Mora)', 'person', ['primary Ana', 'alias Ana (Anna Paz-Mora)', 'alias Anna Paz-Mora']],
  ['Acme (Big Works)', 'organisation', ['primary Acme', 'alias Acme (Big Works)']],
  ['Ana (Saudi Arabia)', 'person', ['primary Ana', 'alias Ana (Saudi Arabia)']],
  ['Ana (Governor of Lima)', 'person', ['primary Ana', 'alias Ana (Governor of Lima)']],
  ['Ana (was born Paz)', 'person', ['primary Ana', 'alias Ana (was born Paz)']],
  ['Ana (born  Paz)', 'person', ['primary Ana', 'alias Ana (born  Paz)', 'alias Paz']],
  ['Ana (in Arabic script: Anna)', 'person', ['primary Ana', 'alias Ana (in Arabic script: Anna)', 'alias Anna']],
  ['Ana ( MIO )', 'person', ['primary Ana', 'alias Ana ( MIO )', 'weak MIO']],
  ['Ana (Anna Maria Paz)', 'person', ['primary Ana', 'alias Ana (Anna Maria Paz)', 'alias Anna Maria Paz']],
  ['Ana (the Anna Paz)', 'person', ['primary Ana', 'alias Ana (the Anna Paz)']],
  ['Ana (Anna Paz of Lima)', 'person', ['primary Ana', 'alias Ana (Anna Paz of Lima)']],
  ['Ana(MIO)Paz', 'person', ['primary Ana Paz', 'alias Ana(MIO)Paz', 'weak MIO']],
  ['Ana (MIO', 'person', ['primary Ana', 'alias Ana (MIO', 'weak MIO']],
  ['Ana (A)', 'person', ['primary Ana', 'alias Ana (A)']],
  ['Ana (ABCDEFGHIJK)', 'person', ['primary Ana', 'alias Ana (ABCDEFGHIJK)']],
  ['Ana (UTN) Paz (MIO)', 'person', ['primary Ana Paz', 'alias Ana (UTN) Paz (MIO)', 'weak UTN', 'weak MIO']],
] as const)('%s, a %s', (printed, kind, names) => {
  expect(taken(printed, kind)).toEqual(names);
});

test('what belongs to a weak alias is weak', () => {
  expect(taken('Lu (a.k.a. La)', 'person', 'weak')).toEqual(['weak Lu', 'weak Lu (a.k.a. La)', 'weak La']);
  expect(taken('Lu (a.k.a. La)', 'person', 'alias')).toEqual(['alias Lu', 'alias Lu (a.k.a. La)', 'alias La']);
});
