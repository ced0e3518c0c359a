// The floor that `reparse` is held against: one thread that reads the pages of a tar.gz, hashes them and inserts
// their raw text into SQLite with an FTS5 trigram index. It parses nothing and extracts nothing.
import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import Database from 'better-sqlite3';
import tar from 'tar-stream';

/** Runs the loop over one archive. @returns pages inserted and wall seconds taken */
export async function bareLoop(archive: string): Promise<{ pages: number; seconds: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'bare-loop-'));
  const began = performance.now();
  const db = new Database(join(folder, 'bare.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.exec(`create table pages (id integer primary key, path text unique, sha256 text, text text);
    create virtual table pages_fts using fts5(text, content='pages', content_rowid='id', tokenize='trigram');`);
  const insert = db.prepare('insert into pages (path, sha256, text) values (?, ?, ?)');
  const index = db.prepare('insert into pages_fts (rowid, text) values (?, ?)');
  let pages = 0;
  db.exec('begin');
  for await (const entry of createReadStream(archive).pipe(createGunzip()).pipe(tar.extract())) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    const name = entry.header.name;
    if (entry.header.type !== 'file' || !name.endsWith('.md') || name.endsWith('/daily.md')) continue;
    const bytes = Buffer.concat(chunks);
    const text = bytes.toString('utf8');
    const { lastInsertRowid } = insert.run(name, createHash('sha256').update(bytes).digest('hex'), text);
    index.run(lastInsertRowid, text);
    if (++pages % 500 === 0) db.exec('commit; begin');
  }
  db.exec('commit');
  db.close();
  const seconds = (performance.now() - began) / 1000;
  rmSync(folder, { recursive: true });
  return { pages, seconds };
}
