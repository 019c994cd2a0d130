import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';

const root = resolve(import.meta.dirname, '../..');
const main = join(root, 'src-main', 'browser-host', 'main.ts');

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs a script of ours; `until` is asked with every new output and ends it by a signal when it says so. */
function run(
  parameters: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = {},
  until: { readonly text: RegExp; readonly signal: NodeJS.Signals } | null = null,
): Promise<Ended> {
  const child = spawn(process.execPath, parameters, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (until?.text.test(output) === true) child.kill(until.signal);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  return new Promise((settle) => child.once('close', (code) => settle({ code, output, errors })));
}

const NO_DISPLAY = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined };

test.describe('@browser starting', () => {
  test('without a display it says where to look, and serves until it is told to end', async () => {
    test.skip(process.platform !== 'linux', 'Only Linux can be without a display.');
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const { code, output } = await run([main, '--profile', test.info().outputPath('profile')], NO_DISPLAY, {
        text: /Ctrl\+C ends it/,
        signal,
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
        expect.stringMatching(/^--app=http:\/\/127\.0\.0\.1:\d+\/enter\?token=/),
        expect.stringMatching(/^--user-data-dir=/),
      ]),
    );
    // The window's folder is gone with the window.
    expect(readdirSync(temporary).filter((name) => name.startsWith('daygrove-window'))).toEqual([]);
  });

  test('npm start builds what is stale, serves, and ends with all its processes', async () => {
    const { code, output } = await run(
      [join(root, 'scripts', 'start.ts'), '--no-open', '--profile', test.info().outputPath('profile')],
      {},
      { text: /^daygrove-host ready http:\/\/127\.0\.0\.1:\d+\/enter\?token=\S+$/m, signal: 'SIGTERM' },
    );
    expect(output.trimEnd().split('\n')).toHaveLength(1);
    expect(code).toBe(0);
  });
});
