import type { Result } from '../src-shared/result.ts';
import type { ReminderAnswer } from '../src-shared/contract/reminders.ts';
import type { EventName, EventOf } from '../src-shared/contract/index.ts';

/** Who calls, as the host saw it; the router decides whether that may be answered. */
export interface Caller {
  /** Scheme, host and port of the calling frame, as the host's platform reports it. */
  readonly origin: string;
  /** False for an iframe, another window, a worker. */
  readonly isMainFrame: boolean;
  /** Which of our windows it is in, by what the host knows of the window and not by what the page says. */
  readonly page: PageKind;
}

/** `capture`: the small window of quick capture, which may call next to nothing. */
export type PageKind = 'main' | 'capture';

/** A notification of the system's. What it says is seen by whoever sees the screen, and may be kept by the system. */
export interface SystemNotification {
  /** Another one with the same key takes its place. */
  readonly key: string;
  readonly title: string;
  readonly body: string;
  /** The first is the most important: a system may show fewer. */
  readonly buttons: readonly { readonly answer: ReminderAnswer; readonly label: string }[];
  /** Without a sound. */
  readonly silent: boolean;
}

/** What the system's notifications can do, given by a host that has them. */
export interface Notifier {
  readonly hasButtons: boolean;
  show(notification: SystemNotification): void;
  /** Takes it back, also where it is not shown any more. */
  close(key: string): void;
  /** `open`: it was clicked itself. `failed`: the system did not show it. */
  onAnswer(listener: (key: string, answer: ReminderAnswer | 'open' | 'failed') => void): void;
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
  /** The person's global shortcut for quick capture, as the settings have it; null: none. */
  readonly captureShortcut: string | null;
  /** Locks, ends every child and gives the profile free. */
  close(): Promise<void>;
}
