import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

// As electron.vite.config.ts has it for the page.
const DICTIONARY_FILES = [
  { find: /^(dictionary-en(?:-gb)?)\/(?=index\.(?:aff|dic))/, replacement: `${resolve('node_modules')}/$1/` },
];

/** Every file draws from a seed of its own, the same in every check. */
const SETUP = ['scripts/property-seed.ts'];

/** They count how often something is made or called once only, and put other modules in the place of ours: what another file of their worker had loaded is in their way. */
const NEED_FRESH_MODULES = [
  'src-main/features/entries/excerpt.test.ts',
  'src-main/profile/forget-marker.test.ts',
  'src-main/storage/service-unlock.test.ts',
  'src-renderer/features/editor/markdown/serialize-cost.test.ts',
  'src-renderer/intl/dates.test.ts',
];

export default defineConfig({
  test: {
    // As many as CI has cores; left alone, vitest takes one fewer, and most of these tests wait for other processes.
    maxWorkers: 3,
    projects: [
      {
        resolve: { alias: DICTIONARY_FILES },
        test: {
          name: 'unit',
          include: ['src-{shared,main,renderer}/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: ['**/*.integration.test.ts', ...NEED_FRESH_MODULES],
          setupFiles: SETUP,
          // A worker takes file after file: a process and the same modules anew for each of 200 cost more than the tests of most.
          isolate: false,
          // Property tests and Argon2 take whole cores; what else runs on the machine is no defect of theirs.
          testTimeout: 30_000,
        },
      },
      {
        test: { name: 'fresh modules', include: NEED_FRESH_MODULES, setupFiles: SETUP, testTimeout: 30_000 },
      },
      {
        test: {
          name: 'integration',
          include: ['{src-main,scripts,e2e}/**/*.integration.test.ts'],
          setupFiles: SETUP,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // They wait for processes, on machines that do other things too.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
