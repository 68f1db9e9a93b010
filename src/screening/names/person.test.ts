import { describe, expect, it } from 'vitest';
import { readName } from './name.ts';

const letters = {
  plain: '',
  initial: '.',
  particle: 'p',
  honorific: 'h',
  patronymic: 'f',
  maternal: 'm',
  'legal-form': 'l',
  'vessel-prefix': 'v',
};
const roles = (name: string): string =>
  readName(name, 'person')
    .tokens.map(({ text, role }) => (role === 'plain' ? text : `${text}:${letters[role]}`))
    .join(' ');

describe('titles', () => {
  it.each([
    ['DR JOHN SMITH', 'DR:h JOHN SMITH'],
    ['JOHN SMITH MR', 'JOHN SMITH MR:h'],
    ['HAJI SHEIKH AHMED', 'HAJI:h SHEIKH:h AHMED'],
    ['PRINCE HARRY WINDSOR', 'PRINCE:h HARRY WINDSOR'],
    ['PRINCE HARRY', 'PRINCE HARRY'],
    ['MAJOR GENERAL JOHN SMITH', 'MAJOR:h GENERAL:h JOHN SMITH'],
    ['JOHN MAJOR SMITH', 'JOHN MAJOR SMITH'],
    ['DR MAJOR JOHN SMITH', 'DR:h MAJOR:h JOHN SMITH'],
    ['JOHN SMITH JR', 'JOHN SMITH JR:h'],
    ['SMITH JR', 'SMITH JR'],
    ['JOHN JR SMITH', 'JOHN JR SMITH'],
    ['MD RAHMAN KHAN', 'MD RAHMAN KHAN'],
    ['DR', 'DR'],
    ['DR X', 'DR X:.'],
    ['MR DR', 'MR DR'],
    ['JOHN KING ADAM SMITH', 'JOHN KING ADAM SMITH'],
    ['JOHN ADAM SMITH', 'JOHN ADAM SMITH'],
    ['DR EL', 'DR:h EL'],
  ])('reads %s', (name, expected) => {
    expect(roles(name)).toBe(expected);
  });
});

describe('particles', () => {
  it.each([
    ['JUAN DE LA CRUZ', 'JUAN DE:p LA:p CRUZ'],
    ['VINCENT VAN GOGH', 'VINCENT VAN:p GOGH'],
    ['TRAN VAN', 'TRAN VAN'],
    ['OSAMA BIN LADEN', 'OSAMA BIN:p LADEN'],
    ['ALI IBN ABI', 'ALI BIN:p ABI'],
    ['ALI BEN AHMED', 'ALI BIN:p AHMED'],
    ['BEN AFFLECK', 'BEN AFFLECK'],
    ['ABOU BAKR', 'ABU:p BAKR'],
    ['EL SISI', 'AL:p SISI'],
    ['AR RASHID', 'AL:p RASHID'],
    ['ESH SHARIF', 'AL:p SHARIF'],
    ['XAR RASHID', 'XAR RASHID'],
    ['ARX RASHID', 'ARX RASHID'],
    ['AR SHARIF', 'AR SHARIF'],
    ['VANDER BILT', 'VANDER:p BILT'],
    ['DE LA', 'DE:p LA'],
    ['XASH SHARIF', 'XASH SHARIF'],
    ['ASHA SHARIF', 'ASHA SHARIF'],
    ['ASX SXARIF', 'ASX SXARIF'],
    ['GARCIA Y VEGA', 'GARCIA Y:p VEGA'],
  ])('reads %s', (name, expected) => {
    expect(roles(name)).toBe(expected);
  });
});

describe('names of the father', () => {
  it.each([
    ['MUHAMMAD BIN SALMAN AL SAUD', 'MUHAMMAD BIN:p SALMAN:f AL:p SAUD'],
    ['FATIMA BINT OMAR SAUD', 'FATIMA BINT:p OMAR:f SAUD'],
    ['BIN SALMAN SAUD', 'BIN:p SALMAN SAUD'],
    ['AHMED BIN DR SAUD', 'AHMED BIN:p DR:h SAUD'],
    ['ILHAM HEYDAR OGLU ALIYEV', 'ILHAM HEYDAR:f OGLU:f ALIYEV'],
    ['ILHAM HEYDAR OGLU', 'ILHAM HEYDAR OGLU'],
    ['OGLU ILHAM HEYDAR ALIYEV', 'OGLU ILHAM HEYDAR ALIYEV'],
    ['VLADIMIR VLADIMIROVICH PUTIN', 'VLADIMIR VLADIMIROVICH:f PUTIN'],
    ['PUTIN VLADIMIR VLADIMIROVICH', 'PUTIN VLADIMIR VLADIMIROVICH:f'],
    ['ABRAMOVICH ROMAN ARKADYEVICH', 'ABRAMOVICH ROMAN ARKADYEVICH:f'],
    ['ROMAN ARKADYEVICH ABRAMOVICH', 'ROMAN ARKADYEVICH:f ABRAMOVICH'],
    ['ABRAMOVICH ROMAN PETROV', 'ABRAMOVICH ROMAN PETROV'],
    ['ROMAN ABRAMOVICH', 'ROMAN ABRAMOVICH'],
    ['ANNA IVANOVNA PETROVA', 'ANNA IVANOVNA:f PETROVA'],
    ['R ARKADYEVICH ABRAMOV', 'R:. ARKADYEVICH:f ABRAMOV'],
    ['ANNA OVICH PETROVA', 'ANNA OVICH PETROVA'],
    ['ANNA AOVNA PETROVA', 'ANNA AOVNA PETROVA'],
    ['ALI OMAR KHAN SAUD', 'ALI OMAR KHAN SAUD'],
    ['ABRAMOVICH DR ROMAN DE PETROV', 'ABRAMOVICH DR:h ROMAN DE:p PETROV'],
    ['VLADIMIR PETROVICH DE', 'VLADIMIR PETROVICH:f DE'],
    ['DR VLADIMIR PETROVICH', 'DR:h VLADIMIR PETROVICH'],
    ['ALI DR HEYDAR OGLU', 'ALI DR:h HEYDAR OGLU'],
    ['OGLU ILHAM HEYDAR ALIYEV KHAN', 'OGLU ILHAM HEYDAR ALIYEV KHAN'],
    ['HEYDAR OGLU ALI KHAN', 'HEYDAR:f OGLU:f ALI KHAN'],
    ['ILYA ILYICH OBLOMOV', 'ILYA ILYICH OBLOMOV'],
  ])('reads %s', (name, expected) => {
    expect(roles(name)).toBe(expected);
  });
});
