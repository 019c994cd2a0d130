import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import type { ChildKind, SpawnChild } from '../processes/child.ts';

const root = resolve(import.meta.dirname, '../..');

/** The children's code: as it is written (Node strips the types), or as the build put it into the package. */
export const CHILD_ENTRIES: Readonly<Record<'source' | 'built', Readonly<Record<ChildKind, string>>>> = {
  source: {
    storage: resolve(root, 'src-main/storage/main.ts'),
    import: resolve(root, 'src-main/import-process/main.ts'),
  },
  built: {
    storage: resolve(root, 'out/main/storage-process.js'),
    import: resolve(root, 'out/main/import-process.js'),
  },
};

/** Children by child_process, for plain Node. The host's own Node flags (`--import …`) hold for them too. */
export function createNodeSpawn(entries: Readonly<Record<ChildKind, string>>): SpawnChild {
  return (kind) => {
    const child = fork(entries[kind], [], {
      serialization: 'advanced',
      execArgv: process.execArgv,
      // A panic of native code prints the value it fell over; in this process that is somebody's diary.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
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
