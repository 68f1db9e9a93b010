import { expect, it } from 'vitest';
import table from '../../../data/screening/han-forms.json' with { type: 'json' };
import { simplified } from './han-forms.ts';

it('writes traditional characters in their simplified forms', () => {
  expect(simplified('習近平、爾')).toBe('习近平、尔');
  expect(simplified('')).toBe('');
});

it('has as many forms on each side, each once, none of which changes again', () => {
  expect([...table.simplified]).toHaveLength(new Set(table.traditional).size);
  expect(simplified(table.traditional)).toBe(table.simplified);
});
