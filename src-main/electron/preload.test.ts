import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Script, createContext } from 'node:vm';
import { loadConfigFromFile, PreloadConfigFactory } from 'electron-vite';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bridge } from '../../src-shared/contract/index.ts';

const root = resolve(import.meta.dirname, '../..');
let folder: string;
let code: string;

/** The preload as the product has it: built by the project's own configuration, into a folder of this test. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'daygrove-preload-'));
  const inline = { root, configFile: false, logLevel: 'silent' } as const;
  const { config } = await loadConfigFromFile(
    { mode: 'production', command: 'build' },
    join(root, 'electron.vite.config.ts'),
    root,
    'silent',
  );
  if (config.preload === undefined) throw new Error('electron.vite.config.ts builds no preload.');
  const preload = await new PreloadConfigFactory(config.preload, inline, { root }).build();
  await build({
    ...preload,
    ...inline,
    mode: 'production',
    build: { ...preload.build, outDir: folder, emptyOutDir: true },
  });
  code = readFileSync(join(folder, 'index.cjs'), 'utf8');
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the built preload with what a sandboxed preload may have, and no more: `require` of `electron`, and nothing of Node or the page. */
function runPreload() {
  const exposed = new Map<string, unknown>();
  const required: string[] = [];
  const invoked: unknown[][] = [];
  const listeners = new Map<string, Set<(...values: unknown[]) => void>>();
  const of = (channel: string): Set<(...values: unknown[]) => void> => {
    const known = listeners.get(channel) ?? new Set();
    listeners.set(channel, known);
    return known;
  };
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, value: unknown) => void exposed.set(name, value) },
    ipcRenderer: {
      invoke: async (...values: unknown[]) => {
        invoked.push(values);
        return { ok: true, value: 'answer' };
      },
      on: (channel: string, listener: (...values: unknown[]) => void) => void of(channel).add(listener),
      removeListener: (channel: string, listener: (...values: unknown[]) => void) => void of(channel).delete(listener),
    },
  };
  const module = { exports: {} };
  const context = createContext(
    {
      module,
      exports: module.exports,
      require: (name: string) => {
        required.push(name);
        if (name !== 'electron') throw new Error(`A sandboxed preload cannot have ${name}.`);
        return electron;
      },
    },
    { codeGeneration: { strings: false, wasm: false } },
  );
  new Script(code).runInContext(context);
  const bridge = exposed.get('daygrove') as Bridge;
  const say = (...values: unknown[]): void => {
    for (const listener of of('daygrove:event')) listener({ sender: electron.ipcRenderer }, ...values);
  };
  return { exposed, required, invoked, listeners, bridge, say };
}

describe('the built preload', () => {
  it('is one CommonJS file', () => {
    expect(readdirSync(folder)).toEqual(['index.cjs']);
    expect(code).not.toMatch(/\bimport\s*\(|^\s*(import|export)\s/m);
  });

  it('needs electron and nothing else', () => {
    expect(new Set(runPreload().required)).toEqual(new Set(['electron']));
  });

  it('exposes exactly invoke and on', () => {
    const { exposed, bridge } = runPreload();
    expect([...exposed.keys()]).toEqual(['daygrove']);
    expect(Object.keys(bridge).toSorted()).toEqual(['invoke', 'on']);
    expect(Object.values(bridge).every((value) => typeof value === 'function')).toBe(true);
  });

  it('sends every call through the one channel, with channel and payload and no more', async () => {
    const { bridge, invoked } = runPreload();
    const payload = { bytes: new Uint8Array([1, 2, 3]) };
    const extra: unknown = Reflect.apply(bridge.invoke, bridge, ['app.info', payload, 'more']);
    expect(await extra).toEqual({ ok: true, value: 'answer' });
    expect(invoked).toEqual([['daygrove:invoke', 'app.info', payload]]);
  });

  it('gives a listener the payload of its event, and nothing of Electron', () => {
    const { bridge, say } = runPreload();
    const heard: unknown[][] = [];
    bridge.on('vault.state', (...values: unknown[]) => void heard.push(values));
    say('vault.state', { state: 'locked' });
    say('data.changed', { domains: [] });
    expect(heard).toEqual([[{ state: 'locked' }]]);
  });

  it('takes a listener away, only that one, and leaves nothing behind', () => {
    const { bridge, say, listeners } = runPreload();
    const heard: string[] = [];
    const endFirst = bridge.on('vault.state', () => heard.push('first'));
    const endSecond = bridge.on('vault.state', () => heard.push('second'));
    expect(endFirst()).toBeUndefined();
    endFirst();
    say('vault.state', {});
    endSecond();
    say('vault.state', {});
    expect(heard).toEqual(['second']);
    expect([...listeners.values()].map(({ size }) => size)).toEqual([0]);
  });
});
