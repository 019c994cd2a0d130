import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** As in Electron's source, build/fuses: what @electron/fuses looks for in the binary. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const FUSE_VERSION = 1;
/** Electron's own defaults, by the order of its fuses: `1` on, `0` off. */
const DEFAULT_FUSES = '101100011';

/**
 * A folder that looks to electron-builder like Electron for Linux, unpacked: the parts that it moves, removes and changes, and a program with a fuse wire that can be flipped and
 * read back. The real one comes from GitHub, which a machine may not reach.
 */
export function makeDummyElectron(folder: string): void {
  const electron = resolve(import.meta.dirname, '../../node_modules/electron');
  const { version } = JSON.parse(readFileSync(join(electron, 'package.json'), 'utf8')) as { readonly version: string };
  mkdirSync(join(folder, 'locales'), { recursive: true });
  mkdirSync(join(folder, 'resources'), { recursive: true });
  const program = Buffer.concat([
    Buffer.from('#!/bin/sh\necho "This is no Electron." >&2\nexit 1\n'),
    Buffer.from(SENTINEL),
    Buffer.from([FUSE_VERSION, DEFAULT_FUSES.length]),
    Buffer.from(DEFAULT_FUSES),
  ]);
  writeFileSync(join(folder, 'electron'), program);
  chmodSync(join(folder, 'electron'), 0o755);
  writeFileSync(join(folder, 'version'), version);
  writeFileSync(join(folder, 'LICENSES.chromium.html'), '<!doctype html><title>Credits</title>');
  copyFileSync(join(electron, 'LICENSE'), join(folder, 'LICENSE'));
  for (const locale of ['en-US', 'de']) writeFileSync(join(folder, 'locales', `${locale}.pak`), '');
}
