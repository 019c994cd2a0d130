import type { ParentPort } from './child.ts';

/** The part of Electron's `process.parentPort` that is used; described here because only src-main/electron may know Electron. */
interface UtilityProcessPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
}

/** The part of `process` that a child talks through: `parentPort` in a utilityProcess, `send` in a forked one. */
export interface ChildProcessSide {
  readonly parentPort?: UtilityProcessPort;
  send?(message: unknown, handle: undefined, options: undefined, callback: (error: Error | null) => void): boolean;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  once(event: 'disconnect', listener: () => void): unknown;
  readonly pid: number;
  kill(pid: number, signal: 'SIGKILL'): unknown;
}

/**
 * Connects the code of a child process to the process that started it. Messages that came before the first listener are not lost.
 * Throws where the process has no parent to talk to: it was started by hand.
 */
export function connectToParent(self: ChildProcessSide = process as unknown as ChildProcessSide): ParentPort {
  const port = self.parentPort;
  if (port !== undefined) {
    // Electron ends a utilityProcess together with the app, so nothing is needed for that here.
    return {
      post: (message) => port.postMessage(message),
      onMessage: (listener) => void port.on('message', (event) => listener(event.data)),
    };
  }
  if (self.send === undefined) throw new Error('This program is started by Daygrove, not by hand.');
  // A parent that was killed could not end its children; without this one of them would go on holding the keys in memory.
  // Not exit(): it would wait for a call that hangs in the thread pool (a folder on a dead network), with the keys in memory all the while.
  self.once('disconnect', () => self.kill(self.pid, 'SIGKILL'));
  return {
    // An answer for a parent that is gone is nobody's; without the callback it would be thrown as an error.
    post: (message) => void self.send?.(message, undefined, undefined, () => {}),
    onMessage: (listener) => void self.on('message', listener),
  };
}
