import type { ChosenKeys } from '../src-shared/actions/chosen-keys.ts';
import type { MainWords } from './words.ts';
import type { Result } from '../src-shared/result.ts';
import type { ReminderAnswer } from '../src-shared/contract/reminders.ts';
import type { ActionsState } from '../src-shared/contract/app.ts';
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

/** The system's clipboard, as text. Any program can read it. */
export interface HostClipboard {
  writeText(text: string): Promise<void>;
  readText(): Promise<string>;
  clear(): void;
}

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

/**
 * The keychain of the system's, as far as Daygrove needs one: it encrypts a secret of ours with a key that it keeps. Every call may hang (a keyring that asks the person for its own
 * password) or throw; who calls sets a limit and goes on without.
 */
export interface KeyStorage {
  /** `plain-text`: what there is would encrypt with a password that everybody knows. */
  state(): Promise<'available' | 'plain-text' | 'none'>;
  /** @throws where it will not, or where what it did protects nothing */
  seal(secret: Uint8Array): Promise<Uint8Array>;
  /** `shouldReseal`: it has a newer key, and wants `seal` again. @throws where it has not got the key any more, or will not give it */
  open(sealed: Uint8Array): Promise<{ readonly secret: Uint8Array; readonly shouldReseal: boolean }>;
}

/** What was chosen in the tray. `isDone`: what a tick makes of the day. */
export type TrayChoice =
  | { readonly type: 'tick'; readonly habitId: string; readonly day: string; readonly isDone: boolean }
  | { readonly type: 'habit'; readonly id: string }
  | { readonly type: 'open' | 'new-entry' | 'capture' | 'lock' | 'quit' };

/** A line of the menu in the tray. */
export type TrayItem =
  | { readonly type: 'separator' }
  /** Says something and does nothing. */
  | { readonly type: 'text'; readonly label: string }
  | { readonly type: 'command'; readonly label: string; readonly choice: TrayChoice }
  | { readonly type: 'tick'; readonly label: string; readonly isDone: boolean; readonly choice: TrayChoice };

/** What of the app stands outside of its window, given by a host that has such places. All of it is seen by whoever sees the screen. */
export interface Desk {
  /** Null: no tray is wanted. Called again with each change. */
  showTray(menu: readonly TrayItem[] | null): void;
  /** The number on the app's icon; 0: none. `text` says it to whoever does not see it. */
  showBadge(count: number, text: string): void;
  onChoice(listener: (choice: TrayChoice) => void): void;
  quit(): void;
}

/** What the system starts at a login, given by a host that can ask and change it. Both throw, or answer what is not wanted, where the system refuses. */
export interface StartAtLogin {
  isOn(): Promise<boolean>;
  set(isOn: boolean): Promise<void>;
}

/** An action, as the page is told to do it. */
export type AppCommand = EventOf<'app.command'>['command'];
export type LockReason = 'person' | 'idle' | 'suspend' | 'screen-lock' | 'storage-stopped';

/** The running application, as a host holds it. Everything a window asks for goes through `handle`. */
export interface App {
  handle(caller: Caller, channel: unknown, payload: unknown): Promise<Result<unknown>>;
  /** Called for every event to the renderer, with a payload that has passed its schema. Returns the function that unsubscribes. */
  onEvent(listener: <E extends EventName>(event: E, payload: EventOf<E>) => void): () => void;
  /** A file of Daygrove's own that the person opened with it: an absolute path, which the page is not told. Anything else is passed over. */
  openFile(path: string): Promise<void>;
  /** Tells the renderer to run a command that was chosen outside the page. */
  sendCommand(command: AppCommand): void;
  /** Called with what the page says of its actions. Returns the function that unsubscribes. */
  onActionsState(listener: (state: ActionsState) => void): () => void;
  lock(reason: LockReason): Promise<void>;
  /** A link that somebody followed, as it came from outside. Its place is shown now, or behind the unlock; what is no link of ours is told. */
  openLink(link: string): void;
  /** Quick capture, where the host has it; else a new entry. */
  capture(): void;
  readonly theme: 'system' | 'light' | 'dark';
  /** What the app says outside of its page, in the language of this moment. The event `settings.changed` tells that it may be another one. */
  readonly words: MainWords;
  /** The person's global shortcut for quick capture, as the settings have it; null: none. */
  readonly captureShortcut: string | null;
  /** The keys that the person has chosen for actions; a change is told by `settings.changed`. */
  readonly keys: ChosenKeys;
  /** Locks, ends every child and gives the profile free. */
  close(): Promise<void>;
}
