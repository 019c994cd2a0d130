import { randomUUID } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Handlers } from '../../src-shared/contract/index.ts';
import type { OpenedFile, openedFileContract } from '../../src-shared/contract/opened-file.ts';
import { ok } from '../../src-shared/result.ts';

const KINDS: readonly (readonly [ending: string, kind: OpenedFile['kind']])[] = [
  ['.daygrove-backup', 'backup'],
  ['.daygrove', 'archive'],
];

/** What a file is by its name; null: none of Daygrove's own. */
export function kindOf(path: string): OpenedFile['kind'] | null {
  const name = path.toLowerCase();
  return KINDS.find(([ending]) => name.endsWith(ending))?.[1] ?? null;
}

interface Held {
  readonly path: string;
  readonly file: OpenedFile;
  isTaken: boolean;
}

/** The file that the person opened with Daygrove: one at a time, read where it lies, part by part, by the page that asks for it. */
export class OpenedFileSession {
  readonly #onState: (state: { readonly file: OpenedFile | null }) => void;
  readonly #mayRead: () => boolean;
  #held: Held | null = null;

  /** @param mayRead whether the page may have what is in it: not while a vault is locked */
  constructor(onState: (state: { readonly file: OpenedFile | null }) => void, mayRead: () => boolean) {
    this.#onState = onState;
    this.#mayRead = mayRead;
  }

  /** The vault was locked or forgotten: neither the path nor the name is known behind it. One that is offered while it is locked waits for the unlock. */
  forget(): void {
    if (this.#held === null) return;
    this.#held = null;
    this.#onState(this.#waiting());
  }

  /** @param path absolute. What is no file of Daygrove's own, or cannot be looked at, is passed over. */
  async offer(path: string): Promise<void> {
    const kind = kindOf(path);
    if (kind === null) return;
    try {
      const { size, mtimeMs } = await stat(path).then((found) => {
        if (!found.isFile()) throw new Error('This is no file.');
        return found;
      });
      const name = basename(path).slice(-400);
      this.#held = { path, file: { id: randomUUID(), kind, name, size, modifiedAt: mtimeMs }, isTaken: false };
    } catch {
      return;
    }
    this.#onState(this.#waiting());
  }

  #waiting(): { readonly file: OpenedFile | null } {
    return { file: this.#held === null || this.#held.isTaken ? null : this.#held.file };
  }

  readonly handlers: Handlers<keyof typeof openedFileContract> = {
    'opened-file.state': async () => ok(this.#waiting()),

    'opened-file.taken': async ({ id }) => {
      if (this.#held?.file.id === id) this.#held.isTaken = true;
      return ok({});
    },

    'opened-file.piece': async ({ id, offset, length }) => {
      const held = this.#held;
      if (held === null || held.file.id !== id || !this.#mayRead()) return ok({ bytes: null });
      return ok({ bytes: await readPiece(held, offset, length) });
    },
  };
}

async function readPiece(
  { path, file }: Held,
  offset: number,
  length: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    await using handle = await open(path, 'r');
    const { size, mtimeMs } = await handle.stat();
    if (size !== file.size || mtimeMs !== file.modifiedAt) return null;
    const bytes = new Uint8Array(Math.min(length, Math.max(0, size - offset)));
    for (let read = 0; read < bytes.length;) {
      const { bytesRead } = await handle.read(bytes, read, bytes.length - read, offset + read);
      if (bytesRead === 0) return null;
      read += bytesRead;
    }
    return bytes;
  } catch {
    return null;
  }
}
