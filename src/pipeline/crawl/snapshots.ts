import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { userAgent } from '../../fetchers/crawl.js';
import { readSources, type SourceEntry } from '../../fetchers/index.js';
import { type ImportedSnapshot, openCrawlStore, openStore, snapshotFiles } from '../../store/index.js';
import { programVersions } from '../versions.js';
import { queuedPage } from './visit.js';

/**
 * The pages that were fetched into a database, from its snapshots: the newest good answer of each. With these as
 * its entries, re-parsing needs no network.
 */
export async function* snapshotEntries(dbFile: string): AsyncGenerator<SourceEntry> {
  const store = openStore(dbFile, { readOnly: true });
  const kept = openCrawlStore(store).snapshots();
  store.close();
  const files = snapshotFiles(dbFile);
  for (const { url, finalUrl, hash, contentType, fetchedAt, source, lang, timeZone } of kept) {
    const bytes = await files.get(hash);
    if (bytes === null) {
      yield {
        type: 'failed',
        path: url,
        reason: `its snapshot ${hash} is missing or damaged in ${files.folder}`,
      };
      continue;
    }
    const hints = { source, lang: lang ?? undefined, timeZone: timeZone ?? undefined };
    const snapshot = { bytes, path: url, url: finalUrl, fetchedAt, hints };
    yield { type: 'page', snapshot: contentType === null ? snapshot : { ...snapshot, contentType } };
  }
}

export interface WarcExport {
  readonly records: number;
  /** Snapshots that are missing or damaged. */
  readonly missing: readonly string[];
}

/**
 * Writes the newest good answer of each page as a WARC, each record gzipped where the name ends in `.gz`. The file
 * appears when it is whole.
 */
export async function exportWarc(dbFile: string, warcFile: string): Promise<WarcExport> {
  const { WARCRecord, WARCSerializer } = await import('warcio');
  const gzip = /\.gz$/i.test(warcFile);
  const part = `${warcFile}.part`;
  const out = createWriteStream(part);
  const missing: string[] = [];
  let records = 0;
  try {
    const write = async (record: InstanceType<typeof WARCRecord>): Promise<void> => {
      if (!out.write(await WARCSerializer.serialize(record, { gzip }))) await once(out, 'drain');
    };
    const warcVersion = 'WARC/1.1';
    const info = { software: userAgent(), format: 'WARC File Format 1.1' };
    await write(WARCRecord.createWARCInfo({ filename: warcFile.replace(/^.*\//s, ''), warcVersion }, info));
    for await (const entry of snapshotEntries(dbFile)) {
      if (entry.type !== 'page') {
        missing.push(entry.path);
        continue;
      }
      const { bytes, path, url, contentType, fetchedAt } = entry.snapshot;
      const record = WARCRecord.create(
        {
          type: 'response',
          url: url ?? path,
          date: fetchedAt ?? new Date(0).toISOString(),
          warcVersion,
          httpHeaders: { 'Content-Type': contentType ?? 'text/html', 'Content-Length': String(bytes.length) },
        },
        [bytes],
      );
      await write(record);
      records += 1;
    }
    out.end();
    await finished(out);
    await rename(part, warcFile);
  } catch (error) {
    out.destroy();
    await rm(part, { force: true });
    throw error;
  }
  return { records, missing };
}

export interface WarcImport {
  readonly pages: number;
  readonly added: number;
  readonly failed: readonly { readonly path: string; readonly reason: string }[];
}

const IMPORT_BATCH = 200;

/**
 * Keeps the pages of WARC files as snapshots of a database, as if they had been fetched by it; re-parse from
 * snapshots to read them.
 */
export async function importWarc(files: readonly string[], dbFile: string): Promise<WarcImport> {
  const store = openStore(dbFile);
  try {
    const queue = openCrawlStore(store);
    const snapshots = snapshotFiles(dbFile);
    const run = store.beginRun({ command: 'warc import', arguments: files, ...programVersions() });
    const failed: { path: string; reason: string }[] = [];
    let pages = 0;
    let added = 0;
    let batch: ImportedSnapshot[] = [];
    const flush = (): void => {
      added += queue.importSnapshots(run.runId, 'warc', batch);
      batch = [];
    };
    for await (const entry of readSources(files)) {
      if (entry.type === 'failed') failed.push({ path: entry.path, reason: entry.reason });
      if (entry.type !== 'page') continue;
      const { bytes, url, contentType, fetchedAt } = entry.snapshot;
      if (url === undefined) {
        failed.push({
          path: entry.snapshot.path,
          reason: 'has no address: only pages of WARC files are imported',
        });
        continue;
      }
      pages += 1;
      batch.push({
        page: queuedPage(url, undefined),
        hash: await snapshots.put(bytes),
        contentType: contentType ?? null,
        fetchedAt: fetchedAt ?? new Date().toISOString(),
      });
      if (batch.length >= IMPORT_BATCH) flush();
    }
    flush();
    run.finish({ pages, added, failed: failed.length });
    return { pages, added, failed };
  } finally {
    store.close();
  }
}
