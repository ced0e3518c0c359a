import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractReports } from '../../src/extractors/index.js';
import type { Evidence, Report } from '../../src/model/index.js';
import { MAX_SENTENCE } from '../../src/text/sentences.js';

const PIECES = [
  '青禾银行遭到勒索软件攻击，',
  'Larkspur Health confirmed a data breach. ',
  '约34万名客户的姓名和身份证号被窃取。',
  '2025年2月5日，',
  '该公司表示，',
  'The Nightjar gang claims to have stolen 2TB of data. ',
  '黑客索要200万美元赎金。',
  '\n\n',
  '1、',
  '（Green Bank）',
  'CVE-2025-10001',
  '2021年，青禾银行曾遭黑客攻击。',
  '上个月',
  '“”',
  ' ',
  'T1566.001 | 可能 | 钓鱼 |',
];

function evidenceOf(report: Report): Evidence[] {
  const single = [report.country, report.sector, report.status, report.volume];
  const lists = [
    report.victims,
    report.attackTypes,
    report.dates,
    report.counts,
    report.leaked,
    report.notLeaked,
    report.actors,
    report.malware,
    report.money,
    report.cves,
    report.techniques,
  ];
  return [...single, ...lists.flat()].flatMap((f) => (f === null ? [] : [f.evidence]));
}

describe('evidence', () => {
  test('every quote stands where it says, holds the mention, and is no longer than a sentence may be', () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 12 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, fc.array(fc.constantFrom(...PIECES), { maxLength: 4 }), (body, head) => {
        const input = { title: head.join(''), text: body.join(''), lang: 'zh', published: '2025-03-10' };
        for (const report of extractReports(input).reports) {
          for (const e of evidenceOf(report)) {
            const field = e.field === 'title' ? input.title : input.text;
            expect(field.slice(e.start, e.end)).toBe(e.quote);
            expect(e.quote).toContain(e.mention);
            expect(e.quote.length).toBeLessThanOrEqual(MAX_SENTENCE);
            expect(e.rule).toMatch(/^[a-z-]+\/.+/);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test('the same article always gives the same reports', () => {
    const input = {
      title: '青禾银行数据泄露',
      text: PIECES.join(''),
      lang: 'zh',
      published: '2025-03-10',
    };
    expect(extractReports(input)).toEqual(extractReports(input));
  });

  test('an empty article reports nothing', () => {
    expect(extractReports({ title: '', text: '', lang: 'und', published: null })).toEqual({
      topic: 'other',
      reports: [],
    });
  });
});
