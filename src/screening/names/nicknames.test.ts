import { expect, it } from 'vitest';
import table from '../../../data/screening/nicknames.json' with { type: 'json' };
import { readName } from './name.ts';
import { nicknamesOf } from './nicknames.ts';

it('leads from a name to its short forms and back, in every language', () => {
  expect([...nicknamesOf('BILL')]).toContain('WILLIAM');
  expect([...nicknamesOf('WILLIAM')]).toContain('BILL');
  expect([...nicknamesOf('FRANCISCO')]).toContain('PACO');
  expect([...nicknamesOf('JEANNOT')]).toEqual(['JEAN']);
  expect([...nicknamesOf('VOVA')]).toContain('VLADIMIR');
  expect([...nicknamesOf('MOHD')]).toContain('MUHAMMAD');
  expect(nicknamesOf('NOBODY').size).toBe(0);
});

it('joins the groups of a short form, not the full names among themselves', () => {
  expect([...nicknamesOf('ALEX')]).toEqual(expect.arrayContaining(['ALEXANDER', 'ALEXANDRA']));
  expect(nicknamesOf('ALEXANDER').has('ALEXANDRA')).toBe(false);
  expect(nicknamesOf('ALEX').has('ALEX')).toBe(false);
});

it('writes names as they are read', () => {
  const names = Object.values(table.names).flat(2);
  expect(names.filter((name) => readName(name, 'person').text !== name)).toEqual([]);
});
