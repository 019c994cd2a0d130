/** Milliseconds of work in one go: main carries everything else that the person does meanwhile. */
const LONGEST_MS = 8;

/** Lets this thread do what waits for it, now and then, between the items of a long work. */
export class Breath {
  #since = performance.now();

  async take(): Promise<void> {
    if (performance.now() - this.#since < LONGEST_MS) return;
    // Not a promise that is fulfilled already: messages and timers come before that.
    await new Promise(setImmediate);
    this.#since = performance.now();
  }
}
