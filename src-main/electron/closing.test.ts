import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CLOSING_PATIENCE, closeGently } from './closing.ts';
import { RecordingApp } from './testing/recording-app.ts';
import { RecordedContents, RecordedWindow, RecordingElectron } from './testing/recording-electron.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function wired() {
  const app = new RecordingApp();
  const { dialog } = new RecordingElectron();
  const window = new RecordedWindow({}, new RecordedContents(1));
  closeGently({ window, app, dialog });
  return { app, dialog, window };
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
