import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from '../../src/parsers/charset.js';

const chinese = '某公司的客户资料遭到泄露，攻击者在论坛上公开了其中一部分数据。';
const misread = (encoding: string): Buffer => Buffer.from(iconv.decode(Buffer.from(chinese), encoding));

describe('decodeBytes', () => {
  it.each(['gb18030', 'utf-16le', 'utf-16be'])('reads %s without being told', (encoding) => {
    const { text, charset } = decodeBytes(iconv.encode(`# 标题\n\n${chinese}\n`, encoding));
    expect(text).toBe(`# 标题\n\n${chinese}\n`);
    expect(charset).toBe(encoding);
  });

  it('takes a byte order mark away', () => {
    expect(decodeBytes(Buffer.from(`\ufeff${chinese}`)).text).toBe(chinese);
  });

  it.each([
    ['pt154', 'ptcp154'],
    ['windows-1256', 'windows-1256'],
    ['maccyrillic', 'maccyrillic'],
  ])('turns UTF-8 that was read as %s back without loss, and says so', (encoding, name) => {
    const { text, repairs } = decodeBytes(misread(encoding));
    expect(text).toBe(chinese);
    expect(repairs).toEqual([`mojibake:${name}`]);
  });

  it('leaves text in its own script alone', () => {
    for (const text of [
      'Хакеры взломали сайт компании и рассказали о программе, которую они использовали.',
      'اخترق المهاجمون موقع الشركة وسرقوا بيانات العملاء.',
      'Le rôle de l’équipe: récupérer les données « perdues » à l’été.',
      '“数据要素×”典型案例层出叠见，“数据要素×”三年行动计划。',
      '┌──(root㉿kali)-[~]\n└─# nc -lvp 445',
    ]) {
      expect(decodeBytes(Buffer.from(text))).toEqual({ text, charset: 'utf-8', repairs: [] });
    }
  });

  it('reads a page that breaks off inside a character', () => {
    expect(decodeBytes(Buffer.from(chinese).subarray(0, -1)).text).toBe(chinese.slice(0, -1));
  });
});
