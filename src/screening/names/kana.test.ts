import { describe, expect, it } from 'vitest';
import { readKana } from './kana.ts';

const first = (word: string): string =>
  readKana(word)
    .map(({ text }) => text)
    .join(' ');
const others = (word: string): readonly string[] => readKana(word).at(-1)?.others ?? [];

describe('readKana', () => {
  // Examples of the Japanese Ministry of Foreign Affairs for passports (Hepburn).
  it.each([
    ['なんば', 'NAMBA'],
    ['ほんま', 'HOMMA'],
    ['さんぺい', 'SAMPEI'],
    ['はっとり', 'HATTORI'],
    ['きっかわ', 'KIKKAWA'],
    ['ほっち', 'HOTCHI'],
    ['はっちょう', 'HATCHO'],
    ['おおの', 'ONO'],
    ['こうの', 'KONO'],
    ['いのうえ', 'INOUE'],
    ['ひゅうが', 'HYUGA'],
    ['ちゅうま', 'CHUMA'],
    ['さとう', 'SATO'],
  ])('reads %s as passports do', (word, expected) => {
    expect(first(word)).toBe(expected);
  });

  it.each([
    ['アイウエオカキクケコガギグゲゴ', 'AIUEOKAKIKUKEKOGAGIGUGEGO'],
    ['サシスセソザジズゼゾ', 'SASHISUSESOZAJIZUZEZO'],
    ['タチツテトダヂヅデド', 'TACHITSUTETODAJIZUDEDO'],
    ['ナニヌネノハヒフヘホ', 'NANINUNENOHAHIFUHEHO'],
    ['バビブベボパピプペポ', 'BABIBUBEBOPAPIPUPEPO'],
    ['マミムメモヤユヨラリルレロ', 'MAMIMUMEMOYAYUYORARIRURERO'],
    ['ワヰヱヲンヴ', 'WAIEONVU'],
    ['ヷヸヹヺヵヶ', 'VAVIVEVOKAKE'],
    ['キャシュチョジャニョ', 'KYASHUCHOJANYO'],
    ['ファティヴェフォウィウェトゥ', 'FATIVEFOWIWETU'],
    ['クァグァクォクヮシェチェジェ', 'KWAGWAKWOKWASHECHEJE'],
    ['アァ', 'AA'],
    ['ァ', 'A'],
    ['ッッジ', 'JJI'],
    ['ジョン', 'JON'],
    ['スォツァシァ', 'SOTSASHA'],
    ['キャカァ', 'KYAKA'],
    ['ヂャッチャッシャ', 'JATCHASSHA'],
    ['ぁゖ', 'AKE'],
    ['クャククァ', 'KYAKUKWA'],
    ['ンヵ', 'NKA'],
  ])('reads %s by Hepburn', (word, expected) => {
    expect(first(word)).toBe(expected);
  });

  it('has spellings of foreign names without what Japanese had to add', () => {
    expect(readKana('グラント')).toEqual([{ text: 'GURANTO', written: 'グラント', others: ['GRANT', 'GLANT'] }]);
    expect(others('バーカー')).toEqual(['BARKAR', 'VARKAR', 'BALKAR', 'BARKAL', 'BALKAL']);
    expect(others('ジャクッ')).toEqual(['JAK']);
    expect(others('クララ')).toEqual(['KRARA', 'KLARA', 'KRALA', 'KLALA']);
    expect(others('トク')).toEqual(['TK']);
    expect(others('リード')).toEqual(['RID', 'LID']);
    expect(others('ルイ')).toEqual(['LUI']);
    expect(others('ドア')).toEqual([]);
    expect(first('スーザン')).toBe('SUZAN');
  });

  it('reads a known family name in Han before it, and other Han as any-ascii does', () => {
    expect(readKana('佐藤たろう')[0]).toEqual({ text: 'SATO', written: '佐藤' });
    expect(first('佐藤たろう')).toBe('SATO TARO');
    expect(first('太田たろう')).toBe('OTA TARO');
    expect(first('長谷川ゆう')).toBe('HASEGAWA YU');
    expect(first('佐藤')).toBe('SATO');
    expect(readKana('王たろう')).toEqual([{ text: 'WANGTARO', written: '王たろう' }]);
  });
});
