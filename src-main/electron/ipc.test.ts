import { describe, expect, it } from 'vitest';
import { err, ok } from '../../src-shared/result.ts';
import type { InvokeEvent, SenderFrame } from './electron-api.ts';
import { answerCalls, callerOf, forwardEvents, type Pages } from './ipc.ts';
import { RecordingApp } from './testing/recording-app.ts';
import { RecordedContents, RecordingElectron, senderFrame } from './testing/recording-electron.ts';

const OURS = 7;
const from = (frame: SenderFrame | null, id = OURS): InvokeEvent => ({ sender: { id }, senderFrame: frame });
const SMALL = 9;
const PAGES: Pages = new Map([
  [OURS, 'main'],
  [SMALL, 'capture'],
]);
const NOBODY = { origin: 'null', isMainFrame: false, page: 'capture' };

describe('who calls', () => {
  it('is the main frame of our window, with the origin that Electron gives', () => {
    expect(callerOf(from(senderFrame()), PAGES)).toEqual({
      origin: 'app://daygrove',
      isMainFrame: true,
      page: 'main',
    });
  });

  it('is named as it is when it is a foreign page', () => {
    for (const origin of ['https://example.com', 'app://curtain', 'null', 'file://']) {
      expect(callerOf(from(senderFrame({ origin })), PAGES)).toEqual({ origin, isMainFrame: true, page: 'main' });
    }
  });

  it('is no main frame when it is an iframe', () => {
    expect(callerOf(from(senderFrame({ parent: {} })), PAGES).isMainFrame).toBe(false);
  });

  it('is told from the small window by the window, whatever it shows', () => {
    expect(callerOf(from(senderFrame(), SMALL), PAGES).page).toBe('capture');
  });

  it.each([
    ['a frame that is gone', from(null)],
    ['another window', from(senderFrame(), OURS + 1)],
    ['a detached frame', from(senderFrame({ detached: true }))],
    ['a destroyed frame', from(senderFrame({ isDestroyed: () => true }))],
    [
      'a frame that goes while it is asked',
      from({
        ...senderFrame(),
        get origin(): string {
          throw new Error('Render frame was disposed before WebFrameMain could be accessed');
        },
      }),
    ],
  ])('is nobody when it is %s', (_name, event) => {
    expect(callerOf(event, PAGES)).toEqual(NOBODY);
  });
});

describe('a call', () => {
  const wired = (): { app: RecordingApp; invoke: (event: InvokeEvent, ...values: unknown[]) => Promise<unknown> } => {
    const electron = new RecordingElectron();
    const app = new RecordingApp();
    answerCalls(electron.ipcMain, PAGES, app);
    expect([...electron.invokeHandlers.keys()]).toEqual(['daygrove:invoke']);
    return {
      app,
      invoke: (event, channel, payload) => electron.invokeHandlers.get('daygrove:invoke')!(event, channel, payload),
    };
  };

  it('goes to the app with its caller, channel and payload as they came', async () => {
    const { app, invoke } = wired();
    const payload = { bytes: new Uint8Array([1, 2]) };
    expect(await invoke(from(senderFrame()), 'app.info', payload)).toEqual(ok('answer'));
    expect(app.calls).toEqual([
      { caller: { origin: 'app://daygrove', isMainFrame: true, page: 'main' }, channel: 'app.info', payload },
    ]);
  });

  it('of nobody goes there too, where it is refused like any other', async () => {
    const { app, invoke } = wired();
    await invoke(from(null), 'app.info', {});
    expect(app.calls[0]?.caller).toEqual(NOBODY);
  });

  it('that fails says nothing of why', async () => {
    const { app, invoke } = wired();
    app.onHandle = () => Promise.reject(new Error('dear diary'));
    expect(await invoke(from(senderFrame()), 'app.info', {})).toEqual(err('internal'));
  });
});

describe('an event', () => {
  it('goes to the page until it is no longer wanted', () => {
    const app = new RecordingApp();
    const contents = new RecordedContents(OURS);
    const end = forwardEvents(contents, app);
    app.emit('data.changed', { domains: ['entries'] });
    end();
    app.emit('data.changed', { domains: ['habits'] });
    expect(contents.sent).toEqual([['daygrove:event', 'data.changed', { domains: ['entries'] }]]);
  });

  it('is not sent to a window that is gone', () => {
    const app = new RecordingApp();
    const contents = new RecordedContents(OURS);
    forwardEvents(contents, app);
    contents.destroyed = true;
    app.vault('locked', 'idle');
    expect(contents.sent).toEqual([]);
  });
});
