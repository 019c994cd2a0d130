/**
 * A child process as the app sees it. Electron runs children with utilityProcess (with the runAsNode fuse off, fork does not
 * work there), plain Node with child_process; nothing else in the app knows which.
 */
export interface Child {
  /** Structured clone: plain objects, arrays, strings, numbers, Uint8Array. */
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Once. `code` is null when a signal ended it. */
  onExit(listener: (code: number | null) => void): void;
  /** Ends it at once; the operating system takes its memory back, keys included. */
  kill(): void;
  readonly pid: number | undefined;
}

export type ChildKind = 'storage' | 'import' | 'sync';

export type SpawnChild = (kind: ChildKind) => Child;

/** The other end: what the code inside a child process talks to. */
export interface ParentPort {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
}
