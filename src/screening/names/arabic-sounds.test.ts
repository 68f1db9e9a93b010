import { describe, expect, it } from 'vitest';
import { soundsOf } from './arabic-sounds.ts';

describe('soundsOf', () => {
  it.each([
    ['رقيب', 'RAQIB'],
    ['تخاري', 'TAKHARI'],
    ['جلاهمة', 'JALAHAMA'],
    ['وطبان', 'WATABAN'],
    ['يزيد', 'YAZID'],
    ['حمراوي', 'HAMARAWI'],
    ['بيان', 'BAYAN'],
    ['اوس', 'AWAS'],
    ['ايس', 'AYAS'],
    ['غدير', 'GHADIR'],
    ['شهد', 'SHAHAD'],
    ['ذهبي', 'DHAHABI'],
    ['مصطفي', 'MASATAFI'],
    ['ثقفي', 'THAQAFI'],
    ['چشم', 'CHASHAM'],
    ['ژسه', 'ZHASH'],
    ['إبل', 'IBAL'],
    ['مؤمن', 'MUMAN'],
    ['٣ب', '3AB'],
    ['', ''],
  ])('reads %s', (word, expected) => {
    expect(soundsOf(word)).toBe(expected);
  });
});
