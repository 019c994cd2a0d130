/** Locks when nobody has used a key or the pointer for a while. Measures with a clock that does not jump: the wall clock may be set, or be QA's. */
export class IdleLock {
  readonly #lock: () => void;
  #limitMs: number | null;
  #timer: NodeJS.Timeout | null = null;
  #running = false;

  /** @param limitMs null: never */
  constructor(limitMs: number | null, lock: () => void) {
    this.#limitMs = limitMs;
    this.#lock = lock;
  }

  setLimit(limitMs: number | null): void {
    this.#limitMs = limitMs;
    if (this.#running) this.activity();
  }

  /** Begins to count; `activity` begins again. */
  start(): void {
    this.#running = true;
    this.activity();
  }

  stop(): void {
    this.#running = false;
    this.#clear();
  }

  activity(): void {
    this.#clear();
    if (!this.#running || this.#limitMs === null) return;
    this.#timer = setTimeout(() => {
      this.stop();
      this.#lock();
    }, this.#limitMs);
    this.#timer.unref();
  }

  #clear(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
