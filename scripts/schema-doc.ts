// Writes docs/schema.md and docs/datasette/metadata.json from the description of the views.
// Run after a change of a view: npx tsx scripts/schema-doc.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { datasetteMetadata, schemaMarkdown } from '../src/store/schema/docs.js';

const docs = join(import.meta.dirname, '..', 'docs');
mkdirSync(join(docs, 'datasette'), { recursive: true });
writeFileSync(join(docs, 'schema.md'), schemaMarkdown());
writeFileSync(join(docs, 'datasette', 'metadata.json'), `${JSON.stringify(datasetteMetadata(), null, 2)}\n`);
