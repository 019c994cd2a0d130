import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesOfFile, makeZip } from './testing/zip-maker.ts';

const script = resolve(import.meta.dirname, 'testing/memory-child.ts');
const MAX_MEGABYTES = 300;

let folder: string;
let archive: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'daygrove-memory-'));
  archive = join(folder, 'many.zip');
  const members = Array.from({ length: 100_000 }, (_, index) => ({ name: `photos/${index}.jpeg`, stored: true }));
  await writeFile(archive, await bytesOfFile(makeZip(members)));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(task: string): Promise<{ found: number; megabytes: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, task, archive]);
  return JSON.parse(stdout) as { found: number; megabytes: number };
}

describe('memory of a process that reads', () => {
  it.each<[string, string, number, number]>([
    ['a journal of 100,000 entries, 230 MB', 'journal', 100_000, 100_000],
    ['a member that unpacks to 50 GB, for as long as it is wanted', 'bomb', 500_000_000, 510_000_000],
    ['an archive of 100,000 members', 'members', 100_000, 100_000],
  ])(
    '%s stays bounded',
    async (_what, task, least, most) => {
      const { found, megabytes } = await run(task);
      expect(found).toBeGreaterThanOrEqual(least);
      expect(found).toBeLessThanOrEqual(most);
      expect(megabytes).toBeLessThan(MAX_MEGABYTES);
    },
    300_000,
  );
});
