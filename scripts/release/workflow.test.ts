import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}
interface Job {
  readonly needs?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly strategy?: { readonly matrix: { readonly os: readonly string[] } };
  readonly steps: readonly Step[];
  readonly env?: unknown;
}
const root = resolve(import.meta.dirname, '../..');
const text = readFileSync(join(root, '.github/workflows/release.yml'), 'utf8');
const workflow = parse(text) as {
  readonly on: unknown;
  readonly permissions: unknown;
  readonly env?: unknown;
  readonly jobs: Readonly<Record<'agree' | 'build' | 'draft', Job>>;
};
const { agree, build, draft } = workflow.jobs;
const steps = [agree, build, draft].flatMap((job) => job.steps);

describe('the release workflow', () => {
  it('runs for a version’s tag and for nothing else', () => {
    expect(workflow.on).toEqual({ push: { tags: ['v*'] } });
  });

  it('checks first that everything names one version, and drafts only what was built everywhere', () => {
    expect(agree.steps.some(({ run }) => run?.includes('release-version.ts "$TAG"'))).toBe(true);
    expect([build.needs, draft.needs]).toEqual(['agree', 'build']);
    expect(build.strategy?.matrix.os).toEqual(['ubuntu-latest', 'macos-latest', 'windows-latest']);
    expect(build.steps.filter(({ run }) => run?.trim().endsWith('npm run package')).map((step) => step.if)).toEqual([
      "runner.os == 'Linux'",
      "runner.os == 'macOS'",
      "runner.os == 'Windows'",
    ]);
    expect(build.steps.some(({ run }) => run === 'npm ci')).toBe(true);
    const drafting = draft.steps.find(({ run }) => run?.includes('gh release create'))?.run ?? '';
    expect(drafting).toContain('--draft');
    expect(drafting).toContain('--notes-file');
  });

  it('may read only, but for the one job that drafts', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect([agree.permissions, build.permissions, draft.permissions]).toEqual([
      undefined,
      undefined,
      { contents: 'write' },
    ]);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts).toHaveLength(3);
    for (const checkout of checkouts) expect(checkout.with?.['persist-credentials']).toBe(false);
  });

  it('gives each secret to the one step that needs it, by its environment, and never to a command line', () => {
    expect([workflow.env, agree.env, build.env, draft.env]).toEqual([undefined, undefined, undefined, undefined]);
    const holders = (name: string): (string | undefined)[] =>
      steps
        .filter(({ env }) => Object.values(env ?? {}).some((value) => value.includes(name)))
        .map(({ run }) => run?.trim());
    expect(holders('secrets.DAYGROVE_RELEASE_KEY')).toEqual(['node scripts/release/checksums.ts packages']);
    for (const name of ['secrets.MAC_CERTIFICATE ', 'secrets.WINDOWS_CERTIFICATE ', 'secrets.APPLE_API_KEY ']) {
      expect(holders(name)).toEqual([expect.stringMatching(/npm run package$/u)]);
    }
    for (const { run = '', with: parameters = {} } of steps) {
      // A tag's name is somebody's text: as part of a script it would be run.
      expect(run).not.toContain('${{');
      expect(run).not.toMatch(/\b(?:printenv|set -x)\b|\benv$/mu);
      expect(JSON.stringify(parameters)).not.toContain('secrets.');
    }
    expect(draft.environment).toBe('release');
  });

  it('uses GitHub’s own actions only, in a version', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    for (const action of used) expect(action).toMatch(/^actions\/[\w-]+@(?:v\d+|[\da-f]{40})$/u);
    // What is cached can be written by other runs.
    expect(text).not.toMatch(/^\s*cache:/mu);
  });

  it('calls scripts that are there', () => {
    const called = [...text.matchAll(/node (scripts\/\S+\.ts)/gu)].map((match) => match[1]!);
    expect(new Set(called)).toEqual(new Set(['scripts/release/release-version.ts', 'scripts/release/checksums.ts']));
    for (const script of called) expect(existsSync(join(root, script))).toBe(true);
  });

  it('uploads every kind of package that electron-builder is told to make', () => {
    const paths = String(build.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'))?.with?.['path']);
    for (const ending of ['AppImage', 'deb', 'rpm', 'dmg', 'zip', 'exe']) expect(paths).toContain(`dist/*.${ending}`);
    expect(paths).toContain('dist/latest*.yml');
  });
});
