import type { Reporter, TestModule } from 'vitest/node';

/** Ends the run with one plain line, `N passed, N failed[, N skipped]`, for those who read the log by machine. */
export class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const n = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    for (const m of modules) {
      for (const t of m.children.allTests()) n[t.result().state]++;
      // A file or a group that broke before its tests ran has failed, though it has no test to count.
      n.failed += m.errors().length;
      for (const suite of m.children.allSuites()) n.failed += suite.errors().length;
    }
    const skipped = n.skipped + n.pending;
    process.on('exit', () => {
      process.stdout.write(
        `${n.passed} passed, ${n.failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`,
      );
    });
  }
}
