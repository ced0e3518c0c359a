import { readFileSync } from 'node:fs';
import type { Config } from '../fetchers/crawl.js';
import { CommandError } from './output.js';

/**
 * Reads `sources.yaml`.
 * @throws CommandError that names the file, and the line of each fault
 */
export async function readConfig(file: string): Promise<Config> {
  const { ConfigError, parseConfig } = await import('../fetchers/crawl.js');
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${file} cannot be read (${reason}); \`breachledger sources add URL\` begins one`);
  }
  try {
    return parseConfig(text, file);
  } catch (error) {
    if (error instanceof ConfigError) throw new CommandError(error.message);
    throw error;
  }
}

/** Refuses names that no enabled source of the configuration has. */
export function checkNames(config: Config, names: readonly string[] | undefined, file: string): void {
  const unknown = (names ?? []).filter((name) => !config.sources.some((source) => source.name === name));
  if (unknown.length === 0) return;
  const known = config.sources.map((source) => source.name).join(', ');
  throw new CommandError(`${unknown.join(', ')}: no such source in ${file}; it has ${known || 'none'}`);
}
