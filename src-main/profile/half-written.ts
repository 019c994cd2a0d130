import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeDurably } from '../files/durable-file.ts';
import { isHalfWritten, removeHalfWritten } from '../files/outside-file.ts';

const NAME = 'half-written.json';

const contentSchema = z.object({ paths: z.array(z.string()) });

/**
 * Where exports that are being written lie, for the start that comes after a process that was killed: half of a journal in plain must not stay behind in a folder that
 * nobody looks into. Paths, and nothing of what is in them. A path stays until its file is gone for certain: a disk that is away comes back with what is on it.
 */
export class HalfWritten {
  readonly #path: string;
  /** One change of the file behind the other. */
  #work: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.#path = join(folder, NAME);
  }

  /** Never rejects. @returns forgets it again; to be called only when the file is gone */
  readonly remember = async (path: string): Promise<() => Promise<void>> => {
    await this.#change((paths) => [...paths, path]);
    return () => this.#forget([path]);
  };

  /** Never rejects: what cannot be removed now is tried again at the next start. A disk that does not answer keeps it waiting, but nothing else that is asked of this. */
  async remove(): Promise<void> {
    const gone: string[] = [];
    for (const path of await this.#read().catch(() => [])) {
      if (!isHalfWritten(path) || (await removeHalfWritten(path))) gone.push(path);
    }
    await this.#forget(gone);
  }

  #forget(gone: readonly string[]): Promise<void> {
    return this.#change((paths) => paths.filter((path) => !gone.includes(path)));
  }

  #change(change: (paths: readonly string[]) => readonly string[]): Promise<void> {
    const work = this.#work
      .then(async () => {
        const paths = change(await this.#read());
        if (paths.length === 0) await rm(this.#path, { force: true });
        else await writeDurably(this.#path, (file) => file.writeFile(JSON.stringify({ paths })));
      })
      // A profile that takes no byte more is no reason to keep a person from taking their journal out of it.
      .catch(() => {});
    this.#work = work;
    return work;
  }

  /** @throws what the file system throws, but for a file that is not there; one that says nothing is empty */
  async #read(): Promise<readonly string[]> {
    try {
      return contentSchema.parse(JSON.parse(await readFile(this.#path, 'utf8'))).paths;
    } catch (error) {
      const { code, syscall } = error as NodeJS.ErrnoException;
      if (syscall === undefined || code === 'ENOENT') return [];
      throw error;
    }
  }
}
