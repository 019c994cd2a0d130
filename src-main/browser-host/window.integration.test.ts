import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BrowserLanguage } from '../../src-shared/intl/choose-language.ts';
import { openWindow } from './window.ts';
import type { BrowserWindow } from './window.ts';

const URL_WITH_TOKEN = 'http://127.0.0.1:4711/enter?token=abc_DEF-123';
let folder: string;
let pid: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daygrove-window-test-'));
  pid = 0;
});
afterEach(() => {
  if (pid !== 0 && isRunning()) process.kill(pid, 'SIGKILL');
  rmSync(folder, { recursive: true });
});

function isRunning(): boolean {
  try {
    process.kill(pid, 0);
    if (process.platform !== 'linux') return true;
    // Of a process that ended and that nobody took notice of, only its number is left.
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    return !stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false;
  }
}
const windowFolders = (): string[] => readdirSync(folder).filter((name) => name.startsWith('daygrove-window-'));

/** Stands in for Chromium: a program that writes down how it was started, and does not end when it is asked to. */
function writeStubbornBrowser(): string {
  const executable = join(folder, 'browser');
  writeFileSync(
    executable,
    `#!/bin/sh
trap '' TERM INT HUP
printf '%s\\n' "$@" > '${folder}/flags'
ulimit -c > '${folder}/limit'
printf '%s' "$LANGUAGE" > '${folder}/language'
echo $$ > '${folder}/pid.new'
mv '${folder}/pid.new' '${folder}/pid'
exec sleep 600
`,
  );
  chmodSync(executable, 0o755);
  return executable;
}

async function started(): Promise<void> {
  await vi.waitFor(() => expect(existsSync(join(folder, 'pid'))).toBe(true), { timeout: 10_000 });
  pid = Number(readFileSync(join(folder, 'pid'), 'utf8'));
}

const open = (executable: string, language: BrowserLanguage | null = null): BrowserWindow =>
  openWindow({ executable, url: URL_WITH_TOKEN, runningAsRoot: false, parentFolder: folder, language });

describe.skipIf(process.platform === 'win32')('a window (its stand-in is a shell script: not on Windows)', () => {
  it('that hangs ends all the same, and its folder is gone with it', async () => {
    const window = open(writeStubbornBrowser());
    await started();
    expect(windowFolders()).toHaveLength(1);
    await window.close(50);
    expect(isRunning()).toBe(false);
    expect(windowFolders()).toEqual([]);
  });

  it('gets the token by a file that only its person can read, not by its command line', async () => {
    const window = open(writeStubbornBrowser());
    await started();
    const flags = readFileSync(join(folder, 'flags'), 'utf8');
    expect(flags).not.toContain('token');
    const file = fileURLToPath(/^--app=(file:.*)$/m.exec(flags)?.[1] ?? '');
    expect(readFileSync(file, 'utf8')).toContain(`content="0;url=${URL_WITH_TOKEN}"`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, windowFolders()[0] ?? '')).mode & 0o777).toBe(0o700);
    await window.close(50);
  });

  it('is in the language of the person, by the switch and by what Linux asks in its stead; else as the system is', async () => {
    const flags = (): string => readFileSync(join(folder, 'flags'), 'utf8');
    const language = (): string => readFileSync(join(folder, 'language'), 'utf8');
    vi.stubEnv('LANGUAGE', 'fr');
    const german = open(writeStubbornBrowser(), 'de');
    await started();
    expect(flags()).toMatch(/^--lang=de$/mu);
    expect(language()).toBe('de');
    await german.close(50);
    rmSync(join(folder, 'pid'));
    const asSystem = open(writeStubbornBrowser());
    await started();
    expect(flags()).not.toContain('--lang');
    expect(language()).toBe('fr');
    await asSystem.close(50);
    vi.unstubAllEnvs();
  });

  it('leaves no core dump', async () => {
    const window = open(writeStubbornBrowser());
    await started();
    expect(readFileSync(join(folder, 'limit'), 'utf8').trim()).toBe('0');
    await window.close(50);
  });

  it('leaves nothing where a process of its own is still writing when its first one has ended', async () => {
    const executable = join(folder, 'browser');
    writeFileSync(
      executable,
      `#!/bin/sh
data=$(printf '%s\\n' "$@" | sed -n 's/^--user-data-dir=//p')
(trap '' TERM; while :; do mkdir -p "$data/cache" && echo more > "$data/cache/$(date +%s%N)"; done) 2>/dev/null &
echo $! > '${folder}/pid.new'
mv '${folder}/pid.new' '${folder}/pid'
exec sleep 600
`,
    );
    chmodSync(executable, 0o755);
    const window = open(executable);
    await started();
    await window.close(10_000);
    expect(isRunning()).toBe(false);
    expect(windowFolders()).toEqual([]);
  });

  it('that cannot be opened has ended', async () => {
    await open(join(folder, 'missing')).ended;
    expect(windowFolders()).toEqual([]);
  });

  it.each([
    ['is killed', 'SIGKILL'],
    ['ends by itself', 'process.exit(1)'],
    ['fails', `throw new Error('dear diary')`],
  ])('does not outlive a host that %s', async (_how, end) => {
    const host = join(folder, 'host.mjs');
    const options = {
      executable: writeStubbornBrowser(),
      url: URL_WITH_TOKEN,
      runningAsRoot: false,
      parentFolder: folder,
      language: null,
    };
    writeFileSync(
      host,
      `const { openWindow } = await import(${JSON.stringify(join(import.meta.dirname, 'window.ts'))});
       openWindow(${JSON.stringify(options)});
       process.stdin.once('data', () => { ${end === 'SIGKILL' ? `process.kill(process.pid, 'SIGKILL')` : end} });`,
    );
    const child = spawn(process.execPath, [host], { stdio: ['pipe', 'ignore', 'ignore'] });
    await started();
    expect(isRunning()).toBe(true);
    child.stdin.write('now\n');
    await once(child, 'exit');
    await vi.waitFor(() => expect(isRunning()).toBe(false), { timeout: 10_000 });
  });
});
