// Prints what the parser makes of pages, one JSON object a line, in the shape that the gold scorer reads.
// Usage: npx tsx eval/parse-gold.ts PAGE…
import { readFileSync } from 'node:fs';
import { parsePage } from '../src/parsers/index.js';

for (const path of process.argv.slice(2)) {
  const { id, page, published, title, markdown } = parsePage({ bytes: readFileSync(path), path });
  process.stdout.write(`${JSON.stringify({ id, page, published, title, markdown, incidents: [] })}\n`);
}
