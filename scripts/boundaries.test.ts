import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A folder of its own with the real rules: a bad file in the real tree would break every other run on this machine. */
let tree: string;
const root = resolve(import.meta.dirname, '..');

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'daygrove-boundaries-'));
  copyFileSync(join(root, '.oxlintrc.json'), join(tree, '.oxlintrc.json'));
});
afterAll(() => rmSync(tree, { recursive: true }));

interface Finding {
  readonly code: string;
  readonly filename: string;
  readonly message: string;
  readonly help?: string;
}

/** What oxlint says of one file with this text. `exports` keeps unused imports from being a finding of their own. */
function lint(path: string, text: string): { readonly failed: boolean; readonly findings: readonly Finding[] } {
  const file = join(tree, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  const oxlint = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const run = spawnSync(process.execPath, [oxlint, '--format=json', '.'], { cwd: tree, encoding: 'utf8' });
  rmSync(file);
  const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: Finding[] };
  return { failed: run.status !== 0, findings: diagnostics };
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
  it.each(bad)('%s may not: %s', (path, text, rule, because) => {
    const { failed, findings } = lint(path, text);
    expect(failed).toBe(true);
    expect(findings.map(({ code, message, help }) => `${code} ${message} ${help ?? ''}`)).toEqual([
      expect.stringMatching(new RegExp(`^${rule.replaceAll(/[()]/g, '\\$&')}.*${because}`, 's')),
    ]);
  });

  it.each(good)('%s may: %s', (path, text) => {
    expect(lint(path, text)).toEqual({ failed: false, findings: [] });
  });
});
