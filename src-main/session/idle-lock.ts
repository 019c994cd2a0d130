const CHECK_MS = 5000;

/**
 * Locks when nobody has used a key or the pointer for a while. A timer alone stands still while the computer sleeps, and the wall clock alone jumps when
 * it is set: whichever says first that the time is over is believed.
 */
export class IdleLock {
  readonly #lock: () => void;
  readonly #wallClock: () => number;
  #limitMs: number | null;
  #timer: NodeJS.Timeout | null = null;
  #check: NodeJS.Timeout | null = null;
  #running = false;

  /** @param limitMs null: never */
  constructor(limitMs: number | null, lock: () => void, wallClock: () => number = Date.now) {
    this.#limitMs = limitMs;
    this.#lock = lock;
    this.#wallClock = wallClock;
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
    const limit = this.#limitMs;
    if (!this.#running || limit === null) return;
    const since = this.#wallClock();
    this.#timer = setTimeout(() => this.#end(), limit);
    this.#timer.unref();
    this.#check = setInterval(() => {
      if (this.#wallClock() - since >= limit) this.#end();
    }, CHECK_MS);
    this.#check.unref();
  }

  #end(): void {
    this.stop();
    this.#lock();
  }

  #clear(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#check !== null) clearInterval(this.#check);
    this.#timer = null;
    this.#check = null;
  }
}
