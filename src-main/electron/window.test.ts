import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RecordingElectron } from './testing/recording-electron.ts';
import { PAPER, createWindow, focusWindow, paperColor, windowOptions } from './window.ts';

const options = {
  preload: '/built/preload.cjs',
  devTools: false,
  backgroundColor: '#faf8f3',
  placement: {
    at: { x: -40, y: 60 },
    size: { width: 1000, height: 700 },
    least: { width: 900, height: 600 },
    mode: 'normal',
  },
  show: 'window',
} as const;

describe('the window', () => {
  it('has exactly the required web preferences', () => {
    expect(windowOptions(options).webPreferences).toEqual({
      preload: '/built/preload.cjs',
      partition: 'daygrove',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      enableWebSQL: false,
      enableDeprecatedPaste: false,
      webgl: false,
      webviewTag: false,
      plugins: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: false,
    });
  });

  it('is made hidden, in the paper of the theme, and shown when it has something to show', () => {
    const electron = new RecordingElectron();
    const window = createWindow(electron.BrowserWindow, options);
    const [recorded] = electron.windows;
    expect(recorded?.options).toMatchObject({ show: false, backgroundColor: '#faf8f3', title: 'Daygrove' });
    expect(recorded?.actions).toEqual([]);
    recorded?.emit('ready-to-show');
    recorded?.emit('ready-to-show');
    expect(recorded?.actions).toEqual(['show']);
    expect(window).toBe(recorded);
  });

  it('keeps its title, whatever the page says', () => {
    const electron = new RecordingElectron();
    createWindow(electron.BrowserWindow, options);
    expect(electron.windows[0]?.emitCancellable('page-title-updated', 'Dear diary')).toBe(true);
  });

  it('stands where it was placed, and where the system likes it where it was placed nowhere', () => {
    const size = { width: 1000, height: 700, minWidth: 900, minHeight: 600 };
    expect(windowOptions(options)).toMatchObject({ x: -40, y: 60, ...size });
    const anywhere = windowOptions({ ...options, placement: { ...options.placement, at: null } });
    expect(anywhere).toMatchObject(size);
    expect(anywhere).not.toHaveProperty('x');
  });

  it.each([
    ['window', ['show']],
    ['minimised', ['minimize']],
    ['tray', []],
  ] as const)('comes up as %s', (show, actions) => {
    const electron = new RecordingElectron();
    createWindow(electron.BrowserWindow, { ...options, show });
    electron.windows[0]?.emit('ready-to-show');
    expect(electron.windows[0]?.actions).toEqual(actions);
  });

  it.each([
    ['maximised', 'maximize'],
    ['full-screen', 'full screen true'],
  ] as const)('is %s again when it is first seen, and then no more', (mode, action) => {
    const electron = new RecordingElectron();
    const placement = { ...options.placement, mode };
    const window = createWindow(electron.BrowserWindow, { ...options, placement, show: 'tray' });
    electron.windows[0]?.emit('ready-to-show');
    expect(electron.windows[0]?.actions).toEqual([]);
    focusWindow(window);
    focusWindow(window);
    expect(electron.windows[0]?.actions).toEqual(['show', action, 'focus', 'show', 'focus']);
  });

  it('has the colours of the renderer', () => {
    const tokens = readFileSync(resolve(import.meta.dirname, '../../src-renderer/theme/tokens.css'), 'utf8');
    const papers = [...tokens.matchAll(/--paper:\s*(#[0-9a-f]{6})/g)].map(([, color]) => color);
    expect([PAPER.light, PAPER.dark]).toEqual(papers.slice(0, 2));
    expect(paperColor({ shouldUseDarkColors: true })).toBe(PAPER.dark);
    expect(paperColor({ shouldUseDarkColors: false })).toBe(PAPER.light);
  });

  it('comes to the front from wherever it is', () => {
    const electron = new RecordingElectron();
    const window = createWindow(electron.BrowserWindow, options);
    const [recorded] = electron.windows;
    recorded!.minimized = true;
    focusWindow(window);
    expect(recorded?.actions).toEqual(['restore', 'show', 'focus']);
    recorded?.destroy();
    focusWindow(window);
    expect(recorded?.actions).toEqual(['restore', 'show', 'focus', 'destroy']);
  });
});
