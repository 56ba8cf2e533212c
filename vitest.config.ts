import { defineConfig } from 'vitest/config';

/** Three projects so that a slow kind of test never hides in a fast one. */
export default defineConfig({
  test: {
    // Three at a time on two cores: tests that start, kill and wait for processes leave one idle now and then.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{kit,features,platform,ui,client,testing,scripts,apps}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.integration.test.ts', '**/*.browser.test.ts', '**/node_modules/**'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          globalSetup: 'testing/data-folder.ts',
          setupFiles: 'platform/postgres/resolve-drizzle.ts',
          include: ['{kit,features,platform,client,testing,apps}/**/*.integration.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          pool: 'forks',
        },
      },
      {
        test: {
          name: 'browser',
          globalSetup: 'testing/data-folder.ts',
          setupFiles: 'platform/postgres/resolve-drizzle.ts',
          include: ['{features,apps,ui,testing}/**/*.browser.test.ts'],
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // A browser, a server and two engines on two busy cores: once more before a change is refused.
          retry: 1,
          pool: 'forks',
        },
      },
    ],
  },
});
