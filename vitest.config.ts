import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

// As electron.vite.config.ts has it for the page.
const DICTIONARY_FILES = [
  { find: /^(dictionary-en(?:-gb)?)\/(?=index\.(?:aff|dic))/, replacement: `${resolve('node_modules')}/$1/` },
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
          exclude: ['**/*.integration.test.ts'],
          // Property tests and Argon2 take whole cores; what else runs on the machine is no defect of theirs.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['{src-main,scripts,e2e}/**/*.integration.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
