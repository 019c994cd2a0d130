import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { openVirtualScreen, startRealWindow } from '../hosts/real-window.ts';
import type { RealWindow, VirtualScreen } from '../hosts/real-window.ts';
import { Lock } from '../pages/lock.ts';
import { createVault } from '../pages/onboarding.ts';
import { Today } from '../pages/today.ts';
import { isRunning } from '../support/child-processes.ts';
import { MARKER } from '../support/marker.ts';
import { runFolder } from '../support/run-folders.ts';

const root = resolve(import.meta.dirname, '../..');
const main = join(root, 'src-main', 'browser-host', 'main.ts');

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs a script of ours; `until` is asked with every new output and sends it signals when it says so. */
function run(
  parameters: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = {},
  until: { readonly text: RegExp; readonly signals: readonly NodeJS.Signals[] } | null = null,
): Promise<Ended> {
  const child = spawn(process.execPath, parameters, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  let told = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (told || until?.text.test(output) !== true) return;
    told = true;
    for (const signal of until.signals) child.kill(signal);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  return new Promise((settle) => child.once('close', (code) => settle({ code, output, errors })));
}

const READY = /^daygrove-host ready http:\/\/127\.0\.0\.1:\d+\/enter\?token=\S+$/m;
const NO_DISPLAY = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined };

test.describe('@browser starting', () => {
  test('without a display it says where to look, and serves until it is told to end', async () => {
    test.skip(process.platform !== 'linux', 'Only Linux can be without a display.');
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const { code, output } = await run([main, '--profile', test.info().outputPath('profile')], NO_DISPLAY, {
        text: /Ctrl\+C ends it/,
        signals: [signal],
      });
      expect(output).toMatch(
        /^There is no display here\. Daygrove runs; .* http:\/\/127\.0\.0\.1:\d+\/enter\?token=\S+$/m,
      );
      expect(code).toBe(0);
    }
  });

  test('a picture of the first screen shows that it runs', async () => {
    const file = test.info().outputPath('first.png');
    const { code, output } = await run(
      [main, '--headless', '--screenshot', file, '--profile', test.info().outputPath('profile')],
      NO_DISPLAY,
    );
    expect(code).toBe(0);
    expect(output).toContain(file);
    const picture = readFileSync(file);
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    // Width and height of the image's header.
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([1180, 800]);
  });

  test('a mistyped flag is named, and nothing is made', async () => {
    const profile = test.info().outputPath('profile');
    for (const flags of [
      ['--profil', profile],
      ['--clock', 'tomorrow', '--profile', profile],
      ['--time-zone', 'Mars/Base', '--profile', profile],
    ]) {
      const { code, errors } = await run([main, ...flags], NO_DISPLAY);
      expect(code).toBe(1);
      expect(errors).toContain(flags[0]);
      expect(errors.trimEnd().split('\n')).toHaveLength(1);
    }
    expect(() => readdirSync(profile)).toThrow('ENOENT');
  });

  test('when the window’s process ends, the app ends', async () => {
    test.skip(process.platform === 'win32', 'The stand-in for a browser is a shell script.');
    const bin = test.info().outputPath('bin');
    const seen = test.info().outputPath('flags.txt');
    mkdirSync(bin);
    const browser = join(bin, 'chromium');
    writeFileSync(browser, `#!/bin/sh\nprintf '%s\\n' "$@" > '${seen}'\n`);
    chmodSync(browser, 0o755);
    const temporary = test.info().outputPath('tmp');
    mkdirSync(temporary);
    const { code } = await run([main, '--profile', test.info().outputPath('profile')], {
      PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
      DISPLAY: ':77',
      TMPDIR: temporary,
    });
    expect(code).toBe(0);
    const flags = readFileSync(seen, 'utf8').trimEnd().split('\n');
    expect(flags).toEqual(
      expect.arrayContaining([
        '--incognito',
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
        '--disable-background-networking',
        // A file of this window's, not the address: its token would be for every user of the machine to read.
        expect.stringMatching(/^--app=file:\/\/\/.*\/daygrove-window-\w+\/daygrove\.html$/),
        expect.stringMatching(/^--user-data-dir=/),
      ]),
    );
    // The window's folder is gone with the window.
    expect(readdirSync(temporary).filter((name) => name.startsWith('daygrove-window'))).toEqual([]);
  });

  test('an error that nobody caught ends the app in order, without its words', async () => {
    const fail = `process.send ?? process.once('SIGUSR2', () => { throw new TypeError('what I wrote today'); })`;
    const nodeFlags = ['--import', `data:text/javascript,${encodeURIComponent(fail)}`];
    test.skip(process.platform === 'win32', 'Windows has no signals that a program can take.');
    const profile = test.info().outputPath('profile');
    const first = await run(
      [...nodeFlags, main, '--no-open', '--profile', profile],
      {},
      { text: READY, signals: ['SIGUSR2'] },
    );
    expect(first.code).toBe(1);
    expect(first.errors).toMatch(/^Daygrove stopped: TypeError.*\n$/);
    expect(first.errors).not.toContain('wrote');
    // In order: nothing of it holds the profile.
    expect(readFileSync(join(profile, 'logs', 'daygrove.log'), 'utf8')).toContain('app-closed');
    const second = await run([main, '--no-open', '--profile', profile], {}, { text: READY, signals: ['SIGTERM'] });
    expect(second.code).toBe(0);
  });

  test('no signal opens the host to a debugger', async () => {
    test.skip(process.platform === 'win32', 'Windows has no such signal.');
    const report = `process.send ?? process.once('exit', () => console.log('debugger: ' + process.getBuiltinModule('inspector').url()))`;
    const nodeFlags = ['--import', `data:text/javascript,${encodeURIComponent(report)}`];
    const { code, output } = await run(
      [...nodeFlags, main, '--no-open', '--profile', test.info().outputPath('profile')],
      {},
      { text: READY, signals: ['SIGUSR1', 'SIGTERM'] },
    );
    expect(code).toBe(0);
    expect(output).toMatch(/^debugger: undefined$/m);
  });

  test('npm start builds what is stale, serves, and ends with all its processes', async () => {
    const { code, output } = await run(
      [join(root, 'scripts', 'start.ts'), '--no-open', '--profile', test.info().outputPath('profile')],
      {},
      { text: READY, signals: ['SIGTERM'] },
    );
    expect(output.trimEnd().split('\n')).toHaveLength(1);
    expect(code).toBe(0);
  });
});

test.describe('@browser the window that the host opens itself', () => {
  let screen: VirtualScreen | null = null;
  test.beforeEach(async () => {
    screen = await openVirtualScreen();
    test.skip(screen === null, 'There is no Xvfb here: not run with a real window.');
  });
  test.afterEach(() => screen?.close());

  /** Starts the app of this test on one profile, as often as it is called. */
  function starter(): (nodeFlags?: readonly string[]) => Promise<RealWindow> {
    const runDirectory = runFolder(test.info().testId, test.info().repeatEachIndex);
    const options = { runDirectory, profile: join(runDirectory, 'profile'), clock: null, timeZone: null };
    const rest = { idleLockSeconds: null, onPage: () => Promise.resolve() };
    let start = 0;
    return (nodeFlags = []) =>
      startRealWindow({ ...options, ...rest, start: (start += 1) }, screen?.display ?? '', nodeFlags);
  }
  async function textAfterUnlock(window: RealWindow, text: string): Promise<void> {
    await new Lock(window).unlock();
    await expect(new Today(window).text()).toHaveText(text);
  }

  const THROW_ON_SIGUSR2 = `process.send ?? process.once('SIGUSR2', () => { throw new Error(); })`;
  for (const [how, end, expected] of [
    // A terminal sends it to all that it started.
    ['Ctrl+C', (pid: number) => process.kill(-pid, 'SIGINT'), 0],
    ['SIGTERM', (pid: number) => process.kill(pid, 'SIGTERM'), 0],
    ['a terminal that is closed', (pid: number) => process.kill(-pid, 'SIGHUP') && process.kill(pid, 'SIGHUP'), 0],
    ['an error of its own', (pid: number) => process.kill(pid, 'SIGUSR2'), 1],
  ] as const) {
    test(`the last words before ${how} are not lost`, async () => {
      const start = starter();
      const first = await start(['--import', `data:text/javascript,${encodeURIComponent(THROW_ON_SIGUSR2)}`]);
      await createVault(first);
      await new Today(first).write('Before.');
      await new Today(first).text().fill(MARKER);
      end(first.hostPid);
      expect(await first.ended).toBe(expected);
      await expect.poll(() => isRunning(first.windowPid)).toBe(false);

      const second = await start();
      await textAfterUnlock(second, MARKER);
      process.kill(second.hostPid, 'SIGTERM');
      expect(await second.ended).toBe(0);
    });
  }

  test('a window that hangs does not keep the vault open', async () => {
    const start = starter();
    const first = await start();
    await createVault(first);
    await new Today(first).write(MARKER);
    process.kill(-first.windowPid, 'SIGSTOP');
    process.kill(first.hostPid, 'SIGINT');
    expect(await first.ended).toBe(0);
    await expect.poll(() => isRunning(first.windowPid)).toBe(false);
  });

  test('when it is closed, the app ends; when the app is killed, it goes too', async () => {
    const start = starter();
    const first = await start();
    await first.page.getByRole('button', { name: 'Language: English' }).click();
    await first.page.getByRole('menuitem', { name: 'Deutsch' }).click();
    await expect(first.page.getByRole('heading', { name: 'Wähle eine Passphrase' })).toBeVisible();
    await first.page.close();
    expect(await first.ended).toBe(0);

    // The next window is Chromium’s in that language, fields for dates and all; of the system’s it tells the page nothing any more.
    const second = await start();
    expect(readFileSync(`/proc/${String(second.windowPid)}/environ`, 'utf8').split('\0')).toContain('LANGUAGE=de');
    await second.page.getByRole('button', { name: 'Sprache: Deutsch' }).click();
    await expect(second.page.getByRole('menuitem', { name: 'Wie das System (English)' })).toBeVisible();
    process.kill(second.hostPid, 'SIGKILL');
    await expect.poll(() => isRunning(second.windowPid)).toBe(false);
  });
});
