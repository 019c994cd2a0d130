import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const MAX_MEGABYTES = 300;

interface Printed {
  readonly outcome: unknown;
  readonly megabytes: number;
}

/** Runs the fuzzer in a process whose heap ends long before the machine's does, and is as frugal as the import process (`keepMemorySmall`). */
async function run(...args: readonly string[]): Promise<Printed> {
  const script = resolve(import.meta.dirname, '../testing/archive-fuzz.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--max-old-space-size=200',
    '--max-semi-space-size=8',
    '--semi-space-growth-factor=1',
    '--expose-gc',
    script,
    ...args,
  ]);
  return JSON.parse(stdout) as Printed;
}

test('spoilt archives end in problems or a refusal, within the memory of an import', async () => {
  const { outcome, megabytes } = await run('mutated', String(Date.now() % 2 ** 31), '400');
  const { whole, problems } = outcome as { whole: number; problems: number };
  expect(whole).toBeGreaterThan(0);
  expect(problems).toBeGreaterThan(0);
  expect(megabytes).toBeLessThan(MAX_MEGABYTES);
}, 180_000);

test('archives that unpack to gigabytes are given up, within the same memory', async () => {
  const { outcome, megabytes } = await run('bombs');
  expect(outcome).toEqual({
    'one line of half a gigabyte': { items: 1, problems: 1, failure: null },
    'empty lines': { items: 1, problems: 1, failure: null },
    brackets: { items: 40, problems: 40, failure: null },
    'lines of fifteen megabytes': { items: 6, problems: 0, failure: null },
    'lines of many values': { items: 10, problems: 10, failure: null },
    'a medium of two hundred megabytes': { items: 1, problems: 1, failure: null },
    'a medium that says it is small': { items: 1, problems: 1, failure: null },
    'a manifest of a hundred megabytes': { items: 1, problems: 1, failure: null },
  });
  expect(megabytes).toBeLessThan(MAX_MEGABYTES);
}, 240_000);
