import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const MAX_MEGABYTES = 300;
const script = resolve(import.meta.dirname, 'testing/read-large-notes.ts');

async function readLarge(what: 'joplin' | 'markdown'): Promise<Record<string, number>> {
  const { stdout } = await promisify(execFile)(process.execPath, [script, what]);
  return JSON.parse(stdout) as Record<string, number>;
}

it('reads an archive of Joplin of 220 MB in bounded memory', async () => {
  const { megabytes, before: _before, ...counts } = await readLarge('joplin');
  expect(counts).toEqual({ entries: 5000, media: 200, bytes: 200_000_000, problems: 0 });
  expect(megabytes).toBeLessThan(MAX_MEGABYTES);
}, 600_000);

it('reads a folder of 20,000 notes in bounded memory', async () => {
  const { megabytes, before: _before, ...counts } = await readLarge('markdown');
  expect(counts).toEqual({ entries: 20_000, media: 0, bytes: 0, problems: 0 });
  expect(megabytes).toBeLessThan(MAX_MEGABYTES);
}, 600_000);
