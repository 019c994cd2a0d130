import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

interface Finding {
  readonly code: string;
  readonly severity: string;
  readonly filename: string;
  readonly message: string;
  readonly help?: string;
}

type Sample = readonly [path: string, text: string, ...rest: unknown[]];

/** Samples share paths: each gets a name of its own in the same folder, with the same endings. */
const nameOf = (path: string, index: number): string => path.replace(/(?<=\/)a(?=\.)/u, `a${String(index)}`);

/**
 * What oxlint says of these files, in one run, which costs as much as one of a single file. In a folder of its own with the real rules: a bad file in the real tree would
 * break every other run on this machine. `export`s in the samples keep unused imports from being a finding of their own.
 * @returns whether the run failed, and the findings of each sample
 */
function lint(samples: readonly Sample[]): { readonly failed: boolean; readonly findings: readonly Finding[][] } {
  const tree = mkdtempSync(join(tmpdir(), 'daygrove-boundaries-'));
  try {
    copyFileSync(join(root, '.oxlintrc.json'), join(tree, '.oxlintrc.json'));
    for (const [index, [path, text]] of samples.entries()) {
      const file = join(tree, nameOf(path, index));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
    const run = spawnSync(process.execPath, [oxlint, '--format=json', '.'], { cwd: tree, encoding: 'utf8' });
    const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: Finding[] };
    const findings = samples.map(([path], index) => {
      const name = nameOf(path, index);
      return diagnostics.filter(({ filename }) => filename.replaceAll('\\', '/').endsWith(name));
    });
    // None may be lost between the names.
    expect(findings.flat()).toHaveLength(diagnostics.length);
    return { failed: run.status !== 0, findings };
  } finally {
    rmSync(tree, { recursive: true });
  }
}

const IMPORTS = 'eslint(no-restricted-imports)';
const GLOBALS = 'eslint(no-restricted-globals)';

const bad: readonly [path: string, text: string, rule: string, because: string][] = [
  ['src-shared/domain/a.ts', `export { x } from '../../src-main/clock.ts';`, IMPORTS, 'nothing of ours'],
  ['src-shared/domain/a.ts', `export { x } from '../../src-renderer/theme/theme.ts';`, IMPORTS, 'nothing of ours'],
  ['src-shared/domain/a.ts', `export { readFile } from 'node:fs';`, IMPORTS, 'only zod'],
  ['src-shared/domain/a.ts', `export { readFile } from 'fs';`, IMPORTS, 'only zod'],
  ['src-shared/domain/a.ts', `export { useState } from 'react';`, IMPORTS, 'only zod'],
  ['src-shared/domain/a.ts', `export const load = () => import('@libsql/client');`, IMPORTS, 'only zod'],
  ['src-renderer/shell/a.tsx', `export { x } from '../../src-main/clock.ts';`, IMPORTS, 'only src-shared'],
  ['src-renderer/shell/a.tsx', `export type { App } from '../../src-main/host.ts';`, IMPORTS, 'only src-shared'],
  ['src-renderer/shell/a.tsx', `export { readFile } from 'node:fs';`, IMPORTS, 'no Node'],
  ['src-renderer/shell/a.tsx', `export { ipcRenderer } from 'electron';`, IMPORTS, 'no Electron'],
  ['src-renderer/shell/a.tsx', `export { ipcRenderer } from 'electron/renderer';`, IMPORTS, 'no Electron'],
  ['src-renderer/shell/a.tsx', `export { z } from 'zod';`, IMPORTS, 'no schemas'],
  ['src-renderer/shell/a.tsx', `export { contract } from '../../src-shared/contract/index.ts';`, IMPORTS, 'Types only'],
  ['src-renderer/shell/a.tsx', `export * from '../../src-shared/contract/index.ts';`, IMPORTS, 'Types only'],
  [
    'src-renderer/shell/a.tsx',
    `export const load = () => import('../../src-shared/contract/index.ts');`,
    IMPORTS,
    'Types only',
  ],
  ['src-renderer/shell/a.test.ts', `export { x } from '../../src-main/clock.ts';`, IMPORTS, 'only src-shared'],
  ['src-main/router/a.ts', `export { x } from '../../src-renderer/theme/theme.ts';`, IMPORTS, 'only src-shared'],
  ['src-main/router/a.ts', `export { x } from '../../e2e/support/marker.ts';`, IMPORTS, 'only src-shared'],
  ['src-main/a.ts', `export { app } from 'electron';`, IMPORTS, 'Only src-main/electron'],
  ['src-main/a.ts', `export { app } from 'electron/main';`, IMPORTS, 'Only src-main/electron'],
  ['src-main/vault/a.ts', `export { app } from 'electron';`, IMPORTS, 'Only src-main/electron'],
  ['src-main/browser-host/a.ts', `export { app } from 'electron';`, IMPORTS, 'Only src-main/electron'],
  ['src-main/testing/a.ts', `export { app } from 'electron';`, IMPORTS, 'Only src-main/electron'],
  ['src-main/a.ts', `export { keys } from './vault/keys.ts';`, IMPORTS, 'know keys'],
  ['src-main/a.ts', `export const load = () => import('./vault/keys.ts');`, IMPORTS, 'know keys'],
  ['src-main/session/a.ts', `export { keys } from '../vault/keys.ts';`, IMPORTS, 'know keys'],
  ['src-main/router/deep/a.ts', `export { keys } from '../../vault/keys.ts';`, IMPORTS, 'know keys'],
  ['src-main/electron/a.ts', `export { keys } from '../vault/keys.ts';`, IMPORTS, 'know keys'],
  ['src-main/browser-host/a.ts', `export { keys } from '../vault/keys.ts';`, IMPORTS, 'know keys'],
  ['src-main/testing/a.ts', `export { keys } from '../vault/keys.ts';`, IMPORTS, 'know keys'],
  ['src-main/a.ts', `export { x } from './browser-host/server.ts';`, IMPORTS, 'never in the package'],
  ['src-main/electron/a.ts', `export { x } from '../browser-host/server.ts';`, IMPORTS, 'never in the package'],
  ['src-main/storage/a.ts', `export { x } from '../browser-host/server.ts';`, IMPORTS, 'never in the package'],
  ['src-main/vault/a.ts', `export const nonce = Math.random();`, 'eslint(no-restricted-properties)', 'node:crypto'],
  ['src-main/storage/a.ts', `export const { random } = Math;`, 'eslint(no-restricted-properties)', 'node:crypto'],
  ['src-main/a.ts', `console.log(1);`, 'eslint(no-console)', ''],
  ['src-renderer/a.ts', `console.log(1);`, 'eslint(no-console)', ''],
  ['src-shared/a.ts', `console.log(1);`, 'eslint(no-console)', ''],
  ['src-renderer/a.ts', `export const x = fetch('/');`, GLOBALS, 'but the bridge'],
  ['src-renderer/a.ts', `export const x = window.fetch('/');`, GLOBALS, 'but the bridge'],
  ['src-renderer/a.ts', `export const x = new WebSocket('ws://localhost');`, GLOBALS, 'but the bridge'],
  ['src-renderer/a.ts', `export const x = localStorage;`, GLOBALS, 'in clear'],
  ['src-renderer/a.ts', `export const x = globalThis.sessionStorage;`, GLOBALS, 'in clear'],
  ['src-renderer/a.ts', `export const x = indexedDB;`, GLOBALS, 'in clear'],
  ['src-main/a.ts', `export const x = (y: any) => y;`, 'typescript(no-explicit-any)', ''],
];

const good: readonly [path: string, text: string][] = [
  ['src-shared/domain/a.ts', `export { z } from 'zod';\nexport { x } from '../result.ts';`],
  ['src-renderer/shell/a.tsx', `export type { Contract } from '../../src-shared/contract/index.ts';`],
  [
    'src-renderer/shell/a.tsx',
    `import type { Bridge } from '../../src-shared/contract/index.ts';\nimport { ok } from '../../src-shared/result.ts';\nexport const x: Bridge | typeof ok = ok;`,
  ],
  ['src-renderer/shell/a.test.ts', `export { contract } from '../../src-shared/contract/index.ts';`],
  ['src-main/electron/a.ts', `export { app } from 'electron';\nexport { openApp } from '../app.ts';`],
  ['src-main/storage/a.ts', `export { keys } from '../vault/keys.ts';`],
  ['src-main/features/entries/a.ts', `export { keys } from '../../vault/keys.ts';`],
  ['src-main/vault/a.ts', `export { keys } from './keys.ts';`],
  ['src-main/a.ts', `export { handlers } from './features/vault/handlers.ts';`],
  ['src-main/browser-host/a.ts', `export { x } from './server.ts';\nexport { openApp } from '../app.ts';`],
  ['src-main/testing/a.ts', `export { x } from '../browser-host/node-child.ts';`],
  ['scripts/a.ts', `console.log(1);`],
];

describe('the boundaries between the folders', () => {
  let ofBad: ReturnType<typeof lint>;
  beforeAll(() => {
    ofBad = lint(bad);
  });

  it('fail the run', () => {
    expect(ofBad.failed).toBe(true);
  });

  it.each(bad.map((sample, index) => [...sample, index] as const))(
    '%s may not: %s',
    (_path, _text, rule, because, index) => {
      const findings = ofBad.findings[index]!;
      expect(findings.map(({ severity }) => severity)).toEqual(['error']);
      expect(findings.map(({ code, message, help }) => `${code} ${message} ${help ?? ''}`)).toEqual([
        expect.stringMatching(new RegExp(`^${rule.replaceAll(/[()]/g, '\\$&')}.*${because}`, 's')),
      ]);
    },
  );

  it('let everything else through', () => {
    expect(lint(good)).toEqual({ failed: false, findings: good.map(() => []) });
  });
});
