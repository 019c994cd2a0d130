import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostClipboard } from '../host.ts';
import { CopiedSecret, SECRET_STAYS_SECONDS } from './copied-secret.ts';

const SECRET = 'ABCDE-FGHIJ';

/** The system's, as far as one text goes. */
class Clipboard implements HostClipboard {
  text = 'what was there before';
  isBroken = false;
  async writeText(text: string): Promise<void> {
    if (this.isBroken) throw new Error('no clipboard');
    this.text = text;
  }
  async readText(): Promise<string> {
    if (this.isBroken) throw new Error('no clipboard');
    return this.text;
  }
  clear(): void {
    this.text = '';
  }
}

let clipboard: Clipboard;
let copied: CopiedSecret;

beforeEach(() => {
  vi.useFakeTimers();
  clipboard = new Clipboard();
  copied = new CopiedSecret(clipboard);
});
afterEach(() => void vi.useRealTimers());

const pass = (seconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(seconds * 1000);

describe('a copied secret', () => {
  it('is taken off the clipboard after a minute, and not before', async () => {
    expect(await copied.copy(SECRET)).toBe(true);
    await pass(SECRET_STAYS_SECONDS - 1);
    expect(clipboard.text).toBe(SECRET);
    await pass(1);
    expect(clipboard.text).toBe('');
  });

  it('is taken away at once with the lock', async () => {
    await copied.copy(SECRET);
    await copied.takeAway();
    expect(clipboard.text).toBe('');
  });

  it('counts its time anew when it is copied again', async () => {
    await copied.copy(SECRET);
    await pass(50);
    await copied.copy(SECRET);
    await pass(50);
    expect(clipboard.text).toBe(SECRET);
    await pass(10);
    expect(clipboard.text).toBe('');
  });

  it('makes room for what the person has copied since', async () => {
    await copied.copy(SECRET);
    clipboard.text = 'a recipe';
    await pass(SECRET_STAYS_SECONDS);
    expect(clipboard.text).toBe('a recipe');
    // Nor is a text of the person's taken away later because it is the same.
    clipboard.text = SECRET;
    await copied.takeAway();
    expect(clipboard.text).toBe(SECRET);
  });

  it('was not copied where the system has no clipboard, and nothing is done about it later', async () => {
    clipboard.isBroken = true;
    expect(await copied.copy(SECRET)).toBe(false);
    clipboard.isBroken = false;
    await pass(SECRET_STAYS_SECONDS);
    expect(clipboard.text).toBe('what was there before');
  });

  it('does not keep anybody from locking where the clipboard does not answer', async () => {
    await copied.copy(SECRET);
    clipboard.isBroken = true;
    await expect(copied.takeAway()).resolves.toBeUndefined();
  });
});
