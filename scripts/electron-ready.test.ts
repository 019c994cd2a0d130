import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asksForElectron, electronReadiness, missingIn, thisMachine } from './electron-ready.ts';
import type { ElectronMachine } from './electron-ready.ts';

const root = resolve(import.meta.dirname, '..');
const READY: ElectronMachine = {
  platform: 'linux',
  environment: { DISPLAY: ':0' },
  lookedFor: '/project/node_modules/electron/dist/electron',
  binary: '/project/node_modules/electron/dist/electron',
  hasXvfb: true,
  missingLibraries: [],
};

function missingOf(lack: Partial<ElectronMachine>): string {
  const readiness = electronReadiness({ ...READY, ...lack });
  return readiness.ready ? '' : readiness.missing.join('\n');
}

describe('what the specs in Electron need', () => {
  it('is all there', () => {
    expect(electronReadiness(READY)).toEqual({ ready: true });
    expect(electronReadiness({ ...READY, environment: { WAYLAND_DISPLAY: 'wayland-0' } })).toEqual({ ready: true });
    expect(electronReadiness({ ...READY, platform: 'darwin', environment: {} })).toEqual({ ready: true });
  });

  it('lacks the binary: says where it was looked for, how to get it, and what will run then', () => {
    const said = missingOf({ binary: null });
    expect(said).toMatch(/^NOT RUN in Electron/);
    for (const part of [
      '/project/node_modules/electron/dist/electron',
      'npx install-electron',
      'ELECTRON_MIRROR',
      'ELECTRON_OVERRIDE_DIST_PATH',
      'DAYGROVE_ELECTRON_APP',
      'runs every spec of e2e/specs but those tagged @browser',
    ])
      expect(said).toContain(part);
    expect(said).not.toContain('display');
  });

  it('lacks a display, which is got in another way where Xvfb is there', () => {
    expect(missingOf({ environment: {} })).toContain('xvfb-run -a npm run e2e -- --project=electron');
    expect(missingOf({ environment: {} })).not.toContain('Install xvfb');
    expect(missingOf({ environment: {}, hasXvfb: false })).toContain('Install xvfb');
  });

  it('lacks libraries, each by its name', () => {
    const ldd = '\tlibnss3.so => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x0)\n\tlibgbm.so.1 => not found\n';
    expect(missingIn(ldd)).toEqual(['libnss3.so', 'libgbm.so.1']);
    expect(missingOf({ missingLibraries: missingIn(ldd) })).toContain('libnss3.so, libgbm.so.1');
  });
});

it.each([
  [['test', '--project=electron'], true],
  [['test', '--project', 'electron'], true],
  [['test', '--project', 'browser', 'electron'], true],
  [['test', '--project=browser', '--project=electron'], true],
  [['test'], false],
  [['test', '--project=browser'], false],
  [['test', 'electron'], false],
  [['test', '--project', 'browser', '-g', 'electron'], false],
])('the command line %j asks for Electron by name: %s', (argv, asks) => {
  expect(asksForElectron(argv)).toBe(asks);
});

it.skipIf(electronReadiness(thisMachine()).ready)(
  'asked for by name where it cannot be run, it says what is missing and fails (not run where Electron is there)',
  () => {
    const output = mkdtempSync(join(tmpdir(), 'daygrove-not-run-'));
    const cli = resolve(root, 'node_modules/playwright/cli.js');
    // Nothing of a run that may go on beside this one is touched.
    const parameters = ['test', '--project=electron', '--reporter=line', `--output=${output}`];
    const run = spawnSync(process.execPath, [cli, ...parameters], { cwd: root, encoding: 'utf8' });
    rmSync(output, { recursive: true, force: true });
    expect(run.status).not.toBe(0);
    expect(run.stdout).toContain('NOT RUN in Electron. Missing here:');
    expect(run.stdout).toContain(thisMachine().lookedFor);
    expect(run.stdout + run.stderr).not.toMatch(/passed|nothing found/);
  },
  60_000,
);
