import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CLOSING_PATIENCE, closeGently } from './closing.ts';
import { RecordingApp } from './testing/recording-app.ts';
import type { StayPlace } from './staying.ts';
import { RecordedContents, RecordedWindow, RecordingElectron } from './testing/recording-electron.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** `stays`: where a closed window is found again. */
function wired(stays: StayPlace | null = null, waits = false) {
  const app = new RecordingApp();
  const { dialog, app: electronApp } = new RecordingElectron();
  const window = new RecordedWindow({}, new RecordedContents(1));
  const hidden: StayPlace[] = [];
  const staying = { where: () => stays, hide: (where: StayPlace) => hidden.push(where) };
  closeGently({ window, app, dialog, electronApp, staying, holdsQuit: () => waits });
  return { app, dialog, window, electronApp, hidden };
}

const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

describe('closing the window', () => {
  it('happens at once while the vault is locked', () => {
    const { app, window } = wired();
    window.close();
    expect(window.destroyed).toBe(true);
    expect(app.locks).toEqual([]);
  });

  it('locks first while the vault is open, however often it is asked', async () => {
    const { app, window } = wired();
    const lock = Promise.withResolvers<void>();
    app.onLock = () => lock.promise;
    app.vault('unlocked');
    window.close();
    window.close();
    expect(window.destroyed).toBe(false);
    expect(app.locks).toEqual(['person']);
    app.vault('locked', 'person');
    lock.resolve();
    await settled();
    expect(window.destroyed).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('goes on when the lock fails', async () => {
    const { app, window } = wired();
    app.onLock = () => Promise.reject(new Error('no'));
    app.vault('unlocked');
    window.close();
    await settled();
    expect(window.destroyed).toBe(true);
  });

  it('does not wait for ever', async () => {
    const { app, window } = wired();
    app.onLock = () => new Promise(() => {});
    app.vault('unlocked');
    window.close();
    await vi.advanceTimersByTimeAsync(CLOSING_PATIENCE - 1);
    expect(window.destroyed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(window.destroyed).toBe(true);
  });

  it('asks the person where the page has text that could not be saved', async () => {
    const { app, dialog, window } = wired();
    window.close = function close(this: RecordedWindow) {
      // As Chromium: the close event first, then the page's beforeunload.
      if (this.emitCancellable('close')) return;
      if (this.webContents.emitCancellable('will-prevent-unload')) this.destroy();
    };
    app.vault('unlocked');
    window.close();
    await settled();
    expect(dialog.questions).toHaveLength(1);
    expect(window.destroyed).toBe(false);
    dialog.answer = 1;
    window.close();
    expect(dialog.questions).toHaveLength(2);
    expect(window.destroyed).toBe(true);
  });

  it('lets a veto against the renewal of the page stand, without a question', () => {
    const { dialog, window } = wired();
    expect(window.webContents.emitCancellable('will-prevent-unload')).toBe(false);
    expect(dialog.questions).toEqual([]);
  });

  it('ends a page that hangs, and only when it was asked to close', () => {
    const { app, window } = wired();
    window.emit('unresponsive');
    expect(window.destroyed).toBe(false);
    app.vault('locked', 'start');
    window.emitCancellable('close');
    window.emit('unresponsive');
    expect(window.destroyed).toBe(true);
  });
});

describe('closing a window that stays', () => {
  it('in the tray hides it and leaves the vault to its own rules', () => {
    const { app, window, hidden } = wired('tray');
    app.vault('unlocked');
    window.close();
    expect(window.destroyed).toBe(false);
    expect(hidden).toEqual(['tray']);
    expect(app.locks).toEqual([]);
  });

  it('in the dock locks it: nothing there tells that it is open', () => {
    const { app, window, hidden } = wired('dock');
    window.close();
    app.vault('unlocked');
    window.close();
    expect(hidden).toEqual(['dock', 'dock']);
    expect(app.locks).toEqual(['person']);
    expect(window.destroyed).toBe(false);
  });

  it('is a real end where the app quits: it locks first, so that last words are written', async () => {
    const { app, window, electronApp, hidden } = wired('tray');
    app.vault('unlocked');
    electronApp.emitCancellable('before-quit');
    window.close();
    expect(app.locks).toEqual(['person']);
    expect(window.destroyed).toBe(false);
    await settled();
    expect(window.destroyed).toBe(true);
    expect(hidden).toEqual([]);
  });

  it('stays where the end waits for the small window', () => {
    const { window, electronApp, hidden } = wired('tray', true);
    expect(electronApp.emitCancellable('before-quit')).toBe(true);
    window.close();
    expect(hidden).toEqual(['tray']);
    expect(window.destroyed).toBe(false);
  });

  it('stays again after an end that the person called off', () => {
    const { app, window, electronApp, hidden } = wired('tray');
    app.vault('locked', 'start');
    electronApp.emitCancellable('before-quit');
    // As Chromium: the close event first, then the page's beforeunload.
    expect(window.emitCancellable('close')).toBe(false);
    expect(window.webContents.emitCancellable('will-prevent-unload')).toBe(false);
    window.close();
    expect(hidden).toEqual(['tray']);
  });
});
