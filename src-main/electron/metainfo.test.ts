import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readChangelog } from '../../src-shared/domain/changelog.ts';

const root = resolve(import.meta.dirname, '../..');
const path = join(root, 'build/linux/app.daygrove.desktop.metainfo.xml');
const text = readFileSync(path, 'utf8');
/** The texts of all elements of a name, in order. */
const texts = (name: string): string[] =>
  [...text.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'gu'))].map((match) => match[1]!.trim());

const validator = spawnSync('appstreamcli', ['validate', '--no-net', path], { encoding: 'utf8' });
const hasValidator = validator.error === undefined;
if (!hasValidator)
  process.stdout.write('Skipped: appstreamcli, which knows all rules of AppStream, is not on this machine.\n');

describe('the page in a software centre', () => {
  it('belongs to the desktop file that the package installs', () => {
    expect(texts('id')).toEqual(['app.daygrove.desktop']);
    expect(texts('launchable')).toEqual(['app.daygrove.desktop.desktop']);
    expect(texts('binary')).toEqual(['daygrove']);
  });

  it('says what a centre must know, and under which licences', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly license: string };
    expect(texts('project_license')).toEqual([manifest.license]);
    expect(texts('metadata_license')).toEqual(['CC0-1.0']);
    expect(texts('name')[0]).toBe('Daygrove');
    expect(texts('summary')[0]?.length).toBeLessThan(36);
    expect(text).toContain('<content_rating type="oars-1.1" />');
    expect(texts('category')).toEqual(['Office']);
    expect(texts('mediatype')).toEqual(['application/vnd.daygrove.backup', 'application/vnd.daygrove.archive+zip']);
  });

  it('lists the releases of the changelog, and none that is not out', () => {
    const changelog = readChangelog(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'));
    const released = changelog.filter(({ day }) => day !== null).map(({ version, day }) => [version, day]);
    const listed = [...text.matchAll(/<release version="([^"]*)" date="([^"]*)"/gu)].map(([, version, day]) => [
      version,
      day,
    ]);
    expect(changelog.length).toBeGreaterThan(0);
    expect(listed).toEqual(released);
  });

  it.skipIf(!hasValidator)('is what appstreamcli takes', () => {
    expect([validator.status, validator.stdout]).toEqual([0, expect.stringContaining('Validation was successful')]);
  });
});
