import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

// As electron.vite.config.ts has it for the page.
const DICTIONARY_FILES = [
  { find: /^(dictionary-en(?:-gb)?)\/(?=index\.(?:aff|dic))/, replacement: `${resolve('node_modules')}/$1/` },
];

/** Every file draws from a seed of its own, the same in every check. */
const SETUP = ['scripts/property-seed.ts'];

/** They put other modules in the place of ours, and would find those that another file of their worker had loaded. */
const REPLACE_MODULES = [
  'src-main/features/entries/excerpt.test.ts',
  'src-renderer/features/editor/markdown/serialize-cost.test.ts',
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
          exclude: ['**/*.integration.test.ts', ...REPLACE_MODULES],
          setupFiles: SETUP,
          // A worker takes file after file: a process and the same modules anew for each of 200 cost more than the tests of most.
          isolate: false,
          // Property tests and Argon2 take whole cores; what else runs on the machine is no defect of theirs.
          testTimeout: 30_000,
        },
      },
      {
        test: { name: 'replaced modules', include: REPLACE_MODULES, setupFiles: SETUP, testTimeout: 30_000 },
      },
      {
        test: {
          name: 'integration',
          include: ['{src-main,scripts,e2e}/**/*.integration.test.ts'],
          setupFiles: SETUP,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
