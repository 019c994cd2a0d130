import { describeThrown } from '../log.ts';

export interface LastResortOptions {
  readonly process: {
    on(event: 'uncaughtException' | 'unhandledRejection', listener: (thrown: unknown) => void): unknown;
  };
  readonly dialog: { showErrorBox(title: string, content: string): void };
  readonly app: { exit(code: number): void };
  readonly say: (line: string) => void;
}

/**
 * What to do with an error that nobody caught: end, without a word of its message. Electron's own dialog would show the message, which
 * may quote what a person wrote; and an app in an unknown state has no business with a diary. Saved is saved by then.
 */
export function endOnUncaught({ process, dialog, app, say }: LastResortOptions): void {
  let ending = false;
  const end = (thrown: unknown): void => {
    if (ending) return;
    ending = true;
    const { error, code, frames } = describeThrown(thrown);
    say(`Daygrove stopped: ${[error, code, ...(frames ?? [])].filter((part) => part !== undefined).join(' ')}`);
    dialog.showErrorBox(
      'Daygrove has to close.',
      'Something unexpected happened inside. What was saved is safe on the disk. Open Daygrove again.',
    );
    app.exit(1);
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
