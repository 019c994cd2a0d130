import { describeThrown } from '../log.ts';

export interface LastResortOptions {
  readonly process: {
    on(event: 'uncaughtException' | 'unhandledRejection', listener: (thrown: unknown) => void): unknown;
  };
  readonly say: (line: string) => void;
  /** Writes what is being typed, locks, ends the children. */
  readonly endApp: () => Promise<void>;
  readonly exit: (code: number) => void;
  /** Milliseconds that `endApp` may take. */
  readonly patienceMs: number;
}

/**
 * What to do with an error that nobody caught: end in order, or at the deadline without it. The error's message is not printed: it may
 * quote what a person wrote.
 */
export function endOnUncaught({ process, say, endApp, exit, patienceMs }: LastResortOptions): void {
  let ending = false;
  const end = (thrown: unknown): void => {
    if (ending) return;
    ending = true;
    const { error, code, frames } = describeThrown(thrown);
    say(`Daygrove stopped: ${[error, code, ...(frames ?? [])].filter((part) => part !== undefined).join(' ')}`);
    const leave = (): void => exit(1);
    const deadline = setTimeout(leave, patienceMs);
    void endApp()
      .catch(() => {})
      .then(() => {
        clearTimeout(deadline);
        leave();
      });
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
