import type Database from 'better-sqlite3';
import { CRAWL_SCHEMA_1 } from '../crawl/schema.js';
import { StoreError } from '../errors.js';
import { SCHEMA_1 } from './v1.js';

/** Marks the file as one of ours (`PRAGMA application_id`): the letters BLDG. */
export const APPLICATION_ID = 0x424c4447;

/** Step n brings a file of schema n to schema n + 1. Released steps never change. */
const MIGRATIONS: readonly string[] = [SCHEMA_1 + CRAWL_SCHEMA_1];
export const SCHEMA_VERSION = MIGRATIONS.length;

/**
 * Refuses a file that is not ours or is newer than this program.
 *
 * @returns the schema version of the file, 0 for a new one
 * @throws StoreError
 */
export function checkSchema(db: Database.Database, file: string): number {
  const version = Number(db.pragma('user_version', { simple: true }));
  const application = Number(db.pragma('application_id', { simple: true }));
  if (version > SCHEMA_VERSION && application === APPLICATION_ID) {
    throw new StoreError(
      `${file}: its schema is version ${version}, this program knows up to ${SCHEMA_VERSION}: update breachledger`,
    );
  }
  const tables = Number(db.prepare("SELECT count(*) FROM sqlite_master WHERE type = 'table'").pluck().get());
  if (tables > 0 && application !== APPLICATION_ID) {
    throw new StoreError(`${file}: this SQLite file was not made by breachledger: choose another --db`);
  }
  return version;
}

/** Brings the file to the current schema, all steps in one transaction. */
export function migrate(db: Database.Database, file: string): void {
  if (checkSchema(db, file) === SCHEMA_VERSION) return;
  db.transaction(() => {
    const from = checkSchema(db, file);
    for (const step of MIGRATIONS.slice(from)) db.exec(step);
    db.pragma(`application_id = ${APPLICATION_ID}`);
    db.pragma(`user_version = ${SCHEMA_VERSION}`);
  }).immediate();
}
