/** Behind this the lock goes on: a page that hangs must not keep a vault open. */
const DEADLINE_MS = 700;

/** Asks the page to write what is still being typed, and waits for its word a little. */
export class PageFlush {
  readonly #ask: () => void;
  #answered: (() => void) | null = null;

  constructor(ask: () => void) {
    this.#ask = ask;
  }

  request(): Promise<void> {
    return new Promise((resolve) => {
      const finish = (): void => {
        clearTimeout(deadline);
        this.#answered = null;
        resolve();
      };
      const deadline = setTimeout(finish, DEADLINE_MS);
      this.#answered = finish;
      this.#ask();
    });
  }

  answered(): void {
    this.#answered?.();
  }
}
