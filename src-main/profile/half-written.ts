import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '../files/durable-file.ts';
import { removeHalfWritten } from '../files/outside-file.ts';

const NAME = 'half-written.json';

/**
 * Where an export that is being written lies, for the start that comes after a process that was killed: half of a journal in plain must not stay behind in a folder that
 * nobody looks into. A path, and nothing of what is in it.
 */
export class HalfWritten {
  readonly #path: string;

  constructor(folder: string) {
    this.#path = join(folder, NAME);
  }

  readonly remember = async (path: string | null): Promise<void> => {
    // A profile that takes no byte more is no reason to keep a person from taking their journal out of it.
    const work =
      path === null
        ? rm(this.#path, { force: true })
        : writeDurably(this.#path, (file) => file.writeFile(JSON.stringify({ path })));
    await work.catch(() => {});
  };

  /** Never rejects: what cannot be removed now (a disk that is not there) is tried again at the next start. */
  async remove(): Promise<void> {
    try {
      const { path } = JSON.parse(await readFile(this.#path, 'utf8')) as { path?: unknown };
      if (typeof path === 'string') await removeHalfWritten(path);
    } catch (error) {
      if (!(error instanceof SyntaxError)) return;
    }
    await rm(this.#path, { force: true }).catch(() => {});
  }
}
