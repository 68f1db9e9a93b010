import { describe, expect, test } from 'vitest';
import { drawn, houseOf, said } from '../testing/drawn.tsx';
import { Combobox } from './combobox.tsx';
import { DateField, MonthField } from './date-field.tsx';
import { DayGrid } from './day-grid.tsx';
import { MonthGrid } from './month-grid.tsx';
import { Popover } from './popover.tsx';

const nothing = (): undefined => undefined;

describe('combobox', () => {
  const options = [
    { value: 'YUL', text: 'Montréal', detail: 'YUL' },
    { value: 'MID', text: 'Mérida', detail: 'MID' },
  ];
  const combo = (
    <Combobox label="Place" value="MID" options={options} onValue={nothing} hint="a code" error="missing" />
  );
  test('is a field that says what it is, closed, with the text of what is chosen', () => {
    const html = drawn(combo);
    expect(html).toMatch(/<input[^>]*role="combobox"[^>]*aria-expanded="false"/);
    expect(html).toContain('value="Mérida"');
    expect(html).toContain('aria-autocomplete="list"');
    expect(html).toMatch(/aria-describedby="[^"]+-hint [^"]+-error"/);
    expect(html).not.toContain('aria-activedescendant');
  });
  test('its list is named and has every option', () => {
    const html = drawn(combo);
    expect(html).toMatch(/role="listbox"[^>]*aria-label="Place"/);
    expect(html.match(/role="option"/g)).toHaveLength(2);
    expect(html).toMatch(/role="option"[^>]*aria-selected="true"[^>]*><span>Mérida/);
  });
  test('more than fifty are counted and not shown', () => {
    const many = Array.from({ length: 1234 }, (_, at) => ({ value: `${at}`, text: `Place ${at}` }));
    const html = drawn(<Combobox label="Place" value={undefined} options={many} onValue={nothing} />);
    expect(html.match(/role="option"/g)).toHaveLength(50);
    expect(html).toContain('50 of 1,234 shown');
  });
});

describe('dates', () => {
  test('are typed, and the form is said in the language', () => {
    expect(said(<DateField label="Day" value="" onValue={nothing} />)).toContain('Year, month, day: 2026-11-24.');
    expect(said(<DateField label="Jour" value="" onValue={nothing} />, houseOf('fr'))).toContain(
      'Année, mois, jour : 2026-11-24.',
    );
    expect(said(<MonthField label="Mes" value="" onValue={nothing} />, houseOf('es'))).toContain('Año y mes: 2026-11.');
  });
  const grid = <DayGrid day="2026-11-24" today="2026-11-24" chosen="2026-11-26" onDay={nothing} />;
  test('a calendar names its days whole and stops once', () => {
    const html = drawn(grid);
    expect(html.match(/tabindex="0"/gi)).toHaveLength(1);
    expect(html).toMatch(/tabindex="0"[^>]*aria-current="date"[^>]*aria-label="November 24, 2026"/i);
    expect(html).toMatch(/aria-pressed="true"[^>]*aria-label="November 26, 2026"/);
    expect(html).toContain('abbr="Sunday"');
  });
  test('in French of Canada and Spanish of Mexico', () => {
    expect(drawn(grid, houseOf('fr'))).toContain('aria-label="24 novembre 2026"');
    expect(drawn(grid, houseOf('fr'))).toContain('abbr="dimanche"');
    expect(drawn(grid, houseOf('es'))).toContain('aria-label="24 de noviembre de 2026"');
    expect(drawn(grid, houseOf('es'))).toContain('abbr="domingo"');
    const months = <MonthGrid month="2006-06" thisMonth="2026-11" chosen="2006-06" onMonth={nothing} />;
    expect(drawn(months, houseOf('fr'))).toMatch(/aria-pressed="true"[^>]*aria-label="juin 2006"/);
    expect(drawn(months, houseOf('es')).match(/<td/g)).toHaveLength(12);
  });
});

test('a popover says that it opens something, and holds nothing while it is closed', () => {
  const html = drawn(
    <Popover word="What?" label="What it is">
      inside
    </Popover>,
  );
  expect(html).toContain('aria-expanded="false"');
  expect(html).toMatch(/role="dialog"[^>]*aria-label="What it is"/);
  expect(html).not.toContain('inside');
});
