import { NO_CHOSEN_KEYS } from '../../src-shared/actions/chosen-keys.ts';
import type { App, Caller } from '../host.ts';
import { ENGLISH } from '../testing/english-words.ts';
import type { Result } from '../../src-shared/result.ts';

/** An App for this folder's tests: keeps what it was asked and answers with what it got. It stands for nothing of the router's. */
export function createStubApp(
  handle: (caller: Caller, channel: unknown, payload: unknown) => Promise<Result<unknown>> = (
    _caller,
    _channel,
    payload,
  ) => Promise.resolve({ ok: true, value: payload }),
): { readonly app: App; readonly calls: [Caller, unknown, unknown][]; emit(event: string, payload: unknown): void } {
  const calls: [Caller, unknown, unknown][] = [];
  const listeners = new Set<(event: never, payload: never) => void>();
  return {
    calls,
    emit(event, payload) {
      for (const listener of listeners) listener(event as never, payload as never);
    },
    app: {
      handle(caller, channel, payload) {
        calls.push([caller, channel, payload]);
        return handle(caller, channel, payload);
      },
      onEvent(listener) {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
      openFile: () => Promise.resolve(),
      sendCommand: () => {},
      openLink: () => {},
      capture: () => {},
      onActionsState: () => () => {},
      lock: () => Promise.resolve(),
      theme: 'system',
      words: ENGLISH,
      captureShortcut: null,
      keys: NO_CHOSEN_KEYS,
      close: () => Promise.resolve(),
    },
  };
}
