import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Child } from '../processes/child.ts';
import { CHILD_ENTRIES, childEnvironment, createNodeSpawn } from './node-child.ts';

const ECHO = `
process.on('message', (message) => {
  if (message === 'leave') process.exit(7);
  if (message === 'flags') process.send(process.execArgv);
  else if (message === 'environment') process.send(process.env);
  else process.send(message);
});
`;
let folder: string;
let child: Child;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daygrove-child-'));
  const entry = join(folder, 'echo.mjs');
  writeFileSync(entry, ECHO);
  child = createNodeSpawn({ storage: entry, import: join(folder, 'missing.mjs'), sync: '' })('storage');
});
afterEach(() => {
  child.kill();
  rmSync(folder, { recursive: true });
});

const nextMessage = (of: Child): Promise<unknown> => new Promise((resolve) => of.onMessage(resolve));
const exitOf = (of: Child): Promise<number | null> => new Promise((resolve) => of.onExit(resolve));

describe('a child of plain Node', () => {
  it('gets and sends values with bytes', async () => {
    const message = { text: 'ä 🌱', bytes: new Uint8Array([0, 255]), list: [1.5, null, true] };
    const answer = nextMessage(child);
    child.post(message);
    expect(await answer).toEqual(message);
    expect(child.pid).toBeGreaterThan(0);
  });

  it('runs with the host’s own Node flags', async () => {
    const answer = nextMessage(child);
    child.post('flags');
    expect(await answer).toEqual([...process.execArgv, '--disable-sigusr1']);
  });

  it('gets of the environment what it needs, and nothing that brings code into it', async () => {
    const stranger = { NODE_OPTIONS: '--inspect=0', LIBSQL_JS_DEV: '1', LD_PRELOAD: '/x.so', DISPLAY: ':0' };
    const needed = { PATH: '/bin', Path: '/bin', HOME: '/home/nobody', SystemRoot: 'C:\\Windows', TZ: 'UTC' };
    expect(childEnvironment({ ...stranger, ...needed })).toEqual(needed);
    const answer = nextMessage(child);
    child.post('environment');
    const unknown = Object.keys((await answer) as object).filter(
      (name) => childEnvironment({ [name]: '' })[name] !== '',
    );
    // The shell's own, and what macOS gives to everybody.
    expect(
      unknown.filter((name) => !['PWD', 'OLDPWD', 'SHLVL', '_', '__CF_USER_TEXT_ENCODING'].includes(name)),
    ).toEqual([]);
  });

  it('leaves no core dump, which would be its memory in clear', async (context) => {
    context.skip(process.platform !== 'linux', 'Only Linux shows the limits of a process.');
    const answer = nextMessage(child);
    child.post('ready?');
    await answer;
    const limits = readFileSync(`/proc/${String(child.pid)}/limits`, 'utf8');
    expect(/^Max core file size +(\S+) +(\S+)/m.exec(limits)?.slice(1)).toEqual(['0', '0']);
  });

  it('opens no door to a debugger', async (context) => {
    context.skip(process.platform !== 'linux', 'Only Linux shows whether a signal is taken.');
    const answer = nextMessage(child);
    child.post('ready?');
    await answer;
    const status = readFileSync(`/proc/${String(child.pid)}/status`, 'utf8');
    // A Node that can open one catches it.
    const caught = BigInt(`0x${/^SigCgt:\s*(\w+)/m.exec(status)?.[1] ?? ''}`);
    expect(caught & (1n << BigInt(constants.signals.SIGUSR1 - 1))).toBe(0n);
    process.kill(child.pid ?? NaN, 'SIGUSR1');
    const later = nextMessage(child);
    child.post('still there?');
    expect(await later).toBe('still there?');
  });

  it('is out of reach of the terminal’s Ctrl+C', async (context) => {
    context.skip(process.platform !== 'linux', 'Only Linux shows the session of a process.');
    const answer = nextMessage(child);
    child.post('ready?');
    await answer;
    const stat = readFileSync(`/proc/${String(child.pid)}/stat`, 'utf8');
    const [, , group, session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    expect([group, session]).toEqual([String(child.pid), String(child.pid)]);
  });

  it('tells how it ended, and takes no harm from what is posted after', async () => {
    const exit = exitOf(child);
    child.post('leave');
    expect(await exit).toBe(7);
    child.post('late');
    child.kill();
  });

  it('ends at once when it is killed', async () => {
    const exit = exitOf(child);
    child.kill();
    expect(await exit).toBeNull();
  });

  it('tells when its code cannot be run', async () => {
    const broken = createNodeSpawn({ storage: '', import: join(folder, 'missing.mjs'), sync: '' })('import');
    expect(await exitOf(broken)).toBe(1);
  });

  it('writes nothing to the host’s output, whatever goes wrong in it', async () => {
    const loud = join(folder, 'loud.mjs');
    writeFileSync(loud, `console.error('what I wrote today'); console.log('what I wrote today'); process.abort();`);
    const host = join(folder, 'host.mjs');
    const here = JSON.stringify(join(import.meta.dirname, 'node-child.ts'));
    writeFileSync(
      host,
      `const { createNodeSpawn } = await import(${here});
       createNodeSpawn({ storage: ${JSON.stringify(loud)}, import: '' })('storage').onExit(() => console.log('ended'));`,
    );
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [host]);
    expect(stdout).toBe('ended\n');
    expect(stderr).toBe('');
  });

  it('is the code of this repository', () => {
    expect(existsSync(CHILD_ENTRIES.source.storage)).toBe(true);
    expect(existsSync(CHILD_ENTRIES.source.import)).toBe(true);
  });
});
