import { describe, expect, it } from 'vitest';
import { readHangul, romanised } from './hangul.ts';

const read = (word: string): string =>
  readHangul(word)
    .map(({ text }) => text)
    .join(' ');

describe('romanised', () => {
  // Examples of the Revised Romanisation of Korean (2000), sections 2 and 3, without changes of sound between syllables.
  it.each([
    ['구미', 'GUMI'],
    ['영동', 'YEONGDONG'],
    ['백암', 'BAEGAM'],
    ['옥천', 'OKCHEON'],
    ['합덕', 'HAPDEOK'],
    ['호법', 'HOBEOP'],
    ['월곶', 'WOLGOT'],
    ['한밭', 'HANBAT'],
    ['구리', 'GURI'],
    ['설악', 'SEORAK'],
    ['칠곡', 'CHILGOK'],
    ['임실', 'IMSIL'],
    ['울릉', 'ULLEUNG'],
    ['부산', 'BUSAN'],
    ['세종', 'SEJONG'],
    ['광주', 'GWANGJU'],
    ['묵호', 'MUKHO'],
    ['죽변', 'JUKBYEON'],
    ['팔당', 'PALDANG'],
    ['샛별', 'SAETBYEOL'],
    ['압구정', 'APGUJEONG'],
    ['낙동강', 'NAKDONGGANG'],
    ['독도', 'DOKDO'],
    ['불국사', 'BULGUKSA'],
    ['복남', 'BOKNAM'],
    ['빛나', 'BITNA'],
    ['여의도', 'YEOUIDO'],
    ['힣', 'HIT'],
    ['가', 'GA'],
    ['없이', 'EOBSI'],
    ['앉아', 'ANJA'],
  ])('writes %s', (word, expected) => {
    expect(romanised(word)).toBe(expected);
  });

  it('has every jamo', () => {
    expect(romanised('까나따마빠싸짜차카타파하')).toBe('KKANATTAMAPPASSAJJACHAKATAPAHA');
    expect(romanised('개갸걔게겨계과괘괴교궈궤귀그긔기')).toBe('GAEGYAGYAEGEGYEOGYEGWAGWAEGOEGYOGWOGWEGWIGEUGUIGI');
    expect([...'각갂갃간갅갆갇갈갉갊갋갌갍갎갏감갑값갓갔강갖갗갘같갚갛'].map(romanised).join(' ')).toBe(
      'GAK GAK GAK GAN GAN GAN GAT GAL GAK GAM GAL GAL GAL GAP GAL GAM GAP GAP GAT GAT GANG GAT GAT GAK GAT GAP GAT',
    );
    expect(
      [...'각갂갃간갅갆갇갈갉갊갋갌갍갎갏감갑값갓갔강갖갗갘같갚갛'].map((one) => romanised(`${one}아`)).join(' '),
    ).toBe(
      'GAGA GAKKA GAGSA GANA GANJA GANA GADA GARA GALGA GALMA GALBA GALSA GALTA GALPA GALA GAMA GABA GABSA GASA GASSA GANGA GAJA GACHA GAKA GATA GAPA GAA',
    );
  });

  it('reads what is not a syllable as any-ascii does', () => {
    expect(romanised('가3라')).toBe('GA3RA');
    expect(romanised('ㄱ')).toBe('G');
    expect(romanised('\ud7b0')).not.toContain('undefined');
    expect(romanised('\uabffa')).toBe('A');
  });
});

describe('readHangul', () => {
  it('parts family and given name, as passports write them', () => {
    const [family, given] = readHangul('김정은');
    expect(family).toEqual({ text: 'KIM', written: '김', others: ['GIM'] });
    expect(given?.text).toBe('JEONGEUN');
    expect(given?.written).toBe('정은');
    expect(given?.others?.slice(0, 1)).toEqual(['JUNGUN']);
    expect(read('이산')).toBe('LEE SAN');
    expect(read('남궁민수')).toBe('NAMGUNG MINSU');
    expect(read('남궁')).toBe('NAMGUNG');
    expect(read('이은')).toBe('LEE EUN');
    expect(readHangul('이은')[1]?.others).toContain('WOON');
    expect(readHangul('박영')[1]?.others).toContain('YOUNG');
  });

  it('reads a family name alone, and foreign names by their letters', () => {
    expect(readHangul('박')).toEqual([{ text: 'PARK', written: '박', others: ['BAK', 'PAK'] }]);
    expect(read('오바마')).toBe('OH BAMA');
    expect(readHangul('오바마')[1]?.others).toContain('OBAMA');
    expect(read('푸틴')).toBe('PUTIN');
    expect(readHangul('푸틴').at(-1)?.others).toContain('FUTIN');
    expect(readHangul('블라디미르')).toHaveLength(1);
    expect(readHangul('블라디미르')[0]?.others).toContain('BEULLADIMIREU');
    expect(readHangul('이라디미르')).toHaveLength(1);
  });
});
