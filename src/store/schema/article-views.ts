import { column, type ViewDoc } from './dictionary.js';

const PATH = column('path', 'text', 'Path of the page, as in the archive.');

/** Views of articles, evidence, corrections and runs. */
export const ARTICLE_VIEWS: readonly ViewDoc[] = [
  {
    name: 'articles',
    about: 'One row a page that was read, with its current text, whatever became of it.',
    label: 'title',
    columns: [
      PATH,
      column('document', 'text', 'Equal for pages with the same text: copies, reposts, near-duplicates.'),
      column('is_original', 'integer', '1 for the page taken for the original of its document.'),
      column(
        'page',
        'text',
        'What became of the page when last seen: ok, teaser, empty, blocked, deleted, image_only or failed.',
      ),
      column('error', 'text', 'Why it failed.'),
      column('kind', 'text', 'Form of the page: article, repost, …'),
      column(
        'topic',
        'text',
        'incident, roundup, vulnerability, malware_analysis, tool, tutorial, policy, advert or other.',
      ),
      column('url', 'text', 'Canonical URL.'),
      column('title', 'text', 'Title.'),
      column('source', 'text', 'Site, feed or WeChat account.'),
      column('author', 'text', 'Author.'),
      column('published', 'date', 'Publication day, or time where the page states it.'),
      column('published_from', 'text', 'Where the publication date was read from.'),
      column('modified', 'date', 'Modification date.'),
      column('fetched', 'time', 'When it was fetched.'),
      column(
        'collected',
        'date',
        'Day of its folder in the archive, else of its fetch, else of its publication.',
      ),
      column('lang', 'text', 'Main language of the body, ISO 639-1; und where there is too little text.'),
      column('original_url', 'text', 'Address of the original that it says it reposts or translates.'),
      column('original_source', 'text', 'Account or site that it says it reposts from.'),
      column('description', 'text', 'Description that the page gives of itself.'),
      column('text', 'text', 'The cleaned body as plain text, of the last good version.'),
      column('repairs', 'json', 'What was mended on the way in, e.g. charset:ptcp154.'),
      column('ignored', 'integer', '1 where a person said to ignore it (corrections).'),
      column('bytes', 'integer', 'Size of the raw page.'),
      column('article_id', 'integer', 'Equal for pages with the same canonical URL. Local to this file.'),
      column('page_id', 'integer', 'Rowid of article_search. Local to this file.'),
    ],
    sql: `SELECT p.path, p.document, p.is_original, p.status, p.error, v.kind, p.topic, v.url, v.title, v.source, v.author,
        v.published, v.published_from, v.modified, v.fetched, p.collected, v.lang, v.original_url, v.original_source,
        v.description, v.text, v.repairs, p.ignored, p.bytes, p.article_id, p.page_id
      FROM page p LEFT JOIN article_version v USING (version_id)`,
  },
  {
    name: 'article_history',
    about:
      'What happened to each page: its versions by content, and when it was found deleted, blocked or empty.',
    columns: [
      PATH,
      column('at', 'time', 'When the database learnt it.'),
      column(
        'event',
        'text',
        'first, source_changed, rules_changed for a version; else the page status then seen.',
      ),
      column('title', 'text', 'Title of that version.'),
      column('published', 'date', 'Publication date of that version.'),
      column('content_hash', 'text', 'Hash of the cleaned content; equal where nothing changed.'),
      column('raw_hash', 'text', 'Hash of the raw bytes.'),
      column('note', 'text', 'The reason, where a page failed.'),
      column('article_id', 'integer', 'Equal for pages with the same canonical URL.'),
      column('run_id', 'integer', 'The run that recorded it.'),
      column('parser_version', 'text', 'Version of the parsers that made it.'),
      column('rules_version', 'text', 'Version of the extraction rules that made it.'),
    ],
    sql: `SELECT p.path, v.recorded_at, v.reason, v.title, v.published, v.content_hash, v.raw_hash, NULL, v.article_id,
        v.run_id, s.parser_version, s.rules_version
      FROM article_version v JOIN page p USING (article_id) JOIN ruleset s ON s.ruleset_id = v.ruleset_id
      UNION ALL
      SELECT p.path, e.seen_at, e.status, NULL, NULL, NULL, e.raw_hash, e.note, p.article_id, e.run_id,
        s.parser_version, s.rules_version
      FROM page_event e JOIN page p USING (page_id) JOIN run r USING (run_id) JOIN ruleset s ON s.ruleset_id = r.ruleset_id
      WHERE e.version_id IS NULL`,
  },
  {
    name: 'article_aliases',
    about: 'Other spellings of the address of an article.',
    columns: [
      column('alias', 'text', 'The address as it was met.'),
      column('article_id', 'integer', 'The article (articles).'),
      column('url', 'text', 'Its identity: the canonical URL, or path: and the path where there is none.'),
    ],
    sql: 'SELECT a.alias, a.article_id, b.identity FROM article_alias a JOIN article b USING (article_id)',
  },
  {
    name: 'article_links',
    about: 'Pairs of pages taken for the same document, with the measure and the reason.',
    columns: [
      PATH,
      column('other_path', 'text', 'Path of the other page.'),
      column('relation', 'text', 'same_url, same_text, near_duplicate or repost.'),
      column('score', 'real', 'Share of the shorter text that is in the other, 0 to 1.'),
      column('reason', 'text', 'Why, in words.'),
    ],
    sql: `SELECT a.path, b.path, l.relation, l.score, l.reason
      FROM page_link l JOIN page a ON a.page_id = l.page_id JOIN page b ON b.page_id = l.other_id`,
  },
  {
    name: 'evidence',
    about: 'Every fact that every article gives, with the sentence it came from and the rule that found it.',
    columns: [
      column('incident_id', 'text', 'The incident that the report was linked to.'),
      PATH,
      column('role', 'text', 'Role of the article for the incident: main, roundup or mention.'),
      column(
        'kind',
        'text',
        'victim, country, sector, status, attack_type, date, count, leaked, not_leaked, actor, malware, money, volume, cve or technique.',
      ),
      column('value', 'text', 'The value; of a name the name, of a date or figure the number.'),
      column('value_json', 'json', 'The value with all its parts.'),
      column('mention', 'text', 'The words as printed.'),
      column('quote', 'text', 'The sentence that they stand in.'),
      column('field', 'text', 'title or text: what start and end count in.'),
      column('start', 'integer', 'Where the sentence begins, in UTF-16 units.'),
      column('end', 'integer', 'Where it ends.'),
      column('rule', 'text', 'Id of the rule that found it.'),
      column('report_id', 'integer', 'The report, as in incident_articles.'),
    ],
    sql: `SELECT r.incident_id, p.path, r.role, f.value ->> 'kind',
        CASE json_type(f.value, '$.value') WHEN 'object' THEN
          coalesce(f.value ->> '$.value.name', f.value ->> '$.value.value', f.value ->> '$.value.amount', f.value ->> '$.value.id')
          ELSE f.value ->> 'value' END,
        f.value -> 'value', f.value ->> 'mention', json_extract(r.record, '$.quotes[' || (f.value ->> 'quote') || '].text'),
        json_extract(r.record, '$.quotes[' || (f.value ->> 'quote') || '].field'),
        json_extract(r.record, '$.quotes[' || (f.value ->> 'quote') || '].start'),
        json_extract(r.record, '$.quotes[' || (f.value ->> 'quote') || '].end'), f.value ->> 'rule', r.report_id
      FROM report r JOIN page p USING (page_id), json_each(r.record, '$.facts') f`,
  },
  {
    name: 'corrections',
    about: 'What people corrected: merge, split, set, ignore, with author, time and reason.',
    columns: [
      column('correction_id', 'integer', 'Counts from 1.'),
      column('kind', 'text', 'merge, split, set or ignore.'),
      column('incident_id', 'text', 'The incident it was made on.'),
      column('target', 'text', 'The other incident, the field, the path, or the two sides of a split.'),
      column('value', 'text', 'The value set.'),
      column('author', 'text', 'Who made it.'),
      column('made_at', 'time', 'When.'),
      column('reason', 'text', 'Why.'),
      column('withdrawn_at', 'time', 'When it was taken back.'),
    ],
    sql: 'SELECT override_id, kind, incident_id, target, value, author, made_at, reason, withdrawn_at FROM override',
  },
  {
    name: 'runs',
    about: 'Every run of a command that wrote, with what it saw.',
    columns: [
      column('run_id', 'integer', 'Counts from 1.'),
      column('command', 'text', 'reparse, crawl, merge, …'),
      column('arguments', 'json', 'What it was given.'),
      column('started_at', 'time', 'When it began.'),
      column('finished_at', 'time', 'When it ended; null where it was killed.'),
      column('pages', 'integer', 'Pages seen.'),
      column('ok', 'integer', 'Pages with a body.'),
      column('failed', 'integer', 'Pages that could not be read.'),
      column('summary', 'json', 'Everything it counted.'),
      column('parser_version', 'text', 'Version of the parsers.'),
      column('rules_version', 'text', 'Version of the extraction rules.'),
    ],
    sql: `SELECT r.run_id, r.command, r.arguments, r.started_at, r.finished_at, r.summary ->> 'pages', r.summary ->> 'ok',
        r.summary ->> 'failed', r.summary, s.parser_version, s.rules_version
      FROM run r JOIN ruleset s USING (ruleset_id)`,
  },
];
