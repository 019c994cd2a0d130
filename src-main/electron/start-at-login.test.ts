import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { autostartEntry, createAutostartFile, execArgument } from './autostart-file.ts';
import { createStartAtLogin, type StartAtLoginOptions } from './start-at-login.ts';
import { RecordingElectron } from './testing/recording-electron.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'daygrove-login-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function made(platform: NodeJS.Platform, change: Partial<StartAtLoginOptions> = {}) {
  const { app } = new RecordingElectron();
  const options = {
    app,
    platform,
    environment: {},
    executable: '/opt/Daygrove/daygrove',
    appImage: null,
    home,
    profile: null,
  };
  return { app, login: createStartAtLogin({ ...options, ...change }) };
}

describe('a start at login', () => {
  it('on a Mac is asked of the system each time', async () => {
    const { app, login } = made('darwin');
    expect(await login!.isOn()).toBe(false);
    await login!.set(true);
    await login!.set(false);
    expect(app.loginItems).toEqual([{ openAtLogin: true }, { openAtLogin: false }]);
    app.loginItem = { ...app.loginItem, openAtLogin: true };
    expect(await login!.isOn()).toBe(true);
  });

  it('on Windows begins out of sight, with the same profile, and heeds the Task Manager', async () => {
    const { app, login } = made('win32', { profile: 'D:\\my profile' });
    const args = ['--hidden', '--profile', '"D:\\my profile"'];
    await login!.set(true);
    expect(app.loginItems).toEqual([{ openAtLogin: true, enabled: true, path: '/opt/Daygrove/daygrove', args }]);
    app.loginItem = { ...app.loginItem, openAtLogin: true };
    expect(await login!.isOn()).toBe(false);
    app.loginItem = { ...app.loginItem, executableWillLaunchAtLogin: true };
    expect(await login!.isOn()).toBe(true);
    expect(app.loginQuestions.at(-1)).toEqual({ path: '/opt/Daygrove/daygrove', args });
  });

  it('on Linux is a file of its own in the person’s folder for that', async () => {
    const { login } = made('linux');
    const file = join(home, '.config', 'autostart', 'daygrove.desktop');
    expect(await login!.isOn()).toBe(false);
    await login!.set(true);
    expect(await login!.isOn()).toBe(true);
    expect(readFileSync(file, 'utf8').split('\n')).toEqual([
      '[Desktop Entry]',
      'Type=Application',
      'Name=Daygrove',
      'Comment=Private journal and habit tracker',
      'Exec="/opt/Daygrove/daygrove" "--hidden"',
      'Terminal=false',
      'X-GNOME-Autostart-enabled=true',
      '',
    ]);
    expect(statSync(file).mode & 0o077).toBe(0);
    await login!.set(false);
    await login!.set(false);
    expect(existsSync(file)).toBe(false);
    expect(await login!.isOn()).toBe(false);
  });

  it('on Linux names the AppImage, and looks where the system was told to', async () => {
    const config = join(home, 'configured');
    const appImage = '/home/anna/My Apps/Daygrove.AppImage';
    await made('linux', { appImage, environment: { XDG_CONFIG_HOME: config } }).login!.set(true);
    expect(readFileSync(join(config, 'autostart', 'daygrove.desktop'), 'utf8')).toContain(
      'Exec="/home/anna/My Apps/Daygrove.AppImage" "--hidden"\n',
    );
    // A relative one is none, as the XDG Base Directory Specification has it.
    await made('linux', { environment: { XDG_CONFIG_HOME: 'configured' } }).login!.set(true);
    expect(existsSync(join(home, '.config', 'autostart', 'daygrove.desktop'))).toBe(true);
  });

  it('on Linux never starts another program, whose variables it inherited', async () => {
    const environment = { APPIMAGE: '/home/anna/Editor.AppImage', APPDIR: '/tmp/.mount_Editor' };
    await made('linux', { environment }).login!.set(true);
    expect(readFileSync(join(home, '.config', 'autostart', 'daygrove.desktop'), 'utf8')).toContain(
      'Exec="/opt/Daygrove/daygrove" "--hidden"\n',
    );
  });

  it.each([
    ['Hidden=true', ''],
    ['X-GNOME-Autostart-enabled=false', 'X-GNOME-Autostart-enabled=true'],
  ])('is off where the desktop wrote %s', async (line, instead) => {
    const { login } = made('linux');
    const file = join(home, '.config', 'autostart', 'daygrove.desktop');
    await login!.set(true);
    const entry = readFileSync(file, 'utf8');
    writeFileSync(file, instead === '' ? `${entry}${line}\n` : entry.replace(instead, line));
    expect(await login!.isOn()).toBe(false);
    await login!.set(true);
    expect(await login!.isOn()).toBe(true);
  });

  it('is off where the file is for another place of the program', async () => {
    const { login } = made('linux');
    await login!.set(true);
    expect(await made('linux', { appImage: '/elsewhere' }).login!.isOn()).toBe(false);
  });

  it('throws where no file can be written', async () => {
    writeFileSync(join(home, '.config'), '');
    await expect(made('linux').login!.set(true)).rejects.toThrow('ENOTDIR');
    expect(await made('linux').login!.isOn()).toBe(false);
  });

  it.each<[string, NodeJS.Platform, Partial<StartAtLoginOptions>]>([
    ['a Flatpak', 'linux', { environment: { FLATPAK_ID: 'app.daygrove' } }],
    ['a snap', 'linux', { environment: { SNAP: '/snap/daygrove/1' } }],
    ['a system that we do not know', 'aix', {}],
  ])('is nothing that %s has', (_what, platform, change) => expect(made(platform, change).login).toBeNull());

  it('is nothing for a copy that is not packaged', () => {
    const { app } = new RecordingElectron();
    app.isPackaged = false;
    expect(made('linux', { app }).login).toBeNull();
  });
});

describe('the line of a desktop file', () => {
  it.each([
    ['/a b', '"/a b"'],
    ['100%', '"100%%"'],
    ['say "x"', '"say \\\\"x\\\\""'],
    ['$HOME', '"\\\\$HOME"'],
    ['`ls`', '"\\\\`ls\\\\`"'],
    ['a\\b', '"a\\\\\\\\b"'],
  ])('holds %s as %s', (argument, line) => expect(execArgument(argument)).toBe(line));

  it('never becomes two', async () => {
    const file = createAutostartFile(home, ['/opt/a\nExec=/bin/evil']);
    await expect(file.set(true)).rejects.toThrow('no desktop file');
    expect(existsSync(join(home, 'daygrove.desktop'))).toBe(false);
    expect(autostartEntry(['/opt/daygrove']).match(/^Exec=/gmu)).toHaveLength(1);
  });
});
