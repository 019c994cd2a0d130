import { NO_CHOSEN_KEYS } from '../../../src-shared/actions/chosen-keys.ts';
import type { EventName, EventOf } from '../../../src-shared/contract/index.ts';
import { ok, type Result } from '../../../src-shared/result.ts';
import type { App, AppCommand, Caller, LockReason } from '../../host.ts';
import { DEFAULT_SETTINGS } from '../../profile/settings-file.ts';
import { ENGLISH } from '../../testing/english-words.ts';

type EventListener = Parameters<App['onEvent']>[0];

/** Stands in for the application behind the host, as the stand-in of Electron does for what is before it. */
export class RecordingApp implements App {
  theme: App['theme'] = 'system';
  words: App['words'] = ENGLISH;
  captureShortcut: App['captureShortcut'] = null;
  keys: App['keys'] = NO_CHOSEN_KEYS;
  readonly calls: { readonly caller: Caller; readonly channel: unknown; readonly payload: unknown }[] = [];
  readonly commands: AppCommand[] = [];
  readonly locks: LockReason[] = [];
  closes = 0;
  readonly #listeners = new Set<EventListener>();
  /** What happens on a lock; the plain one says at once that the vault is locked. */
  onLock: (reason: LockReason) => Promise<void> = async (reason) => this.vault('locked', reason);
  onHandle: () => Promise<Result<unknown>> = async () => ok('answer');
  onClose: () => Promise<void> = async () => {};

  handle(caller: Caller, channel: unknown, payload: unknown): Promise<Result<unknown>> {
    this.calls.push({ caller, channel, payload });
    return this.onHandle();
  }
  onEvent(listener: EventListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  readonly #actionsListeners = new Set<Parameters<App['onActionsState']>[0]>();
  onActionsState(listener: Parameters<App['onActionsState']>[0]): () => void {
    this.#actionsListeners.add(listener);
    return () => this.#actionsListeners.delete(listener);
  }
  /** What the page says. */
  reportActions(state: Parameters<Parameters<App['onActionsState']>[0]>[0]): void {
    for (const listener of this.#actionsListeners) listener(state);
  }
  /** Paths, in order. */
  readonly openedFiles: string[] = [];
  async openFile(path: string): Promise<void> {
    this.openedFiles.push(path);
  }
  sendCommand(command: AppCommand): void {
    this.commands.push(command);
  }
  /** Links, and `capture`, that the host handed over, in order. */
  readonly led: string[] = [];
  openLink(link: string): void {
    this.led.push(link);
  }
  capture(): void {
    this.led.push('capture');
  }
  lock(reason: LockReason): Promise<void> {
    this.locks.push(reason);
    return this.onLock(reason);
  }
  close(): Promise<void> {
    this.closes += 1;
    return this.onClose();
  }
  emit<E extends EventName>(event: E, payload: EventOf<E>): void {
    for (const listener of this.#listeners) listener(event, payload);
  }
  settingsChanged(): void {
    this.emit('settings.changed', DEFAULT_SETTINGS);
  }
  vault(state: EventOf<'vault.state'>['state'], reason: EventOf<'vault.state'>['reason'] = null): void {
    this.emit('vault.state', { state, reason, retryAfterMs: 0 });
  }
}
