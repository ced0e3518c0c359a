import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileLexicons, terms } from '../../src/extractors/engine/automaton.js';

const scan = compileLexicons([
  {
    name: 'field',
    terms: {
      id: terms`身份证|身份证号码|id card`,
      name: ['姓名', { term: 'name', notAfter: ['domain'] }],
      address: [{ term: '地址', notAfter: ['IP', '网'] }, 'address'],
      city: terms`city`,
      both: terms`账号密码`,
      also: terms`账号密码`,
    },
  },
  { name: 'verb', terms: { leak: terms`信息泄露|SQL 注入` } },
  { name: 'group', cased: true, terms: { play: ['Play'] } },
]);
const found = (text: string): string[] => scan(text).map((h) => `${text.slice(h.start, h.end)}=${h.id}`);

describe('compileLexicons', () => {
  it('takes the longest term at a place', () => {
    expect(found('身份证号码')).toEqual(['身份证号码=id']);
  });
  it('finds Latin terms as whole words, with a plural s or es', () => {
    expect(found('names, addresses, username, id-cards')).toEqual([
      'names=name',
      'addresses=address',
      'id-cards=id',
    ]);
  });
  it('finds the plural of a term in y', () => {
    expect(found('two cities')).toEqual(['cities=city']);
  });
  it('leaves a term out after a word that must not stand before it', () => {
    expect(found('domain names and IP地址')).toEqual([]);
  });
  it('lets the blank between Chinese and Latin come and go', () => {
    expect(found('SQL注入')).toEqual(['SQL注入=leak']);
    expect(found('SQL 注入')).toEqual(['SQL 注入=leak']);
  });
  it('gives two hits for a term listed under two ids', () => {
    expect(found('账号密码')).toEqual(['账号密码=both', '账号密码=also']);
  });
  it('asks of cased terms that they are spelled as listed', () => {
    expect(found('Play and play')).toEqual(['Play=play']);
  });
  it('gives hits in order of their start', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('身份证', '号码', '姓名', ' name ', 'x', '地址', '信息泄露')),
        (parts) => {
          const starts = scan(parts.join('')).map((h) => h.start);
          return starts.every((s, i) => i === 0 || s >= (starts[i - 1] ?? 0));
        },
      ),
    );
  });
  it('never throws, and spans lie within the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) =>
        scan(text).every((h) => h.start >= 0 && h.end <= text.length && h.start < h.end),
      ),
    );
  });
});
