import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isSnap, windowFolderParent } from './window-folder.ts';

let folder: string;
const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daygrove-snap-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('a snap is known by its place, by its link, and by the script that starts it', () => {
  expect(isSnap('/snap/bin/chromium')).toBe(true);
  mkdirSync(join(folder, 'bin'));
  symlinkSync(file('snap', ''), join(folder, 'bin', 'chromium'));
  expect(isSnap(join(folder, 'bin', 'chromium'))).toBe(true);
  expect(isSnap(file('chromium-browser', '#!/bin/sh\nexec /snap/bin/chromium "$@"\n'))).toBe(true);
});

it('nothing else is one', () => {
  expect(isSnap(file('chromium', '#!/bin/sh\nexec /usr/lib/chromium/chromium "$@"\n'))).toBe(false);
  expect(isSnap(file('chrome', '\u007fELF /snap/bin/'))).toBe(false);
  expect(isSnap(join(folder, 'missing'))).toBe(false);
});

it('the window’s folder is where the browser sees it', () => {
  expect(windowFolderParent(file('chromium', ''), '/home/nobody', '/tmp')).toBe('/tmp');
  const expected = process.platform === 'linux' ? join(folder, 'snap', 'chromium', 'common') : '/tmp';
  expect(windowFolderParent('/snap/bin/chromium', folder, '/tmp')).toBe(expected);
});
