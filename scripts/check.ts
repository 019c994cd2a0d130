/** `npm run check`: exactly what CI runs. Stops at the first step that fails; the last line says what passed. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { NO_COUNTS, countsOfPlaywright, countsOfVitest, summary } from './check-report.ts';
import type { Counts, StepReport } from './check-report.ts';
import { electronReadiness, thisMachine } from './electron-ready.ts';
import { NO_BROWSER, ensureBrowser } from './ensure-browser.ts';

interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Reads the counts of a report that the command writes. */
  readonly report?: { readonly file: string; readonly read: (report: unknown) => Counts };
}

const root = resolve(import.meta.dirname, '..');
const reports = join(root, 'test-results', 'reports');

const testEnvironment = {
  // See testing/test-app.ts.
  DAYGROVE_CHILDREN: 'built',
  // Hundreds of processes compile the same modules: with Node's own cache a host starts in two thirds of the time.
  NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node-compile'),
};

function vitest(name: string, project: string): Step {
  const file = join(reports, `${name.replaceAll(' ', '-')}.json`);
  return {
    name,
    command: [
      'vitest',
      'run',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    report: { file, read: countsOfVitest },
  };
}

const steps: readonly Step[] = [
  { name: 'types', command: ['tsc', '-b'] },
  { name: 'format', command: ['prettier', '--check', '--cache', '--log-level', 'warn', '.'] },
  { name: 'lint', command: ['oxlint'] },
  // Before the tests: their children run what is built, which starts faster, and is what is packed.
  { name: 'build', command: ['node', 'scripts/build.ts'] },
  // One after the other: together, with workers that are shared here and new for each file there, they took twice the time.
  vitest('unit tests', '!integration'),
  vitest('integration tests', 'integration'),
  {
    name: 'e2e',
    command: ['playwright', 'test'],
    // Where playwright.config.ts has its JSON reporter write.
    report: { file: join(reports, 'playwright.json'), read: countsOfPlaywright },
  },
];

function runCommand([command, ...parameters]: readonly [string, ...string[]]): Promise<boolean> {
  const path = `${join(root, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
  return new Promise((settle) => {
    const child = spawn(command, parameters, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...testEnvironment, PATH: path },
      // There, what is in node_modules/.bin are shell scripts.
      shell: process.platform === 'win32',
    });
    child.on('error', () => settle(false));
    child.on('exit', (code) => settle(code === 0));
  });
}

async function runStep({ name, command, report }: Step): Promise<StepReport> {
  process.stdout.write(`\n== ${name}\n`);
  const begun = performance.now();
  const succeeded = await runCommand(command);
  const seconds = (performance.now() - begun) / 1000;
  const written = report !== undefined && existsSync(report.file);
  const counts = written ? report.read(JSON.parse(readFileSync(report.file, 'utf8'))) : NO_COUNTS;
  // Tests of which nobody can say how they went have not passed.
  const isGood = succeeded && counts.failed === 0 && (report === undefined || written);
  return { name, seconds, outcome: isGood ? 'ok' : 'failed', counts };
}

rmSync(reports, { recursive: true, force: true });
const done: StepReport[] = [];
for (const step of steps) {
  const before = done.at(-1);
  const goesOn = before === undefined || before.outcome === 'ok';
  done.push(goesOn ? await runStep(step) : { name: step.name, seconds: 0, outcome: 'not run', counts: NO_COUNTS });
  if (goesOn && step.name === 'build' && (await ensureBrowser()) === null) process.stderr.write(`${NO_BROWSER}\n`);
}

process.stdout.write('\n');
const electron = electronReadiness(thisMachine());
if (!electron.ready) process.stdout.write(`${electron.missing.join('\n')}\n`);
process.stdout.write(`${summary(done).join('\n')}\n`);
process.exitCode = done.every((step) => step.outcome === 'ok') ? 0 : 1;
