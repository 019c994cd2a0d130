/**
 * `node e2e/packaging/pack.ts ELECTRON OUTPUT REPORT`: packs what is in out/ for Linux as electron-builder.yml says, with the Electron that is in the folder ELECTRON, and stops
 * before the installers. What it would have told the installers' tool goes into REPORT. A process of its own, because electron-builder listens to the ends of its process.
 */
import { Platform, build } from 'electron-builder';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What one installer would have been made from. */
export interface InstallerReport {
  /** Of fpm. */
  readonly arguments: readonly string[];
  readonly desktopFile: string;
  readonly mimeTypes: string;
}

const root = resolve(import.meta.dirname, '../..');
const [electron = '', output = '', report = ''] = process.argv.slice(2);

const installers: InstallerReport[] = [];
await build({
  projectDir: root,
  targets: Platform.LINUX.createTarget(['deb', 'rpm']),
  publish: 'never',
  config: { extends: join(root, 'electron-builder.yml'), electronDist: electron, directories: { output } },
  effectiveOptionComputed: async (options: unknown) => {
    const [parameters, desktopFile] = options as [string[], string];
    const mime = parameters.find((parameter) => parameter.includes('=/usr/share/mime/packages/'))?.split('=')[0];
    installers.push({
      arguments: parameters,
      desktopFile: readFileSync(desktopFile, 'utf8'),
      mimeTypes: mime === undefined ? '' : readFileSync(mime, 'utf8'),
    });
    return true;
  },
});
writeFileSync(report, JSON.stringify(installers));
