import { describe, expect, it } from 'vitest';
import type { Child } from '../processes/child.ts';
import { type RecordedUtilityChild, RecordingElectron } from './testing/recording-electron.ts';
import { createUtilitySpawn } from './utility-child.ts';

function spawn(
  kind: 'storage' | 'import' = 'storage',
  environment: NodeJS.ProcessEnv = {},
): { child: Child; process: RecordedUtilityChild } {
  const electron = new RecordingElectron();
  const child = createUtilitySpawn({
    utilityProcess: electron.utilityProcess,
    entries: {
      storage: '/built/storage-process.js',
      import: '/built/import-process.js',
      sync: '/built/sync-process.js',
    },
    environment,
  })(kind);
  return { child, process: electron.children[0]! };
}

describe('a child process', () => {
  it('is a utility process with a name, its own code and no output', () => {
    const { process } = spawn('storage', {
      HOME: '/home/x',
      NODE_OPTIONS: '--require /tmp/evil',
      LIBSQL_JS_DEV: '1',
      node_path: '/tmp',
    });
    expect(process.modulePath).toBe('/built/storage-process.js');
    expect(process.options).toEqual({ serviceName: 'Daygrove storage', stdio: 'ignore', env: { HOME: '/home/x' } });
    expect(spawn('import').process.modulePath).toBe('/built/import-process.js');
  });

  it('carries messages both ways', () => {
    const { child, process } = spawn();
    const heard: unknown[] = [];
    child.onMessage((message) => heard.push(message));
    child.post({ id: 1, bytes: new Uint8Array([1]) });
    process.emit('message', { answer: 1 });
    expect(process.posted).toEqual([{ id: 1, bytes: new Uint8Array([1]) }]);
    expect(heard).toEqual([{ answer: 1 }]);
  });

  it('says once that it ended, and takes nothing after that', () => {
    const { child, process } = spawn();
    const codes: (number | null)[] = [];
    child.onExit((code) => codes.push(code));
    process.spawned(42);
    expect(child.pid).toBe(42);
    process.emit('exit', 9);
    process.emit('exit', 9);
    child.post('late');
    child.kill();
    expect(codes).toEqual([9]);
    expect(process.posted).toEqual([]);
    expect(process.kills).toBe(0);
  });

  it('can be ended before it has begun', () => {
    const { child, process } = spawn();
    child.kill();
    expect(process.kills).toBe(0);
    process.spawned(42);
    expect(process.kills).toBe(1);
  });

  it('does not throw its fatal error at the app', () => {
    const { process } = spawn();
    process.spawned(42);
    expect(() => process.emit('error', 'FatalError', 'somewhere', '{"report":"dear diary"}')).not.toThrow();
  });
});
