import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prometheusText } from '../../src/pipeline/crawl/prometheus.js';
import { type CrawlReport, newTally, sourceReport, tally } from '../../src/pipeline/crawl/report.js';
import { ATTEMPTS_A_RUN, REVISIT_DAYS, settle } from '../../src/pipeline/crawl/schedule.js';
import type { CrawlPage, PageSettlement } from '../../src/store/index.js';

const DAY = 24 * 3600_000;
const NOW = Date.parse('2025-01-05T19:00:00Z');

const PAGE: CrawlPage = {
  pageId: 1,
  key: 'example.org/a',
  url: 'https://example.org/a',
  host: 'example.org',
  source: 'news',
  title: null,
  attempts: 0,
  visits: 0,
  step: 0,
  firstSeenAt: '2025-01-05T19:00:00.000Z',
  lastFetchedAt: null,
  etag: null,
  lastModified: null,
  finalUrl: null,
  contentType: null,
  snapshot: null,
  contentHash: null,
};

function afterwards(page: CrawlPage, { attempts, visits, step }: PageSettlement): CrawlPage {
  return { ...page, attempts, visits, step };
}

const days = (nextAt: string): number => (Date.parse(nextAt) - NOW) / DAY;

describe('the schedule', () => {
  it('grows with every visit that finds nothing new, and starts anew with a change', () => {
    let page = PAGE;
    const waits: number[] = [];
    for (const outcome of [
      'new',
      'unchanged',
      'not_modified',
      'unchanged',
      'unchanged',
      'unchanged',
      'unchanged',
    ] as const) {
      const to = settle(page, outcome, { now: NOW, random: 0 });
      waits.push(Math.ceil(days(to.nextAt)));
      page = afterwards(page, to);
    }
    expect(waits).toEqual([...REVISIT_DAYS, REVISIT_DAYS.at(-1)]);
    expect(Math.ceil(days(settle(page, 'changed', { now: NOW, random: 0 }).nextAt))).toBe(1);
  });

  it('has a page due on the night of the day it is for, though nights differ by some hours', () => {
    const to = settle(PAGE, 'new', { now: NOW, random: 0 });
    expect(Date.parse(to.nextAt)).toBeLessThan(NOW + DAY - 2 * 3600_000);
  });

  it('tries what can pass a few times at once, then on later and later nights', () => {
    let page = PAGE;
    const waits: number[] = [];
    for (let attempt = 1; attempt <= ATTEMPTS_A_RUN + 3; attempt += 1) {
      const to = settle(page, 'timeout', { now: NOW, random: 0.999 });
      waits.push(days(to.nextAt));
      page = afterwards(page, to);
    }
    for (const wait of waits.slice(0, ATTEMPTS_A_RUN - 1)) expect(wait).toBeLessThan(0.01);
    expect(waits.slice(ATTEMPTS_A_RUN - 1).map(Math.ceil)).toEqual([1, 2, 4, 8]);
  });

  it('believes 404 on the third visit, and never gives up a page for good that was read before', () => {
    const states = (visits: number) => {
      let page: CrawlPage = { ...PAGE, visits };
      return [1, 2, 3].map(() => {
        const to = settle(page, 'not_found', { now: NOW, random: 0 });
        page = afterwards(page, to);
        return to.state;
      });
    };
    expect(states(0)).toEqual(['waiting', 'waiting', 'gone']);
    expect(states(4)).toEqual(['waiting', 'waiting', 'waiting']);
  });

  it('whatever comes: never before the host may be asked, a failure keeps the count of visits, a good visit clears the attempts', () => {
    const outcome = fc.constantFrom(
      'new',
      'changed',
      'unchanged',
      'verification_wall',
      'rate_limit',
      'robots',
      'deleted',
      'not_found',
      'unavailable',
      'empty',
      'timeout',
      'server_error',
      'forbidden' as const,
    );
    fc.assert(
      fc.property(
        outcome,
        fc.nat(50),
        fc.nat(50),
        fc.nat(5),
        fc.nat(1_000_000_000),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (what, attempts, visits, step, later, random) => {
          const to = settle({ ...PAGE, attempts, visits, step }, what as Parameters<typeof settle>[1], {
            now: NOW,
            random,
            notBefore: NOW + later,
          });
          expect(Date.parse(to.nextAt)).toBeGreaterThanOrEqual(NOW + later);
          const good = what === 'new' || what === 'changed' || what === 'unchanged';
          expect(to.visits).toBe(good ? visits + 1 : visits);
          if (good) expect(to.attempts).toBe(0);
          expect(to.validators).toBeUndefined();
        },
      ),
    );
  });
});

describe('a source', () => {
  const report = (outcomes: Parameters<typeof tally>[1][]) => {
    const counts = newTally();
    for (const outcome of outcomes) tally(counts, outcome);
    return sourceReport('news', 'feed', counts, null, '2025-01-05T19:00:00.000Z', 0);
  };

  it('fails where more of its pages met trouble than came well', () => {
    expect(report(['new', 'new', 'timeout']).status).toBe('ok');
    expect(report(['new', 'timeout', 'timeout'])).toMatchObject({
      status: 'failed',
      error: '2 of 3 pages failed (timeout)',
    });
    expect(report(['deleted', 'gone', 'not_found', 'robots']).status).toBe('ok');
    expect(report(['new', 'new', 'new', 'verification_wall']).status).toBe('failed');
  });
});

describe('metrics', () => {
  it('escape what a name may hold, and say 0 for never', () => {
    const source = sourceReport(
      'a "b"\\c\n',
      'feed',
      { ...newTally(), listError: 'x' },
      null,
      '2025-01-05T19:00:00.000Z',
      0,
    );
    const text = prometheusText({
      run_id: 1,
      status: 'partial',
      started_at: '2025-01-05T19:00:00.000Z',
      seconds: 2.5,
      warnings: [],
      requests: 0,
      new: 0,
      changed: 0,
      unchanged: 0,
      failed: 0,
      hosts_resting: [],
      sources: [source],
      articles: 3,
      article_versions_added: 0,
      incidents: 2,
      incident_versions_added: 0,
      interrupted: false,
    } satisfies CrawlReport);
    expect(text).toContain('breachledger_crawl_source_ok{source="a \\"b\\"\\\\c\\n"} 0\n');
    expect(text).toContain(
      'breachledger_crawl_source_last_success_timestamp_seconds{source="a \\"b\\"\\\\c\\n"} 0\n',
    );
    for (const line of text.trimEnd().split('\n'))
      expect(line).toMatch(/^(?:# (?:HELP|TYPE) \S+ .+|[a-z_]+(?:\{[^\n]*\})? -?[\d.e+]+)$/);
  });
});
