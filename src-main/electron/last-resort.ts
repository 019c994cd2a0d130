import { describeThrown } from '../log.ts';
import type { MainWords } from '../words.ts';

export interface LastResortOptions {
  readonly process: {
    on(event: 'uncaughtException' | 'unhandledRejection', listener: (thrown: unknown) => void): unknown;
  };
  readonly dialog: { showErrorBox(title: string, content: string): void };
  readonly app: { exit(code: number): void };
  readonly say: (line: string) => void;
  /** Of the moment in which it is shown. */
  readonly words: () => MainWords;
}

/**
 * What to do with an error that nobody caught: end, without a word of its message. Electron's own dialog would show the message, which
 * may quote what a person wrote; and an app in an unknown state has no business with a diary. Saved is saved by then.
 */
export function endOnUncaught({ process, dialog, app, say, words }: LastResortOptions): void {
  let ending = false;
  const end = (thrown: unknown): void => {
    if (ending) return;
    ending = true;
    const { error, code, frames } = describeThrown(thrown);
    say(`Daygrove stopped: ${[error, code, ...(frames ?? [])].filter((part) => part !== undefined).join(' ')}`);
    const { say: inWords } = words();
    dialog.showErrorBox(inWords('lastResort.title'), inWords('lastResort.detail'));
    app.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
