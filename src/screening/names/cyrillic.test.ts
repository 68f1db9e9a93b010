import { describe, expect, it } from 'vitest';
import { cyrillicLanguageOf, readCyrillic } from './cyrillic.ts';

const read = (name: string): string =>
  name
    .toUpperCase()
    .split(' ')
    .map((word) => readCyrillic(word, name.toUpperCase())[0]?.text)
    .join(' ');
const ukrainian = (word: string): string | undefined => readCyrillic(word.toUpperCase(), 'ЇЖАК')[0]?.text;

describe('cyrillicLanguageOf', () => {
  it.each([
    ['ВЛАДИМИР ПУТИН', 'russian'],
    ['ПОДЪЯЧЕВ', 'russian'],
    ['СЪЁМКИН ПЪР', 'russian'],
    ['ІВАН', 'ukrainian'],
    ['ЇЖАК', 'ukrainian'],
    ['ПЕТРОВСКИЙ', 'russian'],
    ['ПЛЕЦЬКО', 'ukrainian'],
    ['КУЗЬКИН', 'ukrainian'],
    ['ЄВГЕН', 'ukrainian'],
    ['ҐАЛАҐАН', 'ukrainian'],
    ['ЗЕЛЕНСЬКИЙ', 'ukrainian'],
    ['ПАЎЛЮК', 'belarusian'],
    ['РЫГОРАВІЧ', 'belarusian'],
    ['ІРЫНА', 'belarusian'],
    ['ПЕТЬКО ПЪРВАНОВ', 'bulgarian'],
    ['ЪГЪЛ', 'bulgarian'],
    ['ЩАСТЛИВ', 'bulgarian'],
    ['ЂОКОВИЋ', 'serbian'],
    ['ЌИРО ЅИДОВ', 'serbian'],
  ])('tells %s', (name, language) => {
    expect(cyrillicLanguageOf(name)).toBe(language);
  });
});

describe('readCyrillic', () => {
  it.each([
    ['Владимир Путин', 'VLADIMIR PUTIN'],
    ['Юрий Евгеньевич Щербаков', 'YURIY YEVGENYEVICH SHCHERBAKOV'],
    ['Хрущёв Подъячев Объедков', 'KHRUSHCHYOV PODYACHEV OBYEDKOV'],
    ['Згуров Агата Зоя', 'ZGUROV AGATA ZOYA'],
    ['Цой Эдуард Чыж Жанна', 'TSOY EDUARD CHYZH ZHANNA'],
    ['Лукашэнка Рыгоравіч Ігар', 'LUKASHENKA RYHORAVICH IHAR'],
    ['Щерю Първанов Христо', 'SHTERYU PARVANOV HRISTO'],
    ['Ђоковић Жељко Чачак Шаца', 'DJOKOVIC ZELJKO CACAK SACA'],
    ['Қасым Тоқаев', 'KASYM TOKAEV'],
  ])('reads %s', (name, expected) => {
    expect(read(name)).toBe(expected);
  });

  // The examples of resolution 55 of the Cabinet of Ministers of Ukraine (2010).
  it.each([
    ['Алушта', 'ALUSHTA'],
    ['Єнакієве', 'YENAKIIEVE'],
    ['Їжакевич', 'YIZHAKEVYCH'],
    ['Кадиївка', 'KADYIVKA'],
    ['Йосипівка', 'YOSYPIVKA'],
    ['Стрий', 'STRYI'],
    ['Згорани', 'ZGHORANY'],
    ['Розгон', 'ROZGHON'],
    ['Гоща', 'HOSHCHA'],
    ['Агата', 'AHATA'],
    ['Зоя', 'ZOIA'],
    ['Юрій', 'YURII'],
    ['Корюківка', 'KORIUKIVKA'],
    ['Ярошенко', 'YAROSHENKO'],
    ['Костянтин', 'KOSTIANTYN'],
  ])('reads %s as Ukraine does', (word, expected) => {
    expect(ukrainian(word)).toBe(expected);
  });

  // ICAO 9303-3 section 6, table B: Ю is IU, Я is IA, Й is I, Ё is E, Ъ is IE.
  it('has what a machine-readable zone has, and a foreign H, as other spellings', () => {
    expect(readCyrillic('ЮРИЙ', 'ЮРИЙ')).toEqual([{ text: 'YURIY', written: 'ЮРИЙ', others: ['IURII'] }]);
    expect(readCyrillic('ЁЯЪ', 'ЁЯЪ')[0]?.others).toEqual(['EIAIE']);
    expect(readCyrillic('ЕГОР', 'ЕГОР')[0]?.others).toEqual(['EGOR']);
    expect(readCyrillic('ГАХН', 'ГАХН')[0]?.others).toEqual(['HAHN']);
    expect(readCyrillic('АХ', 'АХ')[0]?.others).toEqual(['AH']);
    expect(readCyrillic('МАРОЗАЎ', 'МАРОЗАЎ')[0]).toEqual({ text: 'MAROZAU', written: 'МАРОЗАЎ', others: ['MAROZAV'] });
    expect(readCyrillic('ДУБРАЎ', 'ДУБРАЎ')[0]?.others).toEqual(['DUBRAV']);
    expect(readCyrillic('ЎКУ', 'ЎКУ')[0]?.others).toBeUndefined();
    expect(readCyrillic('УГ', 'УГ')[0]?.others).toBeUndefined();
    expect(readCyrillic('ИВАН', 'ИВАН')).toEqual([{ text: 'IVAN', written: 'ИВАН' }]);
  });

  it('leaves accents out and reads letters beyond its table', () => {
    expect(readCyrillic('О\u0301Ꙁ', '')[0]?.text).toBe('OZ');
  });
});
