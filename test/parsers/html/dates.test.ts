import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/model/index.js';
import { parseHtml } from '../../../src/parsers/formats/html.js';
import { statedDate } from '../../../src/parsers/metadata/stated-date.js';

const BODY =
  '<p>The company said that names, addresses and phone numbers of its customers were copied, and that cards were not.</p>'.repeat(
    3,
  );
const page = (head: string, body = '', more: Partial<Parameters<typeof parseHtml>[0]> = {}): Article =>
  parseHtml({
    bytes: Buffer.from(
      `<html><head>${head}</head><body><article><h1>Data was copied at a firm</h1>${body}${BODY}</article></body></html>`,
    ),
    path: 'page.html',
    ...more,
  });
const dated = (article: Article): unknown => [article.published, article.publishedFrom];

describe('dates that a page states', () => {
  test.each([
    ['2025-02-05T23:30:00-05:00', '2025-02-05T23:30:00-05:00'],
    ['2025-02-05T08:31Z', '2025-02-05T08:31:00+00:00'],
    ['2025-02-05 08:31', '2025-02-05'],
    ['20250205', '2025-02-05'],
    ['Wed, 05 Feb 2025 08:31:00 GMT', '2025-02-05T08:31:00+00:00'],
    ['1738744260', '2025-02-05T08:31:00+00:00'],
    ['2025年2月5日 8:31', '2025-02-05'],
    ['5 February 2025', '2025-02-05'],
    ['31.10.23', '2023-10-31'],
    ['11/19/2019', '2019-11-19'],
    ['2025-02-30', null],
    ['0000-00-00', null],
    ['yesterday', null],
  ])('%s', (raw, date) => {
    expect(statedDate(raw)).toBe(date);
  });

  test('a day before its month where the country writes so', () => {
    expect(statedDate('03/04/2025', true)).toBe('2025-04-03');
    expect(statedDate('03/04/2025')).toBe('2025-03-04');
    expect(statedDate('13/04/2025')).toBe('2025-04-13');
  });
});

describe('publication date', () => {
  const jsonLd =
    '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-01-10","dateModified":"2025-01-12"}</script>';
  const meta = '<meta property="article:published_time" content="2025-01-11T10:00:00+01:00">';

  test('JSON-LD stands before meta, meta before what the page shows', () => {
    expect(dated(page(jsonLd + meta))).toEqual(['2025-01-10', 'json_ld']);
    expect(page(jsonLd).modified).toBe('2025-01-12');
    expect(dated(page(meta, '<time datetime="2025-01-15">x</time>'))).toEqual([
      '2025-01-11T10:00:00+01:00',
      'meta',
    ]);
  });

  test('a time element, an element named for dates, the address, a line by the title', () => {
    expect(dated(page('', '<time datetime="2025-01-15">15 Jan</time>'))).toEqual([
      '2025-01-15',
      'time_element',
    ]);
    expect(dated(page('', '<span class="post-date">15 January 2025</span>'))).toEqual([
      '2025-01-15',
      'class_name',
    ]);
    expect(dated(page('', '', { url: 'https://example.org/2025/01/16/a' }))).toEqual(['2025-01-16', 'url']);
    expect(dated(page('', '<p>发布于 2024年3月5日 08:30</p>'))).toEqual(['2024-03-05', 'page_text']);
  });

  test('a modified date is not taken where a publication date is stated', () => {
    const both =
      '<meta property="article:modified_time" content="2025-03-01"><meta name="pubdate" content="2025-02-01">';
    expect(page(both).published).toBe('2025-02-01');
    expect(page(both).modified).toBe('2025-03-01');
  });

  test('a time in UTC does not move the day that the page shows', () => {
    const utc = '<meta property="article:published_time" content="2025-02-06T04:30:00+00:00">';
    expect(page(utc, '<span class="date">February 5, 2025</span>').published).toBe('2025-02-05');
  });

  test('nothing is published after it was fetched', () => {
    const later = '<meta name="date" content="2031-01-01">';
    expect(page(later, '', { fetchedAt: '2025-02-06T00:00:00Z' }).published).toBeNull();
  });

  test('dates of comments and related articles are not the article’s', () => {
    const comment =
      '<div class="comments"><time datetime="2024-05-05">5 May</time><time datetime="2024-06-06">6 June</time></div>';
    const article = page('', '');
    expect(article.published).toBeNull();
    const withComment = parseHtml({
      bytes: Buffer.from(
        `<html><body><article><h1>Data was copied</h1><time datetime="2024-04-04">4 April</time>${BODY}</article>${comment}</body></html>`,
      ),
      path: 'page.html',
    });
    expect(withComment.published).toBe('2024-04-04');
  });
});

describe('names and addresses', () => {
  test('a byline that is a button or a count names nobody', () => {
    expect(page('', '<span class="author">Follow 12 fans</span>').author).toBeNull();
    expect(page('<meta name="author" content="admin">').author).toBeNull();
    expect(page('', '<span class="author-name">By Ruth Calloway</span>').author).toBe('Ruth Calloway');
  });

  test('the site’s name is no part of the title', () => {
    const bare = parseHtml({
      bytes: Buffer.from(
        `<html><head><title>Data was copied at a firm | Ledger</title><meta property="og:site_name" content="Ledger"></head><body>${BODY}</body></html>`,
      ),
      path: 'page.html',
    });
    expect([bare.title, bare.source]).toEqual(['Data was copied at a firm', 'Ledger']);
  });

  test('a canonical link counts on its own site only, and never to the home page', () => {
    const url = 'https://news.example.org/a?utm_source=x';
    const link = (href: string): string => `<link rel="canonical" href="${href}">`;
    expect(page(link('https://www.example.org/b'), '', { url }).url).toBe('https://www.example.org/b');
    expect(page(link('https://elsewhere.example.net/b'), '', { url }).url).toBe('https://news.example.org/a');
    expect(page(link('https://www.example.org/'), '', { url }).url).toBe('https://news.example.org/a');
  });
});

describe('days that stand off the title', () => {
  test('right above it, with a category between', () => {
    const html = `<html><head><title>Data was copied at a firm</title></head><body><article>
      <p class="category">24. April 2020 | <a href="/k">Press</a></p><h1>Data was copied at a firm</h1>${BODY}</article></body></html>`;
    const article = parseHtml({ bytes: Buffer.from(html), path: 'page.html' });
    expect(dated(article)).toEqual(['2020-04-24', 'page_text']);
  });

  test('declared in an aside as the publication, beside days on which other pages were made', () => {
    const time = (item: string, day: string): string =>
      `<div class="related-meta"><time itemprop="${item}" datetime="${day}T10:00:00+02:00">a day</time></div>`;
    const others = time('dateCreated', '2023-09-19') + time('dateCreated', '2023-09-18');
    expect(dated(page('', time('datePublished', '2023-10-18') + others))).toEqual([
      '2023-10-18T10:00:00+02:00',
      'itemprop',
    ]);
  });
});
