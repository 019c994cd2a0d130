import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ownAppImage } from './own-app-image.ts';

const APPIMAGE = '/home/x/Apps/Daygrove.AppImage';
const APPDIR = '/tmp/.mount_Daygro1a2b';
const executable = `${APPDIR}/daygrove`;

it('is the AppImage whose folder the program lies in', () => {
  expect(ownAppImage({ environment: { APPIMAGE, APPDIR }, executable })).toBe(APPIMAGE);
  expect(ownAppImage({ environment: { APPIMAGE, APPDIR: `${APPDIR}/` }, executable })).toBe(APPIMAGE);
});

it.each<[string, NodeJS.ProcessEnv, string]>([
  // A Daygrove of the deb, started from the terminal of an editor that is an AppImage.
  [
    'another program’s AppImage',
    { APPIMAGE: '/home/x/Editor.AppImage', APPDIR: '/tmp/.mount_Editor' },
    '/opt/Daygrove/daygrove',
  ],
  ['a folder whose name begins like it', { APPIMAGE, APPDIR: '/tmp/.mount_Daygro' }, executable],
  ['the root folder', { APPIMAGE, APPDIR: '/' }, '/opt/Daygrove/daygrove'],
  ['the program itself as the folder', { APPIMAGE, APPDIR: executable }, executable],
  ['a way out of the folder', { APPIMAGE, APPDIR }, `${APPDIR}/../../opt/daygrove`],
  ['no folder', { APPIMAGE }, executable],
  ['no AppImage', { APPDIR }, executable],
  ['relative paths', { APPIMAGE: 'Daygrove.AppImage', APPDIR: '.' }, executable],
  ['empty ones', { APPIMAGE: '', APPDIR: '' }, executable],
])('is none with %s', (_what, environment, program) =>
  expect(ownAppImage({ environment, executable: program })).toBeNull(),
);

it.skipIf(process.platform === 'win32')('looks through links in the file system (links need rights on Windows)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'daygrove-appimage-'));
  try {
    mkdirSync(join(folder, 'mount'));
    writeFileSync(join(folder, 'mount', 'daygrove'), '');
    symlinkSync(join(folder, 'mount'), join(folder, 'link'));
    const environment = { APPIMAGE, APPDIR: join(folder, 'link') };
    expect(ownAppImage({ environment, executable: join(folder, 'mount', 'daygrove') })).toBe(APPIMAGE);
    symlinkSync('/bin/sh', join(folder, 'mount', 'sh'));
    expect(ownAppImage({ environment, executable: join(folder, 'link', 'sh') })).toBeNull();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
