import { describe, expect, it } from 'vitest';
import table from '../../../data/screening/legal-forms.json' with { type: 'json' };
import { readName } from './name.ts';

const read = (name: string): string =>
  readName(name, 'organisation')
    .tokens.map(({ text, role }) => (role === 'legal-form' ? `${text}:l` : text))
    .join(' ');

describe('an organisation', () => {
  it.each([
    ['Siemens Aktiengesellschaft', 'SIEMENS AG:l'],
    ['Muster Gesellschaft mit beschränkter Haftung & Co. KG', 'MUSTER GMBH:l CO:l KG:l'],
    ['Petróleos S.A. de C.V.', 'PETROLEOS SA:l DE:l CV:l'],
    ['Sociedad de Responsabilidad Limitada de Capital Variable Uno', 'SRL:l DE:l CV:l UNO'],
    ['Free Zone Limited Liability Company X', 'FZ:l LLC:l X'],
    ['ООО Ромашка', 'OOO:l ROMASHKA'],
    ['Общество с ограниченной ответственностью Ромашка', 'OOO:l ROMASHKA'],
    ['A.B.C. Trading Company Limited', 'ABC TRADING CO:l LTD:l'],
    ['J P Morgan', 'JP MORGAN'],
    ['Plan B Ltd', 'PLAN B LTD:l'],
    ['Limited', 'LTD'],
    ['Limited Company', 'LTD CO'],
    ['Limitedness', 'LIMITEDNESS'],
    ['Gesellschaft mit Haftung', 'GESELLSCHAFT MIT HAFTUNG'],
  ])('named %s', (name, expected) => {
    expect(read(name)).toBe(expected);
  });

  it('keeps how a form and joined letters were written', () => {
    const { tokens } = readName('Q.Z. Limited Liability Company', 'organisation');
    expect(tokens).toEqual([
      { text: 'QZ', written: 'Q.Z', role: 'plain' },
      { text: 'LLC', written: 'Limited Liability Company', role: 'legal-form' },
    ]);
  });

  it('has one short form for every way to write a form', () => {
    for (const [form, ways] of Object.entries(table.forms)) {
      for (const way of ways) {
        if (way !== 'PRIVATE JOINT STOCK') expect(readName(`UNO ${way}`, 'organisation').text).toBe(`UNO ${form}`);
      }
    }
  });
});
