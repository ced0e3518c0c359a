import { defineConfig } from 'vitest/config';
import { CountReporter } from './test/support/count-reporter.js';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 30_000,
    pool: 'forks',
    // By default one core is left to others, and on two the files would run one after the other.
    maxWorkers: '100%',
    reporters: ['default', new CountReporter()],
  },
});
