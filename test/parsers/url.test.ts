import { describe, expect, it } from 'vitest';
import { canonicalUrl } from '../../src/parsers/index.js';
import { dayOfUrl } from '../../src/parsers/metadata/printed-date.js';

const canonical = 'https://mp.weixin.qq.com/s?__biz=MzA3NTEyMzQ1Ng==&mid=2650001234&idx=2';

describe('canonicalUrl', () => {
  it.each([
    'https://mp.weixin.qq.com/s?__biz=MzA3NTEyMzQ1Ng==&mid=2650001234&idx=2&sn=0a1b#rd',
    'http://mp.weixin.qq.com/s?__biz=MzA3NTEyMzQ1Ng%3D%3D&mid=2650001234&idx=2&sn=0a1b',
    'https://mp.weixin.qq.com/s?__biz=MzA3NTEyMzQ1Ng&mid=2650001234&idx=2',
    'https://mp.weixin.qq.com/s?__biz=MzA3NTEyMzQ1Ng==&amp;mid=2650001234&amp;idx=2&amp;scene=21',
    'http://mp.weixin.qq.com/s?__biz=MzA3NTEyMzQ1Ng%3D%3D\\x26amp;mid=2650001234\\x26amp;idx=2',
    'https://mp.weixin.qq.com/mp/appmsg/show?__biz=MzA3NTEyMzQ1Ng==&appmsgid=2650001234&itemidx=2&sign=0a',
    'https://mp.weixin.qq.com/s?idx=2&chksm=f0&mid=2650001234&sn=0a&__biz=MzA3NTEyMzQ1Ng==&scene=58',
  ])('gives one identity for %s', (link) => {
    expect(canonicalUrl(link)?.url).toBe(canonical);
  });

  it('keeps short links and drops their query', () => {
    const short = 'https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQrStUv';
    expect(canonicalUrl(`${short}?scene=1`)?.url).toBe(short);
  });

  it('gives temporary links no identity', () => {
    const link = 'https://mp.weixin.qq.com/s?src=11&timestamp=1&ver=1&signature=x';
    expect(canonicalUrl(link)).toEqual({ url: null, aliases: [link], wechat: null });
  });

  it('drops tracking parameters and fragments, and keeps what names the page', () => {
    expect(canonicalUrl('https://Blog.Example.org/a?utm_source=rss&id=7&fbclid=x#top')?.url).toBe(
      'https://blog.example.org/a?id=7',
    );
    expect(canonicalUrl('https://blog.example.org/#/post/12')?.url).toBe(
      'https://blog.example.org/#/post/12',
    );
  });

  it('refuses what is no web address', () => {
    expect(canonicalUrl('javascript:alert(1)')).toBeNull();
    expect(canonicalUrl('')).toBeNull();
  });
});

describe('the day in an address', () => {
  it.each([
    ['https://news.example/2025/01/31/bank-hacked', '2025-01-31'],
    ['https://news.example/2025/01/31.html', '2025-01-31'],
    ['https://news.example/bank-2025-01-31-hacked', '2025-01-31'],
    ['https://news.example/20250131/1.html', '2025-01-31'],
    // Sixteen extensions, in December.
    ['https://news.example/2024/12/16-extensions-hacked.html', null],
  ])('%s', (url, day) => {
    expect(dayOfUrl(url)).toBe(day);
  });
});
