import { describe, expect, it } from 'vitest';
import { defaultProfileDirectory } from './default-profile.ts';

describe('the profile folder when nobody names one', () => {
  it.each([
    ['linux', {}, '/home/ada', '/home/ada/.local/share/daygrove'],
    ['linux', { XDG_DATA_HOME: '/data' }, '/home/ada', '/data/daygrove'],
    ['linux', { XDG_DATA_HOME: 'data' }, '/home/ada', '/home/ada/.local/share/daygrove'],
    ['linux', { XDG_DATA_HOME: '' }, '/home/ada', '/home/ada/.local/share/daygrove'],
    ['darwin', { XDG_DATA_HOME: '/data' }, '/Users/ada', '/Users/ada/Library/Application Support/Daygrove'],
    ['win32', { APPDATA: 'D:\\Roaming' }, 'C:\\Users\\ada', 'D:\\Roaming\\Daygrove'],
    ['win32', {}, 'C:\\Users\\ada', 'C:\\Users\\ada\\AppData\\Roaming\\Daygrove'],
  ] as const)('%s %o', (platform, environment, home, expected) => {
    expect(defaultProfileDirectory({ platform, environment, home })).toBe(expected);
  });
});
