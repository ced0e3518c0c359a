import type Database from 'better-sqlite3';
import { dayNumber } from '../days.js';
import { hashOf } from '../hash.js';
import { byOriginality, type Likeness, likeness, type PageFeatures } from './likeness.js';

/** Copies of a text appear within days of it; older ones are found by address or by equal text. */
const WINDOW_DAYS = 60;
/** Pages whose features are kept at hand while documents are grouped. */
const CACHE = 20_000;

interface FeatureRow extends Omit<PageFeatures, 'print'> {
  readonly level: number;
  readonly sketch: Buffer;
}

function features(row: FeatureRow): PageFeatures {
  const { level, sketch, ...rest } = row;
  // A copy, because the blob need not be aligned for 32-bit numbers.
  const bytes = new Uint8Array(sketch);
  return { ...rest, print: { level, sketch: new Uint32Array(bytes.buffer, 0, bytes.length / 4) } };
}

function reader(db: Database.Database): (pageId: number) => PageFeatures | undefined {
  const read = db.prepare<[number], FeatureRow>(
    `SELECT p.page_id AS pageId, p.path, p.article_id AS articleId, v.title, v.source, v.url,
       v.original_url AS originalUrl, v.original_source AS originalSource, v.published,
       p.collected, v.kind, p.status AS page, p.topic, f.text_hash AS textHash, f.length, f.simhash, f.level, f.sketch
     FROM page p JOIN article_version v USING (version_id) JOIN page_fingerprint f USING (page_id)
     WHERE p.page_id = ?`,
  );
  const cache = new Map<number, PageFeatures>();
  return (pageId) => {
    const known = cache.get(pageId);
    if (known !== undefined) return known;
    const row = read.get(pageId);
    if (row === undefined) return undefined;
    if (cache.size >= CACHE) cache.clear();
    const made = features(row);
    cache.set(pageId, made);
    return made;
  };
}

/** Everything reachable from `start`, sorted. */
function component(start: number, next: (id: number) => readonly number[]): number[] {
  const seen = new Set([start]);
  const queue = [start];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    for (const other of next(id)) {
      if (seen.has(other)) continue;
      seen.add(other);
      queue.push(other);
    }
  }
  return [...seen].sort((a, b) => a - b);
}

function candidateFinder(db: Database.Database): (page: PageFeatures) => Set<number> {
  const byBand = db
    .prepare<[number, number, number], number>(
      `SELECT DISTINCT o.page_id FROM page_band m JOIN page_band o ON o.band = m.band AND o.day BETWEEN ? AND ?
       WHERE m.page_id = ?`,
    )
    .pluck();
  const byArticle = db.prepare<[number], number>('SELECT page_id FROM page WHERE article_id = ?').pluck();
  const byText = db
    .prepare<[string], number>(
      'SELECT page_id FROM page_fingerprint WHERE text_hash = ? AND length > 0 LIMIT 200',
    )
    .pluck();
  const byAddress = db
    .prepare<[string, string], number>(
      `SELECT page_id FROM page JOIN (SELECT article_id FROM article WHERE identity = ?
       UNION SELECT article_id FROM article_alias WHERE alias = ?) USING (article_id)`,
    )
    .pluck();
  const byOriginal = db
    .prepare<[string], number>(
      'SELECT page_id FROM article_version JOIN page USING (version_id) WHERE original_url = ?',
    )
    .pluck();
  return (page) => {
    const day = dayNumber(page.collected);
    const found = new Set([
      ...byBand.all(day - WINDOW_DAYS, day + WINDOW_DAYS, page.pageId),
      ...byArticle.all(page.articleId),
      // All pages without a text share one hash.
      ...(page.length === 0 ? [] : byText.all(page.textHash)),
      ...(page.originalUrl === null ? [] : byAddress.all(page.originalUrl, page.originalUrl)),
      ...(page.url === null ? [] : byOriginal.all(page.url)),
    ]);
    found.delete(page.pageId);
    return found;
  };
}

/**
 * Groups the given pages, and those they touch, into documents.
 *
 * Pairs come from an index (shared MinHash bands, address, equal text, named original), each pair is judged by
 * {@link likeness}, and a document is what hangs together by accepted pairs. Only the groups that the given pages
 * are or were in are made anew.
 *
 * @returns the pages whose document changed
 */
export function groupDocuments(db: Database.Database, pageIds: readonly number[]): number[] {
  const read = reader(db);
  const candidates = candidateFinder(db);
  const dropLinks = db.prepare('DELETE FROM page_link WHERE page_id = ? OR other_id = ?');
  const addLink = db.prepare(
    'INSERT OR REPLACE INTO page_link (page_id, other_id, relation, score, reason) VALUES (?, ?, ?, ?, ?)',
  );
  const linked = db
    .prepare<[number, number], number>(
      'SELECT other_id FROM page_link WHERE page_id = ? UNION ALL SELECT page_id FROM page_link WHERE other_id = ?',
    )
    .pluck();
  const formerly = db
    .prepare<[number], number>(
      'SELECT o.page_id FROM page p JOIN page o ON o.document = p.document WHERE p.page_id = ?',
    )
    .pluck();
  const current = db.prepare<[number], { document: string | null; is_original: number }>(
    'SELECT document, is_original FROM page WHERE page_id = ?',
  );
  const assign = db.prepare('UPDATE page SET document = ?, is_original = ? WHERE page_id = ?');

  const touched = new Set<number>(pageIds);
  for (const id of pageIds) {
    for (const other of formerly.all(id)) touched.add(other);
    dropLinks.run(id, id);
  }
  const fresh = new Set(pageIds);
  for (const id of pageIds) {
    const page = read(id);
    if (page === undefined) continue;
    for (const otherId of candidates(page)) {
      if (fresh.has(otherId) && otherId < id) continue;
      const other = read(otherId);
      const found: Likeness | null = other === undefined ? null : likeness(page, other);
      if (found === null) continue;
      const [low, high] = id < otherId ? [id, otherId] : [otherId, id];
      addLink.run(low, high, found.relation, found.score, found.reason);
    }
  }

  const changed: number[] = [];
  const done = new Set<number>();
  for (const id of touched) {
    if (done.has(id)) continue;
    const members = component(id, (at) => linked.all(at, at));
    for (const member of members) done.add(member);
    const pages = byOriginality(members.map(read).filter((p) => p !== undefined));
    const [original] = pages;
    if (original === undefined) continue;
    const document = `doc-${hashOf(original.path).slice(0, 12)}`;
    for (const page of pages) {
      const isOriginal = Number(page === original);
      const before = current.get(page.pageId);
      if (before?.document === document && before.is_original === isOriginal) continue;
      assign.run(document, isOriginal, page.pageId);
      changed.push(page.pageId);
    }
  }
  return changed;
}
