import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepWindowPlace, REST_MS } from './keep-window-place.ts';
import { ShellFile } from './shell-file.ts';
import { RecordedContents, RecordedWindow, RecordingElectron } from './testing/recording-electron.ts';
import { placeWindow } from './window-state.ts';

let folder: string;
let path: string;
beforeEach(() => {
  vi.useFakeTimers();
  folder = mkdtempSync(join(tmpdir(), 'daygrove-shell-'));
  path = join(folder, 'shell.json');
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

function made() {
  const electron = new RecordingElectron();
  electron.displays = [
    ...electron.displays,
    {
      bounds: { x: 1920, y: 0, width: 1280, height: 1024 },
      workArea: { x: 1920, y: 0, width: 1280, height: 1024 },
      scaleFactor: 1.25,
    },
  ];
  const window = new RecordedWindow({}, new RecordedContents(1));
  keepWindowPlace(window, electron.screen, new ShellFile(path));
  return { electron, window };
}

describe('the place of the window', () => {
  it('is written when it rests, and at the next start the window is there', async () => {
    const { electron, window } = made();
    window.normalBounds = { x: 2000, y: 30, width: 1000, height: 700 };
    window.maximised = true;
    for (const change of ['move', 'resize', 'maximize']) {
      window.emit(change);
      await vi.advanceTimersByTimeAsync(REST_MS - 1);
    }
    expect(existsSync(path)).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    const { memory } = new ShellFile(path);
    expect(placeWindow(memory.window, electron.displays, electron.displays[0]!)).toMatchObject({
      at: { x: 2000, y: 30 },
      size: { width: 1000, height: 700 },
      mode: 'maximised',
    });
  });

  it('is written at once when the window closes, and not while it is minimised', () => {
    const { window } = made();
    window.minimized = true;
    window.emitCancellable('close');
    expect(existsSync(path)).toBe(false);
    window.minimized = false;
    window.fullScreen = true;
    window.emitCancellable('close');
    expect(new ShellFile(path).memory.window?.mode).toBe('full-screen');
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each(['', 'rubbish', '[]', '{"window":{"bounds":7},"toldOfTray":"yes"}', 'null'])(
    'is none in a file that holds %j, and the file is made whole',
    (text) => {
      writeFileSync(path, text);
      const file = new ShellFile(path);
      expect(file.memory).toEqual({ window: null, toldOfTray: false });
      file.change({ toldOfTray: true });
      expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ window: null, toldOfTray: true });
    },
  );

  it('is lost without a word where the folder takes no file', () => {
    const file = new ShellFile(join(folder, 'not-there', 'shell.json'));
    file.change({ toldOfTray: true });
    expect(file.memory.toldOfTray).toBe(true);
  });
});
