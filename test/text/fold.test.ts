import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/fold.js';

describe('fold', () => {
  it.each([
    ['ＡＢＣ１２３', 'abc123'],
    ['個人資料外洩', '个人资料外泄'],
    ['“Quoted” and ‘single’', '"quoted" and \'single\''],
    ['姓名，電話：', '姓名,电话:'],
    ['Zürich', 'zürich'],
    ['氏名・住所', '氏名·住所'],
    ['a\u00a0b\u3000c\td', 'a b c d'],
    ['⽤⼾', '用户'],
  ])('folds %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('gives back a text that needs no folding as it is', () => {
    const text = 'plain text 与简体字';
    expect(fold(text)).toBe(text);
  });

  it('keeps the length of any text, so that spans hold in both', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => fold(text).length === text.length),
    );
  });

  it('changes nothing when done twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (text) => fold(fold(text)) === fold(text)),
    );
  });
});
