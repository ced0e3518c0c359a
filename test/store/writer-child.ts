// A process that writes pages into a database batch by batch, to be killed at any moment.
// usage: writer-child.ts DATABASE PAGES
import { openStore } from '../../src/store/index.js';
import { syntheticPages } from './synthetic.js';

const [, , file = '', count = '0'] = process.argv;
const store = openStore(file);
const run = store.beginRun({ command: 'test', arguments: [], parserVersion: 'p1', rulesVersion: 'r1' });
process.stdout.write('ready\n');
const pages = syntheticPages(Number(count));
for (let i = 0; i < pages.length; i += 8) {
  const batch = pages.slice(i, i + 8).filter((p) => run.knows(p.path, p.rawHash) === null);
  if (batch.length > 0) run.writePages(batch);
}
run.finish({});
store.close();
process.stdout.write('done\n');
