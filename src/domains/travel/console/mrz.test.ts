import { expect, test } from 'vitest';
import { complete, shown } from './mrz.ts';

// The specimen of ICAO 9303-4.
const specimen = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];

test('a zone is complete at its last character, not before', () => {
  const zone = specimen.join('\n');
  for (let length = 0; length < zone.length; length += 1) expect(complete(zone.slice(0, length))).toBeUndefined();
  expect(complete(zone)).toBe(zone);
});
test('a reader that sends no line breaks is understood', () => {
  expect(complete(specimen.join(''))).toBe(specimen.join('\n'));
});
test('what is typed becomes what is printed', () => {
  expect(shown('p utoeriksson  anna\r\n')).toBe('P<UTOERIKSSON<<ANNA\n');
});
