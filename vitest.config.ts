import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      './vitest.workers.config.ts',
      {
        test: {
          name: 'plain',
          isolate: false,
          // Property tests, on a machine that has other things to do.
          testTimeout: 20_000,
          include: ['{shared,client,scripts,bench,chaos}/**/*.test.ts', 'web/**/*.test.{ts,tsx}'],
          exclude: ['scripts/workerd/**', 'chaos/chaos.test.ts'],
          // Vitest empties stylesheets; the contrast test reads the tokens.
          css: { include: [/design\/(tokens|accents|high-contrast)\.css/] },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['{e2e/**/*,chaos/chaos}.test.ts'],
          // Real servers and browsers want the machine to themselves: two files at a time, after the other projects.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          globalSetup: ['./e2e/harness/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
