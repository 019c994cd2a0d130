import { describe, expect, it } from 'vitest';
import { decidersOf, permissionNames, propertiesOf, questionsOf } from '../testing/electron-types.ts';
import { HARDENED_PAGE } from './hardened-page.ts';
import { bookWindowOptions } from './print-pdf.ts';
import { confineContents, refuseIdentities, secureSession } from './session-security.ts';
import { Emitter } from './testing/emitter.ts';
import { RecordedContents, RecordedSession } from './testing/recording-electron.ts';
import { windowOptions } from './window.ts';

/**
 * Everything that Electron may ask the app, set against what the app answers. The lists of questions are read from the installed Electron: one that a newer Electron adds
 * is in no table here, and the check is red until somebody has decided.
 */
interface Played {
  readonly cancelled: boolean;
  /** What each call of the callback was given. */
  readonly answers: readonly (readonly unknown[])[];
}

/** Plays a question: a stand-in of each other value, and a callback as the last. */
function ask(emitter: Emitter, event: string): Played {
  const answers: unknown[][] = [];
  const device = { deviceId: 'first', portId: 'first' };
  const cancelled = (emitter as RecordedContents).emitCancellable(event, [device], device, (...values: unknown[]) =>
    answers.push(values),
  );
  return { cancelled, answers };
}

function secured(): RecordedSession {
  const session = new RecordedSession('daygrove', { cache: false });
  secureSession(session, false);
  return session;
}

describe('what Electron asks a session', () => {
  const REFUSED: Readonly<Record<string, readonly unknown[]>> = {
    'select-hid-device': [],
    'select-serial-port': [''],
    'select-usb-device': [],
    'select-webauthn-account': [],
    'file-system-access-restricted': ['deny'],
  };
  /** Left to Electron, each for a reason. */
  const LEFT: Readonly<Record<string, string>> = {
    'select-webauthn-authenticator': 'asked only where app.configureWebAuthn was called, and it is called nowhere',
  };

  it('is all decided', () => {
    expect(questionsOf('Session').toSorted()).toEqual([...Object.keys(REFUSED), ...Object.keys(LEFT)].toSorted());
  });

  it.each(Object.entries(REFUSED))('is refused: %s', (event, answer) => {
    expect(ask(secured(), event)).toEqual({ cancelled: true, answers: [answer] });
  });

  it('is refused by every handler that can be set, but those whose absence refuses', () => {
    const session = secured();
    const answers: unknown[] = [];
    session.displayMedia?.({}, (streams) => answers.push(streams));
    session.bluetoothPairing?.({}, (response) => answers.push(response));
    session.permissionRequest?.(null, 'media', (granted) => answers.push(granted));
    answers.push(session.permissionCheck?.(), session.devicePermission?.());
    expect(answers).toEqual([null, { confirmed: false }, false, false, false]);
    expect(decidersOf('Session').toSorted()).toEqual([
      'setBluetoothPairingHandler',
      // Not set: certificates are held to what the system trusts, and no request gets so far.
      'setCertificateVerifyProc',
      'setDevicePermissionHandler',
      'setDisplayMediaRequestHandler',
      'setPermissionCheckHandler',
      'setPermissionRequestHandler',
      // Not set: Electron's own list of protected USB classes holds.
      'setUSBProtectedClassesHandler',
    ]);
  });

  it.each(permissionNames())('is refused by every permission handler: %s', (permission) => {
    const session = secured();
    const granted: boolean[] = [];
    session.permissionRequest?.(null, permission, (answer) => granted.push(answer));
    const check = session.permissionCheck ?? (() => true);
    for (const origin of ['app://daygrove', 'https://example.com', '', 'null'])
      granted.push(Reflect.apply(check, null, [null, permission, origin, { isMainFrame: true }]) as boolean);
    expect(granted).toEqual([false, false, false, false, false]);
  });

  it.each(['hid', 'serial', 'usb'])('is refused for every %s device', (deviceType) => {
    const check = secured().devicePermission ?? (() => true);
    expect(Reflect.apply(check, null, [{ deviceType, origin: 'app://daygrove', device: {} }])).toBe(false);
  });
});

describe('what Electron asks the app', () => {
  const REFUSED: Readonly<Record<string, readonly unknown[]>> = {
    'certificate-error': [false],
    'select-client-certificate': [],
    login: [],
  };

  it('is all decided', () => {
    expect(questionsOf('App').toSorted()).toEqual(Object.keys(REFUSED).toSorted());
    // Not set: a client certificate that is never chosen asks for no password.
    expect(decidersOf('App')).toEqual(['setClientCertRequestPasswordHandler']);
  });

  it.each(Object.entries(REFUSED))('is refused: %s', (event, answer) => {
    const app = new Emitter();
    refuseIdentities(app);
    expect(ask(app, event)).toEqual({ cancelled: true, answers: [answer] });
  });
});

describe('what Electron asks web contents', () => {
  it('is all decided', () => {
    expect(questionsOf('WebContents').toSorted()).toEqual([
      // The app answers these for all of them.
      'certificate-error',
      'login',
      'select-bluetooth-device',
      'select-client-certificate',
    ]);
    expect(decidersOf('WebContents')).toEqual(['setWindowOpenHandler']);
  });

  it('is refused: select-bluetooth-device', () => {
    const contents = new RecordedContents(1);
    confineContents(contents, () => {});
    expect(ask(contents, 'select-bluetooth-device')).toEqual({ cancelled: true, answers: [['']] });
  });
});

describe('the preferences of a page', () => {
  /** How things look, sound or are sized, and nothing else. */
  const LOOKS = new Set([
    'accessibleTitle', 'autoplayPolicy', 'backgroundThrottling', 'defaultEncoding', 'defaultFontFamily', 'defaultFontSize', 'defaultMonospaceFontSize',
    'disableDialogs', 'disableHtmlFullscreenWindowResize', 'disableWakeLocks', 'enablePreferredSizeMode', 'focusOnNavigation', 'imageAnimationPolicy', 'images', 'minimumFontSize',
    'offscreen', 'safeDialogs', 'safeDialogsMessage', 'scrollBounce', 'textAreasAreResizable', 'transparent', 'v8CacheOptions', 'zoomFactor', 'zoomMode',
  ]); // prettier-ignore
  /** Anything here would open something: never set. */
  const NEVER = ['additionalArguments', 'enableBlinkFeatures', 'disableBlinkFeatures', 'session'];
  const OURS = ['preload', 'partition', 'devTools', 'javascript'];

  it('are all decided', () => {
    const decided = new Set([...LOOKS, ...NEVER, ...OURS, ...Object.keys(HARDENED_PAGE)]);
    expect(propertiesOf('WebPreferences').filter((name) => !decided.has(name))).toEqual([]);
    expect(propertiesOf('WebPreferences').length).toBeGreaterThan(40);
  });

  it('are the hardened ones in every window, and none that opens anything', () => {
    const size = { width: 1, height: 1 };
    const options = {
      preload: '/p.cjs',
      devTools: false,
      backgroundColor: '#fff',
      placement: { at: null, size, least: size, mode: 'normal' },
      show: 'window',
    } as const;
    const windows = [windowOptions(options), bookWindowOptions(false)].map(
      ({ webPreferences }) => webPreferences ?? {},
    );
    for (const preferences of windows) {
      expect(preferences).toMatchObject({ ...HARDENED_PAGE, devTools: false });
      expect(Object.keys(preferences).filter((name) => !OURS.includes(name) && !(name in HARDENED_PAGE))).toEqual([]);
    }
    expect(windows[1]).toMatchObject({ javascript: false });
    expect(windows[1]).not.toHaveProperty('preload');
  });
});
