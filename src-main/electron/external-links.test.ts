import { ENGLISH } from '../testing/english-words.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { externalAddress } from '../external-address.ts';
import { createExternalLinks } from './external-links.ts';
import { HOSTILE_ADDRESSES } from './testing/hostile-addresses.ts';
import { RecordingElectron } from './testing/recording-electron.ts';

describe('an address that may leave the app', () => {
  it.each([
    ['https://example.com', 'https://example.com/'],
    ['HTTPS://Example.COM/a?b=c#d', 'https://example.com/a?b=c#d'],
    [' https://example.com/\n', 'https://example.com/'],
  ])('%j', (text, address) => expect(externalAddress(text)).toBe(address));

  it.each([
    'http://example.com/',
    'httpsx://example.com/',
    'javascript:https://example.com/',
    'file:///etc/passwd',
    'file://example.com/share',
    'smb://example.com/share',
    '\\\\example.com\\share',
    'ms-msdt:/id PCWDiagnostic',
    'search-ms:query=x',
    'mailto:a@example.com',
    'data:text/html,x',
    'blob:https://example.com/5e1b',
    'view-source:https://example.com/',
    'app://daygrove/',
    'https://bank.example@example.com/',
    'https://name:word@example.com/',
    'https://',
    'https:// example.com',
    'example.com',
    '',
  ])('not %j', (text) => expect(externalAddress(text)).toBeNull());

  it('is an https address, whatever comes in', () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    const scheme = fc.constantFrom(
      'https',
      'HTTPS',
      ' https',
      'xhttps',
      'httpsx',
      'http',
      'file',
      'javascript',
      'data',
    );
    const between = fc.constantFrom('://', ':', ':/', ':\\\\', ':///', '://name@', '://name:word@');
    const host = fc.array(fc.constantFrom('a', 'b.', 'example', '-', '1', '%20', '@', ':', '/', '?', '#'), {
      maxLength: 6,
    });
    const text = fc.oneof(
      fc.string({ unit }),
      fc
        .tuple(scheme, between, host, fc.string({ unit, maxLength: 10 }))
        .map(([a, b, c, d]) => `${a}${b}${c.join('')}${d}`),
    );
    const addresses = fc.sample(text, 1000).map(externalAddress);
    const left = addresses.filter((address) => address !== null);
    expect(left.length).toBeGreaterThan(0);
    expect(left.filter((address) => !/^https:\/\/[^/@]+\//.test(address))).toEqual([]);
  });
});

describe('what is handed to the system', () => {
  /** Of the table's spellings, those that are https once they are read as a browser reads them, and what becomes of them. */
  const OPENED: Readonly<Record<string, string>> = {
    'https://example.com/': 'https://example.com/',
    'HTTPS://EXAMPLE.COM': 'https://example.com/',
    'https:example.com': 'https://example.com/',
    'https:/example.com': 'https://example.com/',
    'https:///example.com': 'https://example.com/',
    'https:\\\\example.com': 'https://example.com/',
    ' https://example.com': 'https://example.com/',
    '\thttps://example.com': 'https://example.com/',
    'ht\ntps://example.com': 'https://example.com/',
    '\0https://example.com': 'https://example.com/',
    // Names are shown and opened as they are looked up: what only resembles another name is seen to be none.
    'https://éxample.com/': 'https://xn--xample-9ua.com/',
    'https://еxample.com/': 'https://xn--xample-2of.com/',
    'https://xn--e1awd7f.com/': 'https://xn--e1awd7f.com/',
    'https://example.com。evil.example/': 'https://example.com.evil.example/',
    'https://example.com\u2044evil.example/': 'https://example.xn--comevil-3d7c.example/',
    'https://[::1]/': 'https://[::1]/',
    'https://2130706433/': 'https://127.0.0.1/',
  };

  it.each(HOSTILE_ADDRESSES.map((address) => [address.slice(0, 80), address] as const))(
    'of %j',
    async (_short, address) => {
      const electron = new RecordingElectron();
      electron.dialog.answer = 1;
      const isOpened = await createExternalLinks({ ...electron, say: ENGLISH.say }, () => null)(address);
      const expected = OPENED[address];
      expect([isOpened, electron.opened]).toEqual(expected === undefined ? [false, []] : [true, [expected]]);
      // What was asked is what is opened, to the letter.
      expect(electron.dialog.questions.map(({ detail }) => detail)).toEqual(electron.opened);
    },
  );

  it('is never more than a person can look at', () => {
    const of = (length: number): string => `https://example.com/${'a'.repeat(length - 20)}`;
    expect(externalAddress(of(8192))).toHaveLength(8192);
    expect(externalAddress(of(8193))).toBeNull();
  });
});

describe('the way to the browser', () => {
  it('asks, shows the whole address, and opens it on yes', async () => {
    const electron = new RecordingElectron();
    electron.dialog.answer = 1;
    expect(await createExternalLinks({ ...electron, say: ENGLISH.say }, () => null)('https://example.com/a?b')).toBe(
      true,
    );
    expect(electron.opened).toEqual(['https://example.com/a?b']);
    expect(electron.dialog.questions[0]?.detail).toBe('https://example.com/a?b');
    expect(electron.dialog.questions[0]?.defaultId).toBe(0);
  });

  it('opens nothing on no', async () => {
    const electron = new RecordingElectron();
    expect(await createExternalLinks({ ...electron, say: ENGLISH.say }, () => null)('https://example.com/')).toBe(
      false,
    );
    expect(electron.opened).toEqual([]);
  });

  it('asks nothing about an address that may not leave', async () => {
    const electron = new RecordingElectron();
    expect(await createExternalLinks({ ...electron, say: ENGLISH.say }, () => null)('file:///etc/passwd')).toBe(false);
    expect(electron.dialog.questions).toEqual([]);
  });

  it('asks one question at a time, and the next one after it', async () => {
    const electron = new RecordingElectron();
    const open = createExternalLinks({ ...electron, say: ENGLISH.say }, () => null);
    await Promise.all([open('https://example.com/1'), open('https://example.com/2')]);
    expect(electron.dialog.questions.map(({ detail }) => detail)).toEqual(['https://example.com/1']);
    await open('https://example.com/3');
    expect(electron.dialog.questions).toHaveLength(2);
  });

  it('survives a system without a browser', async () => {
    const electron = new RecordingElectron();
    electron.dialog.answer = 1;
    const shell = { openExternal: () => Promise.reject(new Error('no browser')) };
    expect(
      await createExternalLinks(
        { shell, dialog: electron.dialog, say: ENGLISH.say },
        () => null,
      )('https://example.com/'),
    ).toBe(false);
  });
});
