import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { syncFolder, writeDurably } from '../files/durable-file.ts';

const NAME = 'keychain.json';

/** What stays on this computer of the way in by its keychain. */
export interface KeptDeviceSlot {
  /** Only the storage process knows what is in it. */
  readonly slot: Readonly<Record<string, unknown>>;
  /** The slot's secret as the system's keychain has encrypted it. */
  readonly sealed: Uint8Array;
  /** The vault was locked by hand: the keychain opens it no more until the passphrase or the recovery key has. */
  readonly isResting: boolean;
}

/** The keychain's own wrapping adds some dozens of bytes. */
const MOST_SEALED_CHARACTERS = 8192;

const fileSchema = z.strictObject({
  slot: z.record(z.string(), z.union([z.string().max(256), z.number()])),
  sealed: z.base64().min(1).max(MOST_SEALED_CHARACTERS),
  isResting: z.boolean(),
});

/** The device slot of a profile, one small file. */
export class DeviceSlotFile {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get #path(): string {
    return join(this.#folder, NAME);
  }

  /** `broken`: there is a file, and nothing can be made of it. */
  async read(): Promise<KeptDeviceSlot | 'none' | 'broken'> {
    let text: string;
    try {
      text = await readFile(this.#path, 'utf8');
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'none' : 'broken';
    }
    try {
      const { slot, sealed, isResting } = fileSchema.parse(JSON.parse(text));
      return { slot, sealed: new Uint8Array(Buffer.from(sealed, 'base64')), isResting };
    } catch {
      return 'broken';
    }
  }

  /** @throws what the file system throws; then what was there before still is */
  async write({ slot, sealed, isResting }: KeptDeviceSlot): Promise<void> {
    const text = `${JSON.stringify({ slot, sealed: Buffer.from(sealed).toString('base64'), isResting }, null, 2)}\n`;
    await writeDurably(this.#path, (file) => file.writeFile(text));
  }

  /** @throws what the file system throws */
  async remove(): Promise<void> {
    for (const name of [this.#path, `${this.#path}.new`]) await rm(name, { force: true });
    await syncFolder(this.#folder);
  }
}
