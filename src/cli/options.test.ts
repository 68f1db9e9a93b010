import { describe, expect, test } from 'vitest';
import { lastValue, readOptions } from './options.ts';

const spec = { valued: ['seat', 'lists...'], flags: ['strict'], operands: ['FILE...'] };
const read = (text: string) => readOptions('assess', text.split(' '), spec);
const codeOf = (text: string) => {
  const options = read(text);
  return options.ok ? undefined : options.error.code;
};

describe('options', () => {
  test('values, lists of values, flags and operands, in any order', () => {
    const options = read('a.edi --seat US --strict b.edi --lists x.csv y.xml');
    expect(options).toEqual({
      ok: true,
      value: {
        values: { seat: ['US'], lists: ['x.csv', 'y.xml'] },
        flags: new Set(['strict']),
        operands: ['a.edi', 'b.edi'],
      },
    });
    const equals = read('a.edi --seat=CA --seat=MX');
    expect(equals.ok && lastValue(equals.value, 'seat')).toBe('MX');
  });

  test('what the command does not know is refused, never guessed', () => {
    expect(codeOf('a.edi --seet US')).toBe('CLI-0102');
    expect(codeOf('a.edi --seat')).toBe('CLI-0104');
    expect(codeOf('a.edi --seat --strict')).toBe('CLI-0104');
    expect(codeOf('--seat US')).toBe('CLI-0103');
  });

  test('more operands than there are names for', () => {
    const options = readOptions('node', ['a', 'b'], { operands: ['A'] });
    expect(options.ok ? undefined : options.error).toMatchObject({ code: 'CLI-0102', parameters: { option: 'b' } });
    expect(readOptions('start', [], {}).ok).toBe(true);
  });
});
