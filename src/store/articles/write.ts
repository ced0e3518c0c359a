import type Database from 'better-sqlite3';
import { dayNumber } from '../days.js';
import { hashOf } from '../hash.js';
import { reportWriter, type Unsettled } from '../incidents/write.js';
import type { PreparedArticle, PreparedPage } from '../prepare.js';
import { searchTokens } from '../search/tokens.js';

/** The run that writes, and the rules it writes by. */
export interface Writer {
  readonly runId: number;
  readonly rulesetId: number;
  /** ISO-8601 UTC; one time for all that a run records. */
  readonly now: string;
}

interface PageRow {
  readonly page_id: number;
  readonly article_id: number | null;
  readonly version_id: number | null;
  readonly status: string;
  readonly raw_hash: string;
  readonly fetched: string | null;
  readonly ruleset_id: number;
  readonly topic: string | null;
  readonly version_page: string | null;
  readonly content_hash: string | null;
}

/** What writing a page did. */
export interface Written {
  readonly pageId: number;
  readonly addedVersion: boolean;
  readonly addedArticle: boolean;
}

const BODY = new Set(['ok', 'teaser', 'image_only']);
const hasBody = (status: string | null): boolean => status !== null && BODY.has(status);

/** Statements are prepared once per connection; the returned function writes one page. */
export function pageWriter(db: Database.Database): (page: PreparedPage, by: Writer) => Written {
  const findPage = db.prepare<[string], PageRow>(
    `SELECT p.page_id, p.article_id, p.version_id, p.status, p.raw_hash, p.fetched, p.ruleset_id, p.topic,
       v.page AS version_page, v.content_hash
     FROM page p LEFT JOIN article_version v USING (version_id) WHERE p.path = ?`,
  );
  const findArticle = db
    .prepare<[string], number>('SELECT article_id FROM article WHERE identity = ?')
    .pluck();
  const findAlias = db
    .prepare<[string], number>('SELECT min(article_id) FROM article_alias WHERE alias = ?')
    .pluck();
  const addArticle = db.prepare('INSERT INTO article (identity, first_run) VALUES (?, ?)');
  const addAlias = db.prepare('INSERT OR IGNORE INTO article_alias (alias, article_id) VALUES (?, ?)');
  const findVersion = db
    .prepare<[number, string], number>(
      'SELECT version_id FROM article_version WHERE article_id = ? AND content_hash = ?',
    )
    .pluck();
  const addVersion = db.prepare(
    `INSERT INTO article_version (article_id, content_hash, raw_hash, url, title, source, author, published,
       published_from, modified, fetched, lang, page, kind, original_url, original_source, description, image, tags,
       repairs, text, recorded_at, run_id, ruleset_id, reason)
     VALUES (@article, @contentHash, @rawHash, @url, @title, @source, @author, @published, @publishedFrom, @modified,
       @fetched, @lang, @page, @kind, @originalUrl, @originalSource, @description, @image, @tags, @repairs, @text,
       @now, @run, @ruleset, @reason)`,
  );
  const addPage = db.prepare(
    `INSERT INTO page (path, article_id, version_id, status, error, topic, raw_hash, bytes, collected, fetched,
       ruleset_id, first_run, unsettled)
     VALUES (@path, @article, @version, @status, @error, @topic, @rawHash, @bytes, @collected, @fetched, @ruleset,
       @run, @unsettled)`,
  );
  const changePage = db.prepare(
    `UPDATE page SET article_id = coalesce(@article, article_id), version_id = coalesce(@version, version_id),
       status = @status, error = @error, topic = coalesce(@topic, topic), raw_hash = @rawHash, bytes = @bytes,
       fetched = coalesce(@fetched, fetched), ruleset_id = @ruleset, unsettled = coalesce(@unsettled, unsettled)
     WHERE page_id = @pageId`,
  );
  const addEvent = db.prepare(
    `INSERT OR REPLACE INTO page_event (page_id, run_id, seen_at, status, version_id, raw_hash, note)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const readVersion = db.prepare<[number], { title: string; text: string }>(
    'SELECT title, text FROM article_version WHERE version_id = ?',
  );
  const addSearch = db.prepare('INSERT INTO article_search (rowid, title, text) VALUES (?, ?, ?)');
  const dropSearch = db.prepare(
    "INSERT INTO article_search (article_search, rowid, title, text) VALUES ('delete', ?, ?, ?)",
  );
  const addFingerprint = db.prepare(
    `INSERT OR REPLACE INTO page_fingerprint (page_id, text_hash, length, simhash, level, sketch)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const addBand = db.prepare('INSERT OR IGNORE INTO page_band (band, day, page_id) VALUES (?, ?, ?)');
  const dropBands = db.prepare('DELETE FROM page_band WHERE page_id = ?');
  const writeReports = reportWriter(db);

  function articleOf(article: PreparedArticle, by: Writer): { id: number; added: boolean } {
    let id = findArticle.get(article.identity);
    if (id === undefined && article.url !== null) id = findAlias.get(article.identity) ?? undefined;
    const added = id === undefined;
    const articleId = id ?? Number(addArticle.run(article.identity, by.runId).lastInsertRowid);
    for (const alias of article.aliases) addAlias.run(alias, articleId);
    return { id: articleId, added };
  }

  function versionOf(
    page: PreparedPage,
    article: PreparedArticle,
    articleId: number,
    known: PageRow | undefined,
    by: Writer,
  ): { id: number; added: boolean } {
    const existing = findVersion.get(articleId, article.contentHash);
    if (existing !== undefined) return { id: existing, added: false };
    const reason =
      known?.version_id == null
        ? 'first'
        : known.raw_hash === page.rawHash
          ? 'rules_changed'
          : 'source_changed';
    const {
      fingerprint: _f,
      reports: _r,
      searchText: _s,
      searchTitle: _t,
      aliases: _a,
      ...columns
    } = article;
    const { lastInsertRowid } = addVersion.run({
      ...columns,
      article: articleId,
      rawHash: page.rawHash,
      now: by.now,
      run: by.runId,
      ruleset: by.rulesetId,
      reason,
    });
    return { id: Number(lastInsertRowid), added: true };
  }

  function writeBody(pageId: number, article: PreparedArticle, known: PageRow | undefined): void {
    if (known?.version_id != null) {
      const old = readVersion.get(known.version_id);
      if (old !== undefined) dropSearch.run(pageId, searchTokens(old.title), searchTokens(old.text));
      dropBands.run(pageId);
    }
    addSearch.run(pageId, article.searchTitle, article.searchText);
    const { fingerprint: print } = article;
    const sketch = Buffer.from(print.sketch.buffer, print.sketch.byteOffset, print.sketch.byteLength);
    addFingerprint.run(pageId, hashOf(article.searchText), print.length, print.simhash, print.level, sketch);
    const day = dayNumber(article.collected);
    for (const band of print.bands) addBand.run(band, day, pageId);
  }

  return (page, by) => {
    const known = findPage.get(page.path);
    const { article } = page;
    const common = {
      path: page.path,
      error: page.error,
      rawHash: page.rawHash,
      bytes: page.bytes,
      ruleset: by.rulesetId,
      run: by.runId,
      status: article?.page ?? 'failed',
    };
    const lost = known !== undefined && hasBody(known.version_page) && !hasBody(article?.page ?? null);
    if (article === null || lost) {
      const nothing = {
        article: null,
        version: null,
        topic: null,
        collected: null,
        fetched: article?.fetched ?? null,
      };
      const pageId =
        known?.page_id ?? Number(addPage.run({ ...common, ...nothing, unsettled: null }).lastInsertRowid);
      if (known !== undefined) changePage.run({ ...common, ...nothing, unsettled: null, pageId });
      if (known !== undefined && known.status !== common.status) {
        addEvent.run(pageId, by.runId, by.now, common.status, null, page.rawHash, page.error);
      }
      return { pageId, addedVersion: false, addedArticle: false };
    }
    const owner = articleOf(article, by);
    const version = versionOf(page, article, owner.id, known, by);
    const reason: Unsettled =
      known?.version_id == null
        ? 'new_report'
        : known.raw_hash === page.rawHash
          ? 'rules_changed'
          : 'source_changed';
    const columns = {
      ...common,
      article: owner.id,
      version: version.id,
      topic: article.topic,
      collected: article.collected,
      fetched: article.fetched,
      unsettled: known?.version_id === version.id && known.topic === article.topic ? null : reason,
    };
    const pageId = known?.page_id ?? Number(addPage.run(columns).lastInsertRowid);
    if (known !== undefined) changePage.run({ ...columns, pageId });
    if (known?.version_id !== version.id) writeBody(pageId, article, known);
    writeReports(article, {
      pageId,
      path: page.path,
      day: dayNumber(article.published ?? article.collected),
      since: known === undefined ? article.collected : by.now.slice(0, 10),
      reason,
    });
    if (known !== undefined && (known.version_id !== version.id || known.status !== common.status)) {
      addEvent.run(pageId, by.runId, by.now, common.status, version.id, page.rawHash, null);
    }
    return { pageId, addedVersion: version.added, addedArticle: owner.added };
  };
}
