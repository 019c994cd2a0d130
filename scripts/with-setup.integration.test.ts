import { spawn } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** Stands for npm: `npm ci` makes node_modules with a Node in it, says a lot, and fails where it is told to. */
const NPM = `
import { appendFileSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
appendFileSync('npm-calls.txt', process.argv.slice(2).join(' ') + '\\n');
console.log('added 345 packages');
if (existsSync('fail')) { console.error('npm error: no route to the registry'); process.exit(1); }
rmSync('node_modules', { recursive: true, force: true });
mkdirSync('node_modules/node/bin', { recursive: true });
symlinkSync(process.execPath, 'node_modules/node/bin/node');
writeFileSync('node_modules/.package-lock.json', '{}');
`;
const SCRIPT = `
if (process.argv[2] === 'wait') {
  process.on('SIGTERM', () => { console.log('told to end'); process.exit(5); });
  setInterval(() => {}, 1000);
  console.log('waiting');
} else {
  console.log(JSON.stringify(process.argv.slice(2)));
  process.exit(3);
}
`;

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'daygrove-setup-'));
  mkdirSync(join(root, 'scripts'));
  copyFileSync(join(import.meta.dirname, 'with-setup.mjs'), join(root, 'scripts', 'with-setup.mjs'));
  writeFileSync(join(root, 'package-lock.json'), '{"lockfileVersion": 3}');
  writeFileSync(join(root, 'npm.mjs'), NPM);
  writeFileSync(join(root, 'scripts', 'script.mjs'), SCRIPT);
});
afterEach(() => rmSync(root, { recursive: true }));

function run(
  parameters: readonly string[] = [],
  onOutput: (output: string, kill: () => void) => void = () => {},
): Promise<{ code: number | null; output: string; errors: string }> {
  const child = spawn(
    process.execPath,
    [join(root, 'scripts', 'with-setup.mjs'), 'scripts/script.mjs', ...parameters],
    {
      env: { ...process.env, npm_execpath: join(root, 'npm.mjs'), npm_node_execpath: process.execPath },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    onOutput(output, () => child.kill('SIGTERM'));
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  return new Promise((settle) => child.once('close', (code) => settle({ code, output, errors })));
}

const npmCalls = (): number =>
  existsSync(join(root, 'npm-calls.txt'))
    ? readFileSync(join(root, 'npm-calls.txt'), 'utf8').trimEnd().split('\n').length
    : 0;

describe.skipIf(process.platform === 'win32')('with-setup (not on Windows: the stand-in for npm makes a link)', () => {
  it('installs in a fresh copy without noise, and runs the script with its arguments and its exit code', async () => {
    const { code, output, errors } = await run(['--profile', 'a b']);
    expect(code).toBe(3);
    expect(output).toBe('["--profile","a b"]\n');
    expect(errors).toBe('Installing packages …\n');
    expect(npmCalls()).toBe(1);
  });

  it('installs once, and again when the lock file has changed', async () => {
    await run();
    expect((await run()).errors).toBe('');
    expect(npmCalls()).toBe(1);
    writeFileSync(join(root, 'package-lock.json'), '{"lockfileVersion": 3, "packages": {}}');
    const later = Date.now() / 1000 + 60;
    utimesSync(join(root, 'package-lock.json'), later, later);
    await run();
    expect(npmCalls()).toBe(2);
  });

  it('believes somebody who ran npm by hand', async () => {
    await run();
    rmSync(join(root, 'node_modules', '.daygrove-install'));
    await run();
    expect(npmCalls()).toBe(1);
  });

  it('installs again where an install was broken off', async () => {
    await run();
    rmSync(join(root, 'node_modules', '.daygrove-install'));
    rmSync(join(root, 'node_modules', '.package-lock.json'));
    await run();
    expect(npmCalls()).toBe(2);
  });

  it('shows what npm said when it failed, and stops there', async () => {
    writeFileSync(join(root, 'fail'), '');
    const { code, output, errors } = await run();
    expect(code).toBe(1);
    expect(output).toBe('');
    expect(errors).toContain('no route to the registry');
  });

  it('passes a signal on and waits for the script', async () => {
    const { code, output } = await run(['wait'], (text, kill) => {
      if (text === 'waiting\n') kill();
    });
    expect(output).toBe('waiting\ntold to end\n');
    expect(code).toBe(5);
  });
});
