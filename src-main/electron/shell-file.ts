import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { windowStateSchema } from './window-state.ts';

const shellSchema = z.object({
  window: windowStateSchema.nullable().catch(null),
  /** The person has been told that a closed window leaves Daygrove in the tray. */
  toldOfTray: z.boolean().catch(false),
});
export type ShellMemory = z.infer<typeof shellSchema>;

const NOTHING: ShellMemory = { window: null, toldOfTray: false };

/** What the window's shell remembers of earlier runs, in a small file of the profile's. A file that cannot be read or written costs a window's place, and nothing else. */
export class ShellFile {
  readonly #path: string;
  #memory: ShellMemory;
  #written: string;

  constructor(path: string) {
    this.#path = path;
    let text = '';
    let value: unknown = null;
    try {
      text = readFileSync(path, 'utf8');
      value = JSON.parse(text);
    } catch {
      // The first start, or rubbish.
    }
    this.#written = text;
    this.#memory = shellSchema.catch(NOTHING).parse(value);
  }

  get memory(): ShellMemory {
    return this.#memory;
  }

  /** At once: the last change is made while the window closes, and nobody waits for it any more. */
  change(part: Partial<ShellMemory>): void {
    this.#memory = { ...this.#memory, ...part };
    const text = JSON.stringify(this.#memory);
    if (text === this.#written) return;
    try {
      writeFileSync(`${this.#path}.new`, text, { mode: 0o600 });
      renameSync(`${this.#path}.new`, this.#path);
      this.#written = text;
    } catch {
      // See above.
    }
  }
}
