/**
 * `npm run fuzz`: the property tests in rounds, each with a random seed, until DAYGROVE_FUZZ_SECONDS are over (600 unless told) or a round fails.
 * `npm run fuzz -- SEED`: the one round of that seed.
 */
import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const FOLDERS = '{src-shared,src-main,src-renderer,scripts,e2e}';

/** The test files that draw: paths from the root. */
function propertyTests(): readonly string[] {
  return globSync(`${FOLDERS}/**/*.test.{ts,tsx}`, { cwd: root })
    .filter((path) => readFileSync(join(root, path), 'utf8').includes(`from 'fast-check'`))
    .toSorted();
}

function runRound(seed: number, files: readonly string[]): Promise<boolean> {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  return new Promise((settle) => {
    const child = spawn(process.execPath, [vitest, 'run', '--reporter=dot', ...files], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, DAYGROVE_FUZZ_SEED: String(seed) },
    });
    child.on('error', () => settle(false));
    child.on('exit', (code) => settle(code === 0));
  });
}

function wholeNumber(name: string, text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`${name} is no whole number: ${text}`);
  return number;
}

const [given] = process.argv.slice(2);
const seconds = wholeNumber('DAYGROVE_FUZZ_SECONDS', process.env['DAYGROVE_FUZZ_SECONDS'] ?? '600');
const files = propertyTests();
const endsAt = performance.now() + seconds * 1000;
let rounds = 0;
do {
  const seed = given === undefined ? randomInt(2 ** 31) : wholeNumber('The seed', given);
  process.stdout.write(`\n== round ${String(rounds + 1)} of ${String(files.length)} files, seed ${String(seed)}\n`);
  if (!(await runRound(seed, files))) {
    process.stderr.write(`A round failed. To repeat it: npm run fuzz -- ${String(seed)}\n`);
    process.exitCode = 1;
    break;
  }
  rounds += 1;
} while (given === undefined && performance.now() < endsAt);
if (process.exitCode !== 1) process.stdout.write(`${String(rounds)} rounds, and no counterexample.\n`);
