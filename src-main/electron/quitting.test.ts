import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { QUITTING_PATIENCE, quitWithTheWindow } from './quitting.ts';
import { RecordingApp } from './testing/recording-app.ts';
import { RecordingElectron } from './testing/recording-electron.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('quitting', () => {
  it('follows the last window and waits until the app is closed', async () => {
    const electron = new RecordingElectron();
    const app = new RecordingApp();
    const closed = Promise.withResolvers<void>();
    app.onClose = () => closed.promise;
    quitWithTheWindow(electron.app, app);
    electron.app.emit('window-all-closed');
    electron.app.quit();
    expect(app.closes).toBe(1);
    expect(electron.app.exits).toEqual([]);
    closed.resolve();
    await vi.advanceTimersByTimeAsync(0);
    expect(electron.app.exits).toEqual([0]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells by its exit code that closing failed', async () => {
    const electron = new RecordingElectron();
    const app = new RecordingApp();
    app.onClose = () => Promise.reject(new Error('no'));
    quitWithTheWindow(electron.app, app);
    electron.app.quit();
    await vi.advanceTimersByTimeAsync(0);
    expect(electron.app.exits).toEqual([1]);
  });

  it('does not wait for ever', async () => {
    const electron = new RecordingElectron();
    const app = new RecordingApp();
    app.onClose = () => new Promise(() => {});
    quitWithTheWindow(electron.app, app);
    electron.app.quit();
    await vi.advanceTimersByTimeAsync(QUITTING_PATIENCE);
    expect(electron.app.exits).toEqual([1]);
  });
});
