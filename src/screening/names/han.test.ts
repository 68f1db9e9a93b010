import { describe, expect, it } from 'vitest';
import { readHan } from './han.ts';

const read = (name: string): string =>
  name
    .split(' ')
    .flatMap((word) => readHan(word, name))
    .map(({ text }) => text)
    .join(' ');

describe('readHan', () => {
  it.each([
    ['习近平', 'XI JINPING'],
    ['習近平', 'XI JINPING'],
    ['李娜', 'LI NA'],
    ['欧阳娜娜', 'OUYANG NANA'],
    ['欧阳修', 'OUYANG XIU'],
    ['单雄信', 'SHAN XIONGXIN'],
    ['王', 'WANG'],
    ['习 近平', 'XI JINPING'],
    ['王 李', 'WANG LI'],
    ['佐藤健', 'SATO JIAN'],
    ['佐藤', 'SATO'],
    ['長谷川太郎', 'HASEGAWA TAILANG'],
  ])('reads %s', (name, expected) => {
    expect(read(name)).toBe(expected);
  });

  it('has the spellings of other places', () => {
    expect(readHan('王家卫', '王家卫')[0]).toEqual({ text: 'WANG', written: '王', others: ['WONG', 'ONG', 'HENG'] });
    expect(readHan('马', '马')).toEqual([{ text: 'MA', written: '马' }]);
    expect(readHan('近平', '习 近平')).toEqual([{ text: 'JINPING', written: '近平' }]);
  });

  it('reads a given name set apart only after a family name, and no longer than two characters', () => {
    const alone = (word: string, name: string): boolean => readHan(word, name)[0]?.others === undefined;
    expect(alone('近平', '习 近平')).toBe(true);
    expect(alone('近', '习 近')).toBe(true);
    expect(alone('近平', '习 近平 近')).toBe(false);
    expect(alone('近平', '平 近平')).toBe(false);
    expect(alone('近平近', '习 近平近')).toBe(false);
    expect(readHan('王', '习 王')).toEqual([{ text: 'WANG', written: '王' }]);
    expect(readHan('佐藤', '佐藤 健')).toEqual([{ text: 'SATO', written: '佐藤' }]);
    expect(readHan('奥巴马', '奥巴马')[0]?.text).toBe('OBAMA');
    expect(readHan('单', '单')[0]?.text).toBe('SHAN');
    expect(readHan('王家卫', '王家卫')[1]?.others).toHaveLength(1);
  });

  it('reads foreign names as they were transcribed, with their Pinyin beside', () => {
    expect(read('奥巴马')).toBe('OBAMA');
    expect(readHan('奥巴马', '奥巴马')[0]?.others).toContain('AOBAMA');
    expect(read('乔治 华盛顿')).toMatch(/WASHINGTON$/);
    expect(readHan('马丁', '马丁 路德')).toHaveLength(1);
    expect(read('马克思 恩格斯')).not.toContain('MA ');
    expect(readHan('施密特', '施密特').at(-1)?.others).toEqual(['SCHMIDT']);
    expect(readHan('马克西米利安', '马克西米利安')).toHaveLength(1);
  });
});
