import { describe, expect, it } from 'vitest';
import { browserCandidates, findSystemBrowser } from './find-browser.ts';

describe('finding a browser', () => {
  it('takes the first one on the PATH that can be run', () => {
    const found = findSystemBrowser({
      platform: 'linux',
      environment: { PATH: '/usr/local/bin:relative:/usr/bin' },
      home: '/home/ada',
      isExecutable: (path) => path === '/usr/bin/google-chrome' || path === '/snap/bin/chromium',
    });
    expect(found).toBe('/usr/bin/google-chrome');
  });

  it('never runs something from a folder that depends on where one stands', () => {
    const candidates = browserCandidates({ platform: 'linux', environment: { PATH: '.:bin:' }, home: '/home/ada' });
    expect(candidates).toEqual(['/snap/bin/chromium']);
  });

  it('knows the usual places of macOS and Windows', () => {
    expect(browserCandidates({ platform: 'darwin', environment: {}, home: '/Users/ada' })).toContain(
      '/Users/ada/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    );
    const environment = { PROGRAMFILES: 'C:\\Program Files', 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' };
    expect(browserCandidates({ platform: 'win32', environment, home: 'C:\\Users\\ada' })).toContain(
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    );
  });

  it('says so when there is none', () => {
    const search = { platform: 'linux', environment: { PATH: '/usr/bin' }, home: '/root' } as const;
    expect(findSystemBrowser({ ...search, isExecutable: () => false })).toBeNull();
  });
});
