import type { ChildKind, SpawnChild } from '../processes/child.ts';
import type { HostUtilityProcess } from './electron-api.ts';

const SERVICE_NAMES: Readonly<Record<ChildKind, string>> = {
  storage: 'Daygrove storage',
  import: 'Daygrove import',
  sync: 'Daygrove sync',
};

/** Variables that make Node or libSQL's loader run other code than the package's. */
const LOADS_CODE = /^(NODE_|LIBSQL_)/i;

export interface UtilitySpawnOptions {
  readonly utilityProcess: HostUtilityProcess;
  /** Full path of each child's code. */
  readonly entries: Readonly<Record<ChildKind, string>>;
  readonly environment: NodeJS.ProcessEnv;
}

/** Children by utilityProcess. Only after Electron is ready. */
export function createUtilitySpawn({ utilityProcess, entries, environment }: UtilitySpawnOptions): SpawnChild {
  const env = Object.fromEntries(Object.entries(environment).filter(([name]) => !LOADS_CODE.test(name)));
  return (kind) => {
    const child = utilityProcess.fork(entries[kind], [], {
      serviceName: SERVICE_NAMES[kind],
      // A panic of native code prints the value it fell over; in this process that is somebody's diary.
      stdio: 'ignore',
      env,
    });
    let state: 'starting' | 'running' | 'ended' = 'starting';
    let killed = false;
    const onEnd: ((code: number | null) => void)[] = [];
    child.on('spawn', () => {
      state = 'running';
      if (killed) child.kill();
    });
    child.on('exit', (code) => {
      if (state === 'ended') return;
      state = 'ended';
      for (const listener of onEnd) listener(code);
    });
    // An 'error' that nobody listens to is thrown. Its report holds the memory of the process in words: it is dropped; 'exit' follows.
    child.on('error', () => {});
    return {
      post(message) {
        if (state !== 'ended') child.postMessage(message);
      },
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void onEnd.push(listener),
      kill() {
        killed = true;
        // A process that has no number yet cannot be ended; 'spawn' does it then.
        if (state === 'running') child.kill();
      },
      get pid() {
        return child.pid;
      },
    };
  };
}
