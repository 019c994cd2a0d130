import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const results = resolve(import.meta.dirname, '../../test-results');
/** Below it, one folder for each test: its profile, its window's data, its records. All of it is searched for markers. */
export const RUNS = join(results, 'runs');
/** Set in the environment by a set-up that ends before any test. */
export const NOT_RUN = 'DAYGROVE_E2E_NOT_RUN';
/** Beside it, because it holds what must not be found. */
const SECRETS = join(results, 'secrets.jsonl');

export function clearRuns(): void {
  rmSync(RUNS, { recursive: true, force: true });
  rmSync(SECRETS, { force: true });
  mkdirSync(RUNS, { recursive: true });
}

/** A short name: Chromium puts a socket below this folder, and the path of a socket may have about a hundred characters. */
export function runFolder(testId: string, repeat: number): string {
  const name = createHash('sha256')
    .update(`${testId} ${String(repeat)}`)
    .digest('hex')
    .slice(0, 8);
  const folder = join(RUNS, name);
  // A test that is run again, by hand, starts anew.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'records'), { recursive: true });
  return folder;
}

/** Of what the tests of one worker share. */
export function workerFolder(workerIndex: number): string {
  return join(RUNS, `worker-${String(workerIndex)}`);
}

/** From here on the text is looked for after the suite, as the marker is. */
export function rememberSecret(text: string): void {
  mkdirSync(results, { recursive: true });
  appendFileSync(SECRETS, `${JSON.stringify(text)}\n`);
}

export function rememberedSecrets(): string[] {
  if (!existsSync(SECRETS)) return [];
  const lines = readFileSync(SECRETS, 'utf8').trimEnd().split('\n');
  return [...new Set(lines.map((line) => JSON.parse(line) as string))];
}
