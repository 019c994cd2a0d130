import type { Result } from '../src-shared/result.ts';
import type { EventName, EventOf } from '../src-shared/contract/index.ts';

/** Who calls, as the host saw it; the router decides whether that may be answered. */
export interface Caller {
  /** Scheme, host and port of the calling frame, as the host's platform reports it. */
  readonly origin: string;
  /** False for an iframe, another window, a worker. */
  readonly isMainFrame: boolean;
}

export type AppCommand = EventOf<'app.command'>['command'];
export type LockReason = 'person' | 'idle' | 'suspend' | 'storage-stopped';

/** The running application, as a host holds it. Everything a window asks for goes through `handle`. */
export interface App {
  handle(caller: Caller, channel: unknown, payload: unknown): Promise<Result<unknown>>;
  /** Called for every event to the renderer, with a payload that has passed its schema. Returns the function that unsubscribes. */
  onEvent(listener: <E extends EventName>(event: E, payload: EventOf<E>) => void): () => void;
  /** Tells the renderer to run a command that was chosen outside the page. */
  sendCommand(command: AppCommand): void;
  lock(reason: LockReason): Promise<void>;
  readonly theme: 'system' | 'light' | 'dark';
  /** Locks, ends every child and gives the profile free. */
  close(): Promise<void>;
}
