import { describe, expect, it } from 'vitest';
import { contract, type Handlers } from '../../src-shared/contract/index.ts';
import { err, ok, type Result } from '../../src-shared/result.ts';
import { createRouter } from '../router/router.ts';
import { originOf } from './addresses.ts';
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

  it('is no main frame when it is an iframe', () => {
    expect(callerOf(from(senderFrame({ parent: {} })), PAGES).isMainFrame).toBe(false);
  });

  it('is the small window with the small window’s own origin, and nobody with the other’s', () => {
    const small = senderFrame({ url: 'app://capture/capture.html', origin: 'app://capture' });
    expect(callerOf(from(small, SMALL), PAGES)).toEqual({
      origin: 'app://capture',
      isMainFrame: true,
      page: 'capture',
    });
    expect(callerOf(from(senderFrame(), SMALL), PAGES)).toEqual(NOBODY);
    expect(callerOf(from(small, OURS), PAGES)).toEqual(NOBODY);
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

describe('the door, as a whole', () => {
  /** The wiring of the host in front of the real router, whose handlers all answer. */
  const answerTo = async (event: InvokeEvent): Promise<string> => {
    const electron = new RecordingElectron();
    const handlers = Object.fromEntries(Object.keys(contract).map((name) => [name, async () => ok({})]));
    const handle = createRouter({
      handlers: handlers as unknown as Handlers,
      trustedOrigin: originOf,
      log: () => {},
      newLogId: () => 'cafe',
    });
    answerCalls(electron.ipcMain, PAGES, { handle });
    const result = (await electron.invokeHandlers.get('daygrove:invoke')!(
      event,
      'app.activity',
      {},
    )) as Result<unknown>;
    return result.ok ? 'answered' : result.error.code;
  };
  const at = (url: string, origin: string): InvokeEvent => from(senderFrame({ url, origin }));

  it.each(['app://daygrove/', 'app://daygrove/index.html', 'app://daygrove/#/today', 'app://daygrove/?x'])(
    'is open to our page at %s',
    async (url) => expect(await answerTo(at(url, 'app://daygrove'))).toBe('answered'),
  );

  it.each([
    ['another scheme', 'https://daygrove/', 'https://daygrove'],
    ['the developer tools', 'devtools://devtools/bundled/inspector.html', 'devtools://devtools'],
    ['a file', 'file:///home/x/index.html', 'file://'],
    ['another host of our scheme', 'app://curtain/', 'app://curtain'],
    ['a book', 'app://book/', 'app://book'],
    ['no host', 'app:///', 'app://'],
    ['a host that begins like ours', 'app://daygrove.evil.example/', 'app://daygrove.evil.example'],
    ['our host as a name', 'app://daygrove@evil.example/', 'app://evil.example'],
    ['our host in capitals', 'app://DAYGROVE/', 'app://DAYGROVE'],
    ['our scheme in capitals', 'APP://daygrove/', 'APP://daygrove'],
    ['a port', 'app://daygrove:80/', 'app://daygrove:80'],
    ['a dot behind the host', 'app://daygrove./', 'app://daygrove.'],
    ['a slash behind the origin', 'app://daygrove/', 'app://daygrove/'],
    ['a space behind the origin', 'app://daygrove/', 'app://daygrove '],
    ['data', 'data:text/html,x', 'null'],
    ['an empty document', 'about:blank', 'null'],
    ['an empty document that inherited our origin', 'about:blank', 'app://daygrove'],
    ['a document from an attribute', 'about:srcdoc', 'app://daygrove'],
    ['a blob of ours', 'blob:app://daygrove/5e1b', 'app://daygrove'],
    ['a blob of nobody', 'blob:null/5e1b', 'null'],
    ['a file system of ours', 'filesystem:app://daygrove/temporary/x', 'app://daygrove'],
    ['our address shown as source', 'view-source:app://daygrove/', 'app://daygrove'],
    ['a page that never arrived', '', 'app://daygrove'],
    ['a page that never arrived, of nobody', '', ''],
    ['our page with a foreign origin', 'app://daygrove/', 'https://example.com'],
    ['a sandboxed page of ours', 'app://daygrove/', 'null'],
  ])('is closed to %s', async (_name, url, origin) => {
    expect(await answerTo(at(url, origin))).toBe('forbidden');
  });

  it.each([
    ['an iframe of our own page', from(senderFrame({ parent: {} }))],
    [
      'an iframe of another page',
      from(senderFrame({ parent: {}, url: 'https://a.example/', origin: 'https://a.example' })),
    ],
    ['our page in another window', from(senderFrame(), OURS + 1)],
    ['a frame that is gone', from(null)],
    ['a detached frame', from(senderFrame({ detached: true }))],
    ['a destroyed frame', from(senderFrame({ isDestroyed: () => true }))],
  ])('is closed to %s', async (_name, event) => expect(await answerTo(event)).toBe('forbidden'));
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
