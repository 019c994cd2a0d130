import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fork } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeFolder, temporaryFolder } from '../testing/test-app.ts';
import { openLogFile } from './log-file.ts';
import { lockProfile } from './profile-lock.ts';
import type { Settings } from '../../src-shared/contract/app.ts';
import { DEFAULT_SETTINGS, readLanguageAtOnce, readSettings, writeSettings } from './settings-file.ts';

let folder: string;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => removeFolder(folder));

describe('settings', () => {
  it('read back as they were written', async () => {
    const path = join(folder, 'settings.json');
    const chosen = {
      theme: 'dark',
      language: 'de',
      lessMotion: true,
      celebrations: false,
      idleLockMinutes: null,
      font: 'sans',
      textSize: 'larger',
      measure: 'wide',
      dayEndsAt: 180,
      prompt: false,
      spelling: false,
      english: 'british',
      reminders: false,
      reminderNames: true,
      remindersWhileLocked: false,
      updates: 'check',
      tray: true,
      trayNames: true,
      badge: true,
      captureShortcut: 'CommandOrControl+Alt+J',
      panes: {
        sidebar: { open: false, width: 300 },
        list: { open: false, width: 410 },
        aside: { open: false, width: 290 },
      },
      keys: {
        mac: [{ action: 'lock', shortcut: null }],
        pc: [
          { action: 'search', shortcut: { key: 'j', mod: true } },
          { action: 'new-habit', shortcut: { key: '6', code: 'Digit6', mod: true } },
        ],
      },
      recentActions: ['export', 'go-tags'],
    } satisfies Settings;
    expect(readLanguageAtOnce(path)).toBe('system');
    await writeSettings(path, chosen);
    expect(await readSettings(path)).toEqual(chosen);
    expect(readLanguageAtOnce(path)).toBe(chosen.language);
  });

  it.each(['', 'not json', '[]', '{"theme":"pink"}', '{"idleLockMinutes":0.001}'])(
    'are the defaults where the file says %j',
    async (text) => {
      const path = join(folder, 'settings.json');
      await writeFile(path, text);
      expect(await readSettings(path)).toEqual(DEFAULT_SETTINGS);
      expect(readLanguageAtOnce(path)).toBe('system');
    },
  );
});

describe('settings with one broken field', () => {
  it('keep the others', async () => {
    const path = join(folder, 'settings.json');
    await writeFile(
      path,
      '{"theme":"dark","language":"pseudo","idleLockMinutes":"soon","font":"comic","prompt":false,"english":"latin","reminderNames":1,"later":1,"panes":{"list":{"open":true,"width":9000}}}',
    );
    expect(await readSettings(path)).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', prompt: false });
    expect(readLanguageAtOnce(path)).toBe('system');
  });
});

describe('keys in the settings', () => {
  const from = async (fields: unknown) => {
    const path = join(folder, 'settings.json');
    await writeFile(path, JSON.stringify(fields));
    return readSettings(path);
  };
  const e = { key: 'e', mod: true, shift: true };

  it('lose what is none, of no action, refused, or another’s, and nothing else', async () => {
    const pc = [
      { action: 'fly', shortcut: e },
      { action: 'lock', shortcut: { key: '' } },
      { action: 'print', shortcut: { key: 'p', mod: 'yes' } },
      { action: 'export', shortcut: { key: 'c', mod: true } },
      { action: 'import', shortcut: { key: 'Tab', alt: true } },
      { action: 'palette', shortcut: { key: 'n', mod: true } },
      'x',
      null,
      { action: 'new-habit', shortcut: e },
      { action: 'search', shortcut: null },
    ];
    const { keys, theme } = await from({ theme: 'dark', keys: { pc, mac: 7, other: 1 } });
    expect(theme).toBe('dark');
    expect(keys).toEqual({
      mac: [],
      pc: [
        { action: 'search', shortcut: null },
        { action: 'new-habit', shortcut: e },
      ],
    });
  });

  it('keep one of two that are the same, and the recent commands that there are', async () => {
    const pc = ['new-habit', 'export'].map((action) => ({ action, shortcut: e }));
    const { keys, recentActions } = await from({ keys: { pc }, recentActions: ['export', 'fly', 3, 'export', 'lock'] });
    expect(keys.pc).toHaveLength(1);
    expect(recentActions).toEqual(['export', 'lock']);
  });

  it.each([[[]], [null], ['pc'], [{ pc: {} }]])('are ours where they are %j', async (keys) => {
    expect((await from({ keys, recentActions: keys })).keys).toEqual(DEFAULT_SETTINGS.keys);
  });
});

describe('the profile lock', () => {
  it('has one owner, and names it', async () => {
    const first = await lockProfile(folder);
    expect(first.held).toBe(true);
    expect(await lockProfile(folder)).toEqual({ held: false, reason: 'in-use', ownerPid: process.pid });
    if (first.held) first.release();
    const second = await lockProfile(folder);
    expect(second.held).toBe(true);
    if (second.held) second.release();
  });

  it('is free again when its owner was killed', async () => {
    const script = join(folder, 'owner.ts');
    const module = join(import.meta.dirname, 'profile-lock.ts');
    await writeFile(
      script,
      `import { lockProfile } from ${JSON.stringify(module)};
       const lock = await lockProfile(${JSON.stringify(folder)});
       process.send(lock.held);
       setInterval(() => lock, 1000);`,
    );
    const owner = fork(script, [], { execArgv: [] });
    expect(await new Promise((resolve) => owner.once('message', resolve))).toBe(true);
    expect(await lockProfile(folder)).toMatchObject({ held: false, reason: 'in-use', ownerPid: owner.pid });
    const ended = new Promise((resolve) => owner.once('exit', resolve));
    owner.kill('SIGKILL');
    await ended;
    const lock = await lockProfile(folder);
    expect(lock.held).toBe(true);
    if (lock.held) lock.release();
  });

  it('says so where the folder cannot be used', async () => {
    const path = join(folder, 'file');
    await writeFile(path, '');
    expect(await lockProfile(join(path, 'profile'))).toMatchObject({ held: false, reason: 'unusable' });
  });
});

describe('the log file', () => {
  it('is written in the profile, and never stops anybody', async () => {
    const log = openLogFile(folder);
    log('vault-locked', { reason: 'idle' });
    await expect
      .poll(() => readFile(join(folder, 'logs', 'daygrove.log'), 'utf8').catch(() => ''))
      .toMatch(/vault-locked reason=idle\r?\n$/);
    const blocked = join(folder, 'blocked');
    await mkdir(blocked);
    await writeFile(join(blocked, 'logs'), 'a file where the folder should be');
    await chmod(blocked, 0o500);
    expect(() => openLogFile(blocked)('app-closed')).not.toThrow();
    await chmod(blocked, 0o700);
  });
});
