import { expect, test } from 'vitest';
import { encodeUtf8 } from '#kernel';
import { formatOf, isListFormat, listFormats, ofacPart } from './sniff.ts';

test.each([
  ['<CONSOLIDATED_LIST/>', 'un'],
  ['\uFEFF \n{"id":"1"}', 'jsonl'],
  ['name,"entry"\nA,1\n', 'csv'],
  ['name\tentry\n', 'csv'],
  ['id,names\n', 'csv'],
  ['id,federal_register_notice\n', 'csl-csv'],
  ['<?xml version="1.0"?><Sanctions xmlns="x">', 'ofac-xml'],
  ['<SanctionsList/>', 'un'],
  ['<export xmlns="x">', 'eu-xml'],
  ['<n:export>', 'eu-xml'],
  ['<ns2:Designations>', 'uk-xml'],
  ['<FinancialSanctionsTarget>', 'uk-xml'],
  ['<CONSOLIDATED_LIST>', 'un'],
  ['<other/>', 'un'],
  ['<', 'un'],
  ['1,"{",x', 'ofac'],
  [`1,A\n${' '.repeat(4200)}`, 'ofac'],
  ['{"results":[', 'csl-json'],
  ['{"id":"1","schema": "Person"', 'ftm'],
  ['{"id":"1","schema" :"Person"', 'ftm'],
  [' celex , "annex"\n', 'eu-journal'],
  ['<Designations>', 'uk-xml'],
  ['<ArrayOfFinancialSanctionsTarget>', 'uk-xml'],
  ['<data-set>', 'canada'],
  ['{"id":"1","schema":"Person","properties":{}}', 'ftm'],
  ['{"id":"1","schema":"own"}', 'jsonl'],
  ['{"id":"1"}\n{"schema":"Person"}', 'jsonl'],
  ['{ "results" : [', 'csl-json'],
  ['{"search":1,"sources_used":[]', 'csl-json'],
  ['{"federal_register_notice":null}', 'csl-json'],
  ['[{}]', 'csl-json'],
  ['celex,annex\n', 'eu-journal'],
  ['source,federal_register_notice\n', 'csl-csv'],
  ['"Name"\t"FR_Citation"\n', 'bis'],
  ['Type,Chinese name\n', 'cn'],
  ['Report Date: 13-Feb-2026\nUnique ID,Name 6\n', 'uk-csv'],
  ['Name 6,Name 1\n', 'uk-csv'],
  ['a\nb\nName 6\n', 'ofac'],
  ['1,"A",-0- ,X\n', 'ofac'],
  ['', 'ofac'],
])('%j is of the form %s', (text, format) => {
  expect(formatOf(encodeUtf8(text))).toBe(format);
});

test('names of forms', () => {
  expect(listFormats.every(isListFormat)).toBe(true);
  expect(isListFormat('pdf')).toBe(false);
});

test.each([
  ['36,12,"aka","AERO",-0- ', 'alt'],
  ['36,12,"fka","AERO",-0- ', 'alt'],
  ['36,12,"nka","AERO",-0- ', 'alt'],
  ['36,12,"xka","AERO",-0- ', undefined],
  ['36,25,-0- ,"Havana","Cuba",-0- ', 'add'],
  ['306,199,"Zweierstrasse 35, 2","Zurich CH-8022","Switzerland",-0- ', 'add'],
  ['306,199,-0- ,-0- ,-0- ,-0- ', 'add'],
  ['36,25,-0- ,"Havana","Cuba"', undefined],
  ['36,"AERO",-0- ,"CUBA",-0- ,-0- ', undefined],
  ['x36,12,"aka","AERO",-0- ', undefined],
  ['x36,25,-0- ,"Havana","Cuba",-0- ', undefined],
])('a part of an OFAC list in %j: %s', (text, expected) => {
  expect(ofacPart(encodeUtf8(text))).toBe(expected);
});

test('only the beginning is looked at', () => {
  expect(ofacPart(encodeUtf8(`36,12,"aka","${'A'.repeat(5000)}",-0- `))).toBe('alt');
});
