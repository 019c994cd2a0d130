import type { CancellableEvent } from '../electron-api.ts';

type Listener = (...values: never[]) => void;

/** As much of Node’s as Electron’s objects need, with events that can be cancelled. */
export class Emitter {
  readonly #listeners = new Map<string, Set<Listener>>();

  on(event: string, listener: Listener): this {
    const known = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, known.add(listener));
    return this;
  }

  once(event: string, listener: Listener): this {
    const first: Listener = (...values) => {
      this.#listeners.get(event)?.delete(first);
      listener(...values);
    };
    return this.on(event, first);
  }

  emit(event: string, ...values: unknown[]): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(...(values as never[]));
  }

  /** Emits with a cancellable event in front; answers whether it was cancelled. */
  emitCancellable(event: string, ...values: unknown[]): boolean {
    const cancellable = new RecordedEvent();
    this.emit(event, cancellable, ...values);
    return cancellable.defaultPrevented;
  }
}

class RecordedEvent implements CancellableEvent {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}
