import { ENGLISH } from '../testing/english-words.ts';
import { describe, expect, it } from 'vitest';
import type { PageKind } from '../host.ts';
import { capturePlace, createCaptureWindow, type CaptureWindow } from './capture-window.ts';
import type { CancellableEvent } from './electron-api.ts';
import { HARDENED_PAGE } from './hardened-page.ts';
import { RecordingElectron } from './testing/recording-electron.ts';

interface Wired {
  readonly electron: RecordingElectron;
  readonly pages: Map<number, PageKind>;
  readonly small: CaptureWindow;
}

function wired(platform: NodeJS.Platform = 'linux'): Wired {
  const electron = new RecordingElectron();
  const pages = new Map<number, PageKind>();
  const small = createCaptureWindow({
    electron,
    preload: '/built/preload.cjs',
    devTools: false,
    platform,
    words: () => ENGLISH,
    pages,
  });
  return { electron, pages, small };
}

const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('the small window', () => {
  it('is frameless, on top, denied what every page is denied, and says nothing in its title', () => {
    const { electron, small } = wired();
    small.open();
    const { options, webContents } = electron.windows[0]!;
    expect(options).toMatchObject({
      title: 'Daygrove',
      width: 480,
      height: 260,
      frame: false,
      alwaysOnTop: true,
      show: false,
    });
    expect(options.webPreferences).toMatchObject({ ...HARDENED_PAGE, preload: '/built/preload.cjs', devTools: false });
    expect(options.webPreferences?.partition).toBe('daygrove');
    expect(webContents.loaded).toEqual(['app://capture/capture.html']);
    expect(electron.windows[0]!.emitCancellable('page-title-updated')).toBe(true);
    expect(options).not.toHaveProperty('type');
    const mac = wired('darwin');
    mac.small.open();
    expect(mac.electron.windows[0]!.options).toMatchObject({ type: 'panel' });
  });

  it('is shown when it is painted, with the focus, on the screen of the pointer', () => {
    const { electron, small } = wired();
    electron.displays.push({
      bounds: { x: 1920, y: 0, width: 1280, height: 720 },
      workArea: { x: 1920, y: 30, width: 1280, height: 690 },
      scaleFactor: 1,
    });
    electron.cursor = { x: 2000, y: 500 };
    small.open();
    const [window] = electron.windows;
    expect(window?.visible).toBe(false);
    window?.emit('ready-to-show');
    expect(window?.actions.slice(-2)).toEqual(['show', 'focus']);
    expect(window?.bounds).toEqual({ x: 1920 + 400, y: 30 + 143, width: 480, height: 260 });
  });

  it('fits on a screen that is smaller than it', () => {
    const electron = new RecordingElectron();
    const bounds = { x: 0, y: 0, width: 320, height: 200 };
    electron.displays = [{ bounds, workArea: bounds, scaleFactor: 1 }];
    expect(capturePlace(electron.screen)).toEqual({ x: 0, y: 0, width: 320, height: 200 });
  });

  it('asked for again is the same one, where it is, with what is being typed in it', () => {
    const { electron, small } = wired();
    small.open();
    const [window] = electron.windows;
    window?.emit('ready-to-show');
    const { bounds } = window!;
    electron.cursor = { x: 900, y: 10 };
    small.open();
    expect(electron.windows).toHaveLength(1);
    expect(window?.bounds).toBe(bounds);
    expect(window?.actions.filter((action) => action === 'focus')).toHaveLength(2);
  });

  it('is destroyed with its renderer when it is closed, and may call nothing any more', () => {
    const { electron, pages, small } = wired();
    small.open();
    const [window] = electron.windows;
    expect([...pages]).toEqual([[window?.webContents.id, 'capture']]);
    window?.close();
    expect(window?.destroyed).toBe(true);
    expect(pages.size).toBe(0);
    small.open();
    expect(electron.windows).toHaveLength(2);
  });

  it('waits out of sight where it should be there at once, and another behind it', () => {
    const { electron, small } = wired();
    small.keepReady(true);
    const [first] = electron.windows;
    first?.emit('ready-to-show');
    expect(first?.visible).toBe(false);
    small.open();
    expect(electron.windows).toHaveLength(1);
    expect(first?.visible).toBe(true);
    first?.close();
    expect(electron.windows).toHaveLength(2);
    expect(electron.windows[1]?.visible).toBe(false);
    small.keepReady(false);
    expect(electron.windows[1]?.destroyed).toBe(true);
    expect(electron.windows).toHaveLength(2);
  });

  it('that somebody writes in stays when none is to wait any more', () => {
    const { electron, small } = wired();
    small.keepReady(true);
    small.open();
    small.keepReady(false);
    small.dropReady();
    expect(electron.windows[0]?.destroyed).toBe(false);
  });

  it('with words in it asks before it is closed from outside, and holds nothing up meanwhile', async () => {
    const { electron, small } = wired();
    small.open();
    const [window] = electron.windows;
    expect(window!.webContents.emitCancellable('will-prevent-unload')).toBe(false);
    // Asked again before the answer: it is one question.
    window!.webContents.emitCancellable('will-prevent-unload');
    await settled();
    expect(electron.dialog.questions).toHaveLength(1);
    expect(window!.destroyed).toBe(false);
    electron.dialog.answer = 1;
    window!.webContents.emitCancellable('will-prevent-unload');
    await settled();
    expect(window!.destroyed).toBe(true);
    expect(electron.app.actions).not.toContain('quit');
  });

  it('that nobody writes in holds up no end', () => {
    const { electron, small } = wired();
    expect(small.holdsQuit()).toBe(false);
    small.keepReady(true);
    expect(small.holdsQuit()).toBe(false);
    expect(electron.windows[0]!.destroyed).toBe(false);
  });

  it('is closed before the app ends, which ends behind it', () => {
    const { electron, small } = wired();
    small.keepReady(true);
    small.open();
    expect(small.holdsQuit()).toBe(true);
    expect(electron.windows.map(({ destroyed }) => destroyed)).toEqual([true]);
    expect(electron.app.actions.filter((action) => action === 'quit')).toHaveLength(1);
    expect(small.holdsQuit()).toBe(false);
  });

  it.each([
    ['ends nothing where the person goes back', 0, []],
    ['ends the app where they throw it away', 1, ['quit']],
  ])('with words in it %s', async (_name, answer, actions) => {
    const { electron, small } = wired();
    small.open();
    const [window] = electron.windows;
    // As Electron: a page that vetoes stays, and its window too.
    window!.on('close', (event: CancellableEvent) => {
      event.preventDefault();
      window!.webContents.emitCancellable('will-prevent-unload');
    });
    electron.dialog.answer = answer;
    expect(small.holdsQuit()).toBe(true);
    await settled();
    expect(window!.destroyed).toBe(answer === 1);
    expect(electron.app.actions.filter((action) => action === 'quit')).toEqual(actions);
    electron.dialog.answer = 1;
    window!.webContents.emitCancellable('will-prevent-unload');
    await settled();
    // What was thrown away later, by a close of its own, ends nothing either.
    expect(electron.app.actions.filter((action) => action === 'quit')).toEqual(actions);
  });

  it('that does not come up says so where it was asked for, and nothing where it was not', async () => {
    const { electron, small } = wired();
    small.keepReady(true);
    electron.windows[0]!.webContents.emit('render-process-gone');
    expect(electron.dialog.boxes).toEqual([]);
    expect(electron.windows).toHaveLength(1);
    small.open();
    electron.windows[1]!.webContents.emit('render-process-gone');
    await settled();
    expect(electron.dialog.boxes).toHaveLength(1);
    expect(electron.windows.every(({ destroyed }) => destroyed)).toBe(true);
  });

  it('has the colour of the theme of now', () => {
    const { electron, small } = wired();
    small.keepReady(true);
    electron.nativeTheme.themeSource = 'dark';
    electron.windows[0]!.emit('ready-to-show');
    small.open();
    expect(electron.windows[0]!.actions).toContain('background #16191a');
  });
});
