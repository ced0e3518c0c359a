import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import {
  backup,
  doctor,
  openStore,
  rebuildSearch,
  StoreError,
  searchArticles,
  searchQuery,
  VIEWS,
} from '../../src/store/index.js';
import { SCHEMA_VERSION } from '../../src/store/schema/migrations.js';
import { page, picture, rows, storeWith, tempDb, write } from './build.js';
import { syntheticPages } from './synthetic.js';

const FILES = join(import.meta.dirname, 'files');
const attempt = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(StoreError);
    return error instanceof Error ? error.message : '';
  }
  return 'no error';
};

describe('a file that cannot be used is refused with its name and what to do', () => {
  test('one that is not there, read-only', () => {
    expect(attempt(() => openStore('/nowhere/x.db', { readOnly: true }))).toMatch(
      /x\.db: there is no such file.*reparse/,
    );
  });
  test('one whose folder is not there', () => {
    expect(attempt(() => openStore('/nowhere/x.db'))).toMatch(/x\.db/);
  });
  test('one that is no database', () => {
    const file = tempDb();
    writeFileSync(
      file,
      'this is a text file, and not a short one, so that SQLite looks at its header'.repeat(20),
    );
    expect(attempt(() => openStore(file))).toMatch(/no SQLite database/);
  });
  test('a database of another program', () => {
    const file = tempDb();
    const db = new Database(file);
    db.exec('CREATE TABLE notes (text)');
    db.close();
    expect(attempt(() => openStore(file))).toMatch(/not made by breachledger/);
  });
  test('a database of a newer program, which stays as it was', () => {
    const store = storeWith([]);
    store.close();
    const db = new Database(store.file);
    db.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    db.close();
    const before = readFileSync(store.file);
    expect(attempt(() => openStore(store.file))).toMatch(/update breachledger/);
    expect(attempt(() => openStore(store.file, { readOnly: true }))).toMatch(/update breachledger/);
    expect(readFileSync(store.file).equals(before)).toBe(true);
  });
  test('a locked one, after the time to wait', () => {
    const store = storeWith([]);
    const other = new Database(store.file);
    other.exec('BEGIN IMMEDIATE');
    const second = openStore(store.file, { busyTimeout: 50 });
    expect(attempt(() => write(second, [page({ path: 'a.md' })]))).toMatch(/write lock/);
    other.exec('ROLLBACK');
    other.close();
    expect(write(second, [page({ path: 'a.md' })]).articles).toBe(1);
    second.close();
    store.close();
  });
  test('a damaged one', () => {
    const store = storeWith(syntheticPages(60));
    store.close();
    const bytes = readFileSync(store.file);
    for (let at = 8192; at + 4096 < bytes.length; at += 8192) bytes.fill(0xa5, at, at + 2000);
    writeFileSync(store.file, bytes);
    const message = attempt(() => {
      const damaged = openStore(store.file);
      write(damaged, syntheticPages(80));
      damaged.close();
    });
    expect(message).toMatch(/damaged/);
  });
  test.skipIf(process.getuid?.() === 0)('a read-only one', () => {
    const store = storeWith([]);
    store.close();
    chmodSync(store.file, 0o444);
    chmodSync(dirname(store.file), 0o555);
    const message = attempt(() => openStore(store.file));
    chmodSync(dirname(store.file), 0o755);
    expect(message).toMatch(/read-only/);
  });
  test('a full disk: nothing of the batch is written, and all is well once there is space', () => {
    const store = storeWith(syntheticPages(10));
    const before = picture(store);
    const pages = Number(store.db.pragma('page_count', { simple: true }));
    // SQLite answers SQLITE_FULL at this limit exactly as at a full disk.
    store.db.pragma(`max_page_count = ${pages + 2}`);
    expect(attempt(() => write(store, syntheticPages(200)))).toMatch(/disk is full/);
    expect(picture(store)).toEqual(before);
    store.db.pragma('max_page_count = 1000000');
    expect(write(store, syntheticPages(200)).articles).toBe(200);
    expect(doctor(store).filter((f) => !f.ok)).toEqual([]);
    store.close();
  });
});

test('a reader that holds on sees its state, blocks no writer, and the log shrinks when it is gone', () => {
  const store = storeWith(syntheticPages(10));
  const reader = openStore(store.file, { readOnly: true });
  reader.db.exec('BEGIN');
  expect(rows(reader, 'SELECT count(*) AS n FROM articles')).toEqual([{ n: 10 }]);
  for (let i = 20; i <= 200; i += 20) write(store, syntheticPages(i));
  expect(rows(reader, 'SELECT count(*) AS n FROM articles')).toEqual([{ n: 10 }]);
  reader.db.exec('COMMIT');
  reader.close();
  store.close();
  expect(existsSync(`${store.file}-wal`) ? statSync(`${store.file}-wal`).size : 0).toBe(0);
});

test('a file of schema 1 opens and is read in full', () => {
  const file = tempDb();
  copyFileSync(join(FILES, 'schema-1.db'), file);
  const store = openStore(file);
  expect(store.db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
  expect(rows(store, 'SELECT victim, people_affected, articles FROM incidents')).toEqual([
    { victim: 'Northwind', people_affected: 17891, articles: 2 },
  ]);
  for (const view of VIEWS) expect(() => rows(store, `SELECT * FROM ${view.name}`)).not.toThrow();
  expect(doctor(store).filter((f) => !f.ok)).toEqual([]);
  store.close();
});

test('a backup made while the database is open holds the same, and never overwrites a file', async () => {
  const store = storeWith(syntheticPages(50));
  const target = `${store.file}.backup`;
  const made = await backup(store, target);
  expect(made.tables.find((t) => t.table === 'page')?.rows).toBe(50);
  const copy = openStore(target, { readOnly: true });
  expect(picture(copy)).toEqual(picture(store));
  copy.close();
  await expect(backup(store, target)).rejects.toThrow(/exists already/);
  store.close();
});

describe('the full-text index', () => {
  const find = (store: ReturnType<typeof openStore>, words: string): string[] => {
    const match = searchQuery(words);
    return match === null ? [] : searchArticles(store, match, words, 20).map((h) => h.path);
  };
  const texts: readonly (readonly [string, string, string])[] = [
    ['zh.md', '某酒店会员数据泄露', '近日，某酒店集团的会员信息遭到泄露，涉及支付宝账号。'],
    ['hant.md', '資料外洩', '醫院病患資料遭勒索軟體加密。'],
    ['en.md', 'Hospital breached', 'The hospital said that breaches of two databases exposed patient names.'],
    ['mixed.md', 'PowerSchool 泄露', '教育软件商 PowerSchool 泄露了学生资料。'],
  ];
  const store = (): ReturnType<typeof openStore> =>
    storeWith(texts.map(([path, title, text]) => page({ path, title, text })));

  test.each([
    ['酒店', ['zh.md']],
    ['泄露', ['mixed.md', 'zh.md']],
    ['支付宝', ['zh.md']],
    ['酒店 泄露', ['zh.md']],
    ['支付宝账号', ['zh.md']],
    ['店酒', []],
    ['医院', ['hant.md']],
    ['勒索軟體', ['hant.md']],
    ['breach hospitals', ['en.md']],
    ['"patient names"', ['en.md']],
    ['"names patient"', []],
    ['powerschool 学生', ['mixed.md']],
    ['泄露 -酒店', ['mixed.md']],
    ['AND OR "', []],
  ])('%s finds %j', (words, paths) => {
    const made = store();
    expect(find(made, words).sort()).toEqual(paths);
    made.close();
  });

  test('a match in the title comes before one in the text', () => {
    const made = storeWith([
      page({ path: 'text.md', title: '周报', text: '本周有一家酒店。' }),
      page({ path: 'title.md', title: '酒店', text: '本周新闻一则。' }),
    ]);
    expect(find(made, '酒店')).toEqual(['title.md', 'text.md']);
    made.close();
  });

  test('stays in step when pages change a hundred times, and can be made anew', () => {
    const made = storeWith([page({ path: 'a.md', text: '酒店 0' })]);
    for (let i = 1; i <= 100; i++) write(made, [page({ path: 'a.md', text: `泄露 ${i}` })]);
    expect(rows(made, 'SELECT count(*) AS n FROM article_search_docsize')).toEqual([{ n: 1 }]);
    expect(find(made, '酒店')).toEqual([]);
    expect(find(made, '泄露')).toEqual(['a.md']);
    expect(() =>
      made.db.exec("INSERT INTO article_search (article_search) VALUES ('integrity-check')"),
    ).not.toThrow();
    expect(rebuildSearch(made)).toBe(1);
    expect(find(made, '泄露')).toEqual(['a.md']);
    made.close();
  });
});

describe('other programs open the file', () => {
  const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

  test.skipIf(!has('sqlite3'))('the sqlite3 shell reads every view and the index', () => {
    const store = storeWith(syntheticPages(30));
    store.close();
    for (const view of VIEWS) {
      const ran = spawnSync('sqlite3', [store.file, `SELECT * FROM ${view.name} LIMIT 5`], {
        encoding: 'utf8',
      });
      expect(ran.stderr).toBe('');
    }
    const search = spawnSync(
      'sqlite3',
      [
        store.file,
        "SELECT count(*) FROM article_search s JOIN articles a ON a.page_id = s.rowid WHERE article_search MATCH '泄露'",
      ],
      { encoding: 'utf8' },
    );
    expect(search.stdout.trim()).toBe('30');
  });

  test.skipIf(!has('sqlite-utils'))(
    'sqlite-utils lists the views and reads each',
    { timeout: 120_000 },
    () => {
      const store = storeWith(syntheticPages(12));
      store.close();
      const views = JSON.parse(
        spawnSync('sqlite-utils', ['views', store.file], { encoding: 'utf8' }).stdout,
      ) as { view: string }[];
      expect(views.map((v) => v.view).sort()).toEqual(VIEWS.map((v) => v.name).sort());
      for (const name of ['incidents', 'incident_states', 'evidence']) {
        const ran = spawnSync('sqlite-utils', ['rows', store.file, name, '--limit', '3'], {
          encoding: 'utf8',
        });
        expect(ran.status).toBe(0);
        expect(JSON.parse(ran.stdout)).not.toEqual([]);
      }
    },
  );
});
