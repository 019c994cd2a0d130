import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // As many as CI has cores; left alone, vitest takes one fewer, and most of these tests wait for other processes.
    maxWorkers: 2,
    projects: [
      {
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
