import { defineConfig } from '@playwright/test';
import type { AppOptions } from './e2e/fixtures.ts';

export default defineConfig<AppOptions>({
  outputDir: 'test-results/e2e',
  globalSetup: './e2e/global-setup.ts',
  globalTeardown: './e2e/global-teardown.ts',
  // The machine of CI has two cores. Most of a spec is waiting (for a pause in the typing, for processes to end), so three share them well.
  workers: 3,
  fullyParallel: true,
  // A test that passes the second time has found something.
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/reports/playwright.json' }]],
  // Traces, videos and pictures hold what was typed, in clear, in a folder that nobody searches.
  use: { trace: 'off', video: 'off', screenshot: 'off' },
  projects: [
    // Those of the sync server are vitest's.
    { name: 'harness', testDir: 'e2e/support', testMatch: '*.test.ts', testIgnore: '**/*.integration.test.ts' },
    { name: 'browser', testDir: 'e2e/specs', grepInvert: /@electron/, use: { host: 'browser' } },
    // Without a mouse: in the check the main journey of each spec, with DAYGROVE_KEYS=all every test but those that are about the mouse (each names its counterpart).
    {
      name: 'keys',
      testDir: 'e2e/specs',
      ...(process.env['DAYGROVE_KEYS'] === 'all' ? {} : { grep: /@journey/ }),
      grepInvert: /@electron|@mouse/,
      // Every stop of the Tab key is looked at.
      timeout: 180_000,
      use: { host: 'browser', input: 'keys' },
    },
    // The shared specs again, and those of Electron alone. Without its binary each of them is skipped by name.
    { name: 'electron', testDir: 'e2e/specs', grepInvert: /@browser/, use: { host: 'electron' } },
  ],
});
