import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createStartAtLogin } from '../electron/start-at-login.ts';
import { RecordingElectron } from '../electron/testing/recording-electron.ts';
import { createUpdater } from '../electron/updater.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daygrove-appimage-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

// A Daygrove of the deb, started from the terminal of an editor that is an AppImage: APPIMAGE and APPDIR are the editor's, and every child inherits them.
const environment = { APPIMAGE: '/home/x/Editor.AppImage', APPDIR: '/tmp/.mount_Editor' };
const executable = '/opt/Daygrove/daygrove';

it('F17: a deb that was started by another program’s AppImage does not put its update over that program', () => {
  writeFileSync(join(folder, 'app-update.yml'), 'provider: generic\nurl: https://updates.example/daygrove\n');
  // As electron-builder writes it into a deb and an rpm.
  writeFileSync(join(folder, 'package-type'), 'deb');
  const updater = createUpdater({
    electron: new RecordingElectron(),
    platform: 'linux',
    environment,
    resourcesDirectory: folder,
    releaseKey: 'PEM',
    load: () => Promise.reject(new Error('not asked')),
  });
  expect(updater.unavailable).toBe('package-manager');
});

it('F17: and starts itself at the login, not that program', async () => {
  const { app } = new RecordingElectron();
  await createStartAtLogin({ app, platform: 'linux', environment, executable, home: folder, profile: null })!.set(true);
  expect(readFileSync(join(folder, '.config/autostart/daygrove.desktop'), 'utf8')).toContain(executable);
});
