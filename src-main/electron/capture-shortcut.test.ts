import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../profile/settings-file.ts';
import { followCaptureShortcut, isWaylandSession } from './capture-shortcut.ts';
import { RecordingApp } from './testing/recording-app.ts';
import { RecordingElectron } from './testing/recording-electron.ts';

function wired(captureShortcut: string | null, isWayland = false, taken: readonly string[] = []) {
  const electron = new RecordingElectron();
  for (const each of taken) electron.takenShortcuts.add(each);
  const app = new RecordingApp();
  app.captureShortcut = captureShortcut;
  const listening: boolean[] = [];
  let presses = 0;
  const state = followCaptureShortcut({
    globalShortcut: electron.globalShortcut,
    electronApp: electron.app,
    app,
    isWayland,
    onPressed: () => (presses += 1),
    onListening: (isListening) => listening.push(isListening),
  });
  const choose = (shortcut: string | null): void => {
    app.captureShortcut = shortcut;
    app.emit('settings.changed', { ...DEFAULT_SETTINGS, captureShortcut: shortcut });
  };
  return { electron, state, listening, choose, presses: () => presses };
}

describe('the shortcut of quick capture', () => {
  it('is none until the person wants one, follows what they choose, and calls', () => {
    const { electron, state, listening, choose, presses } = wired(null);
    expect(state()).toBe('off');
    choose('CommandOrControl+Alt+J');
    expect(state()).toBe('active');
    electron.shortcuts.get('CommandOrControl+Alt+J')?.();
    expect(presses()).toBe(1);
    choose('Alt+K');
    expect([...electron.shortcuts.keys()]).toEqual(['Alt+K']);
    choose(null);
    expect(electron.shortcuts.size).toBe(0);
    expect(state()).toBe('off');
    expect(listening).toEqual([true, true, false]);
  });

  it('is asked for once, however often other settings change', () => {
    const { listening, choose } = wired('Alt+K');
    choose('Alt+K');
    choose('Alt+K');
    expect(listening).toEqual([true]);
  });

  it('that another program has is said to be taken, and tried again with the next change', () => {
    const { electron, state, choose } = wired('Alt+K', false, ['Alt+K']);
    expect(state()).toBe('taken');
    electron.takenShortcuts.clear();
    choose('Alt+K');
    expect(state()).toBe('active');
  });

  it.each(['K', 'Shift+K', 'nonsense'])('that is none (%s) is not asked for', (shortcut) => {
    const { electron, state } = wired(shortcut);
    expect(state()).toBe('unreadable');
    expect(electron.shortcuts.size).toBe(0);
  });

  it('that the system does not understand takes nothing down', () => {
    const { electron, state, choose } = wired(null);
    electron.globalShortcut.register = () => {
      throw new TypeError('conversion failure');
    };
    choose('Alt+K');
    expect(state()).toBe('unreadable');
  });

  it('is left to the desktop on Wayland, and never said to work', () => {
    expect(wired('Alt+K', true).state()).toBe('desktop-decides');
    expect(isWaylandSession('linux', { XDG_SESSION_TYPE: 'wayland' })).toBe(true);
    expect(isWaylandSession('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(isWaylandSession('linux', { XDG_SESSION_TYPE: 'x11' })).toBe(false);
    expect(isWaylandSession('darwin', { XDG_SESSION_TYPE: 'wayland' })).toBe(false);
  });

  it('is given back when the app quits', () => {
    const { electron } = wired('Alt+K');
    electron.app.emitCancellable('will-quit');
    expect(electron.shortcuts.size).toBe(0);
  });
});
