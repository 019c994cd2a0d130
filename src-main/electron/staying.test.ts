import { ENGLISH } from '../testing/english-words.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ShellFile } from './shell-file.ts';
import { createStaying } from './staying.ts';
import { RecordedContents, RecordedWindow, RecordingElectron } from './testing/recording-electron.ts';

let folder: string;
let files = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'daygrove-staying-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

function made(platform: NodeJS.Platform, inTray: boolean) {
  const electron = new RecordingElectron();
  const window = new RecordedWindow({}, new RecordedContents(1));
  const path = join(folder, `${String((files += 1))}.json`);
  const file = new ShellFile(path);
  const staying = createStaying({ ...electron, say: ENGLISH.say, window, file, platform, isInTray: () => inTray });
  return { electron, window, staying, path };
}

describe('where a closed window stays', () => {
  it.each([
    ['linux', true, 'tray'],
    ['win32', true, 'tray'],
    ['darwin', true, 'tray'],
    ['darwin', false, 'dock'],
    ['linux', false, null],
    ['win32', false, null],
  ] as const)('on %s, tray %s: %s', (platform, inTray, where) =>
    expect(made(platform, inTray).staying.where()).toBe(where),
  );

  it('is said once, before its window, and remembered over a restart', async () => {
    const { electron, window, staying, path } = made('linux', true);
    staying.hide('tray');
    staying.hide('tray');
    expect(window.actions).toEqual([]);
    expect(electron.dialog.questions).toHaveLength(1);
    expect(electron.dialog.parents).toEqual([window]);
    // The way back, where the desktop shows no icon.
    expect(electron.dialog.questions[0]?.detail).toContain('start Daygrove again');
    await settled();
    staying.hide('tray');
    expect(window.actions).toEqual(['hide', 'hide']);
    expect(electron.dialog.questions).toHaveLength(1);
    expect(new ShellFile(path).memory.toldOfTray).toBe(true);
  });

  it('can be answered with an end instead', async () => {
    const { electron, window, staying } = made('win32', true);
    electron.dialog.answer = 1;
    staying.hide('tray');
    await settled();
    expect(electron.app.actions).toContain('quit');
    expect(window.actions).toEqual([]);
  });

  it('in the dock needs no words, and leaves a full screen first', () => {
    const { electron, window, staying } = made('darwin', false);
    window.fullScreen = true;
    staying.hide('dock');
    expect(window.actions).toEqual(['full screen false']);
    window.emit('leave-full-screen');
    expect(window.actions).toEqual(['full screen false', 'hide']);
    expect(electron.dialog.questions).toEqual([]);
  });
});
