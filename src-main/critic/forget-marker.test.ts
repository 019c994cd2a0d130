import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { removeFolder, temporaryFolder } from '../testing/test-app.ts';

/** The disk takes the rename and fails at the folder behind it, as writeEnvelope expects it to be able to. */
vi.mock('../files/durable-file.ts', async (original) => {
  const real = await original<typeof import('../files/durable-file.ts')>();
  return {
    ...real,
    writeDurably: async (...args: Parameters<typeof real.writeDurably>) => {
      await real.writeDurably(...args);
      throw Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'fsync' });
    },
  };
});

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => removeFolder(folder));

it('F5: a marker that was answered as not written is not there: the next start would remove a vault in use', async () => {
  const { markForgotten } = await import('../profile/forget.ts');
  await expect(markForgotten(folder, null)).rejects.toThrow();
  expect(existsSync(join(folder, 'forget.json'))).toBe(false);
});
