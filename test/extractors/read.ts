import { explainReports, extractReports } from '../../src/extractors/index.js';
import type { Report } from '../../src/model/index.js';

/** An article as extraction gets it, published on 2025-03-10 unless said otherwise. */
export function article(title: string, text: string, lang = 'zh', published: string | null = '2025-03-10') {
  return { title, text, lang, published };
}

export const reportsOf = (title: string, text: string, lang = 'zh'): readonly Report[] =>
  extractReports(article(title, text, lang)).reports;

/** The first name of each victim of each report. */
export const victimsOf = (title: string, text: string, lang = 'zh'): string[][] =>
  reportsOf(title, text, lang).map((r) => r.victims.map((v) => v.value.name));

export const explained = (title: string, text: string, lang = 'zh') =>
  explainReports(article(title, text, lang));
