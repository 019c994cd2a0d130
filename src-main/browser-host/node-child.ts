import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';
import type { ChildKind, SpawnChild } from '../processes/child.ts';
import { withoutCoreDumps } from './without-core-dumps.ts';

const root = resolve(import.meta.dirname, '../..');

/** The children's code: as it is written (Node strips the types), or as the build put it into the package. */
export const CHILD_ENTRIES: Readonly<Record<'source' | 'built', Readonly<Record<ChildKind, string>>>> = {
  source: {
    storage: resolve(root, 'src-main/storage/main.ts'),
    import: resolve(root, 'src-main/import-process/main.ts'),
    sync: resolve(root, 'src-main/sync/main.ts'),
  },
  built: {
    storage: resolve(root, 'out/main/storage-process.js'),
    import: resolve(root, 'out/main/import-process.js'),
    sync: resolve(root, 'out/main/sync-process.js'),
  },
};

/**
 * What a child needs of the environment. Not the rest: NODE_OPTIONS, LIBSQL_… and the loader's variables bring other code into the
 * process that holds the keys. DAYGROVE_RECORD_SOCKETS is for the recorder of the specs.
 */
const NEEDED = [
  'PATH',
  'HOME',
  'TMPDIR',
  'TMP',
  'TEMP',
  'TZ',
  'LANG',
  'LC_ALL',
  'LC_TIME',
  'SYSTEMROOT',
  'SYSTEMDRIVE',
  'WINDIR',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'DAYGROVE_RECORD_SOCKETS',
];

/** Names are compared without their case, as Windows does. */
export function childEnvironment(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => NEEDED.includes(name.toUpperCase())));
}

function start(entry: string): ChildProcess {
  // SIGUSR1 would open a debugger's port into the process.
  const [command, parameters] = withoutCoreDumps(process.execPath, [...process.execArgv, '--disable-sigusr1', entry]);
  // Not fork: it would put Node's flags before the shell's own.
  return spawn(command, parameters, {
    serialization: 'advanced',
    env: childEnvironment(process.env),
    // A panic of native code prints the value it fell over; in this process that is somebody's diary.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    // A terminal sends Ctrl+C to all that it started. The storage process still has to write what the page flushes then.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
}

/** Children by child_process, for plain Node. The host's own Node flags (`--import …`) hold for them too. */
export function createNodeSpawn(entries: Readonly<Record<ChildKind, string>>): SpawnChild {
  return (kind) => {
    const child = start(entries[kind]);
    let ended = false;
    const onEnd: ((code: number | null) => void)[] = [];
    const end = (code: number | null): void => {
      if (ended) return;
      ended = true;
      for (const listener of onEnd) listener(code);
    };
    child.on('exit', end);
    // It could not be started, or a message met the closed channel: 'exit' tells the second one.
    child.on('error', () => {
      if (child.pid === undefined) end(null);
    });
    return {
      post(message) {
        // The callback takes the error of a channel that closed meanwhile; without one it would be thrown at nobody.
        if (child.connected) child.send(message as object, () => {});
      },
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void onEnd.push(listener),
      kill: () => void child.kill('SIGKILL'),
      get pid() {
        return child.pid;
      },
    };
  };
}
