import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';

const script = resolve(import.meta.dirname, 'testing/memory-child.ts');

async function growth(...args: readonly string[]): Promise<{ bytes: number; megabytes: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'daygrove-memory-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [format, entries, ...more] = args;
  const command = [script, format!, entries!, join(folder, 'a.zip'), ...more];
  const { stdout } = await promisify(execFile)(process.execPath, command);
  return JSON.parse(stdout) as { bytes: number; megabytes: number };
}

// They take 35 to 60 MB, and ten times as many 160 to 220 (docs/bench.md); zip.js, which keeps each member, took 257 here.
test.each([
  ['Markdown', ['markdown', '10000'], 3_000_000],
  ['an archive, with as many files', ['archive', '10000', 'with files'], 8_000_000],
] as const)('ten thousand entries as %s need little memory', async (_name, args, least) => {
  const { bytes, megabytes } = await growth(...args);
  expect(bytes).toBeGreaterThan(least);
  expect(megabytes).toBeLessThan(120);
});
