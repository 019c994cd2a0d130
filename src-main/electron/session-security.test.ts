import { describe, expect, it } from 'vitest';
import { permissionNames } from '../testing/electron-types.ts';
import { confineContents, openSession, secureSession } from './session-security.ts';
import { HOSTILE_ADDRESSES as ADDRESSES } from './testing/hostile-addresses.ts';
import { RecordedContents, RecordedSession, RecordingElectron } from './testing/recording-electron.ts';

/** Those of the installed Electron, and one that it does not know. */
const PERMISSIONS = [...permissionNames(), 'one-of-tomorrow'];

function secured(devTools = false): RecordedSession {
  const session = new RecordedSession('daygrove', { cache: false });
  secureSession(session, devTools);
  return session;
}

describe('the session', () => {
  it('lives in memory and has no cache', () => {
    const electron = new RecordingElectron();
    openSession(electron.session, false);
    const [session] = electron.sessions;
    expect(session?.partition).not.toMatch(/^persist:/);
    expect(session?.options).toEqual({ cache: false });
    expect(session?.permissionCheck?.()).toBe(false);
  });

  it('is tested against the permissions of the installed Electron', () => {
    expect(PERMISSIONS.length).toBeGreaterThan(30);
    expect(PERMISSIONS).toContain('clipboard-read');
  });

  it.each(PERMISSIONS)('refuses %s, asked and checked', (permission) => {
    const session = secured();
    const answers: boolean[] = [];
    session.permissionRequest?.(null, permission, (granted) => answers.push(granted));
    expect(answers).toEqual([false]);
    expect(Reflect.apply(session.permissionCheck ?? (() => true), null, [null, permission, 'app://daygrove'])).toBe(
      false,
    );
  });

  it('refuses devices and downloads, and has no spell checker', () => {
    const session = secured();
    expect(session.devicePermission?.()).toBe(false);
    expect(session.emitCancellable('will-download')).toBe(true);
    expect(session.spellChecker).toBe(false);
  });

  it('lets only our own addresses through', () => {
    const session = secured();
    const through = [
      'app://daygrove/',
      'app://daygrove/assets/page.js',
      'blob:app://daygrove/5e1b',
      'app://curtain/',
      'app://capture/capture.html',
    ];
    for (const url of through) expect([url, session.lets(url)]).toEqual([url, true]);
    const own = new Set(['app://daygrove/', 'app://daygrove/other.html', 'app://curtain/', 'blob:app://daygrove/5e1b']);
    for (const url of ADDRESSES.filter((address) => !own.has(address)))
      expect([url, session.lets(url)]).toEqual([url, false]);
  });

  it('knows the developer tools only outside of a package', () => {
    expect(secured(true).lets('devtools://devtools/bundled/inspector.html')).toBe(true);
    expect(secured(true).lets('https://example.com/')).toBe(false);
  });
});

describe('web contents', () => {
  const confined = (): { contents: RecordedContents; links: string[] } => {
    const contents = new RecordedContents(1);
    const links: string[] = [];
    confineContents(contents, (url) => links.push(url));
    return { contents, links };
  };

  it.each(ADDRESSES)('do not go to %s', (url) => {
    const { contents } = confined();
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      expect([event, contents.emitCancellable(event, url)]).toEqual([event, true]);
    }
  });

  it.each(ADDRESSES)('open no window for %s', (url) => {
    const { contents, links } = confined();
    expect(contents.windowOpenHandler?.({ url })).toEqual({ action: 'deny' });
    expect(links).toEqual([url]);
  });

  it('hold no webview', () => {
    expect(confined().contents.emitCancellable('will-attach-webview')).toBe(true);
  });
});
