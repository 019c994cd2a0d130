import { createHash } from 'node:crypto';
import type { HostClipboard } from '../host.ts';

/** How long a secret that the person copied stays on the clipboard, in seconds: long enough to paste it into another program. */
export const SECRET_STAYS_SECONDS = 60;

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * What was copied and must not stay where every program can read it. It is taken away after a while, and with the lock or the end of the app before that; never
 * what the person has copied since. Of the secret itself nothing is kept here but its digest.
 */
export class CopiedSecret {
  readonly #clipboard: HostClipboard;
  #digest: string | null = null;
  #timer: NodeJS.Timeout | undefined;

  constructor(clipboard: HostClipboard) {
    this.#clipboard = clipboard;
  }

  /** @returns whether it is on the clipboard now */
  async copy(secret: string): Promise<boolean> {
    try {
      await this.#clipboard.writeText(secret);
    } catch {
      return false;
    }
    this.#digest = digestOf(secret);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.takeAway(), SECRET_STAYS_SECONDS * 1000);
    return true;
  }

  /** Nothing where the clipboard holds something else by now. Never throws: a clipboard that does not answer keeps nobody from locking. */
  async takeAway(): Promise<void> {
    const digest = this.#digest;
    if (digest === null) return;
    this.#digest = null;
    clearTimeout(this.#timer);
    try {
      if (digestOf(await this.#clipboard.readText()) === digest) this.#clipboard.clear();
    } catch {
      // There is no other way to it.
    }
  }
}
