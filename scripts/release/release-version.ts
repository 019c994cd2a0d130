/**
 * `node scripts/release/release-version.ts TAG`: ends well where the tag, package.json and the newest section of CHANGELOG.md name the same version, and that section has a day.
 * `… --notes` writes what that section says.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readChangelog, type Release } from '../../src-shared/domain/changelog.ts';

export interface ReleaseSources {
  /** `v1.2.3`, as Git has it. */
  readonly tag: string;
  /** Of package.json. */
  readonly version: string;
  /** The text of CHANGELOG.md. */
  readonly changelog: string;
}

/** The release that all three agree on. Throws a sentence that says which does not. */
export function agreedRelease({ tag, version, changelog }: ReleaseSources): Release {
  if (tag !== `v${version}`)
    throw new Error(`The tag is ${tag}, but package.json says ${version}: the tag must be v${version}.`);
  const [newest] = readChangelog(changelog);
  if (newest?.version !== version) {
    throw new Error(
      `The newest section of CHANGELOG.md is about ${newest?.version ?? 'nothing'}, but package.json says ${version}.`,
    );
  }
  if (newest.day === null) throw new Error(`CHANGELOG.md calls ${version} unreleased: it must name the day.`);
  if (newest.notes === '') throw new Error(`CHANGELOG.md says nothing about ${version}.`);
  return newest;
}

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '../..');
  const [argument = ''] = process.argv.slice(2);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  try {
    const release = agreedRelease({ tag: argument === '--notes' ? `v${version}` : argument, version, changelog });
    process.stdout.write(
      argument === '--notes' ? `${release.notes}\n` : `This is the release ${version} of ${release.day ?? ''}.\n`,
    );
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
