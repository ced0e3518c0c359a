import type { Store } from './store.js';

/** A value that is kept with the database under a name, or null. */
export function readSetting(store: Store, name: string): string | null {
  return (
    store.db.prepare<[string], string>('SELECT value FROM setting WHERE name = ?').pluck().get(name) ?? null
  );
}

/** Keeps a value with the database; it replaces what was kept under the same name. */
export function keepSetting(store: Store, name: string, value: string): void {
  store.db.prepare('INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)').run(name, value);
}
