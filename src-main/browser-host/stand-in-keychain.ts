import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import type { KeyStorage } from '../host.ts';

/**
 * A keychain for QA, in a file: `--keychain FILE`. It protects nothing, and is never in the package. Whoever tests writes into the file what it is to do next:
 *
 *   {"mode": "well"}        works; the key is made when it is first needed, and stands in the file
 *   {"mode": "gone"}        there is none any more
 *   {"mode": "plain-text"}  it would encrypt with a password that everybody knows
 *   {"mode": "rubbish"}     gives out bytes that it was never given
 *   {"mode": "short"}       gives out the beginning of them only
 *   {"mode": "hanging"}     never answers
 *
 * Without its `key` it is another keychain than before: what was encrypted does not open.
 */
const fileSchema = z.object({
  mode: z.enum(['well', 'gone', 'plain-text', 'rubbish', 'short', 'hanging']),
  key: z.base64().optional(),
});

export class StandInKeychain implements KeyStorage {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async state(): Promise<'available' | 'plain-text' | 'none'> {
    const { mode } = await this.#read();
    if (mode === 'hanging') return new Promise(() => {});
    if (mode === 'gone') return 'none';
    return mode === 'plain-text' ? 'plain-text' : 'available';
  }

  async seal(secret: Uint8Array): Promise<Uint8Array> {
    const { key } = await this.#read();
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    return new Uint8Array(Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]));
  }

  async open(sealed: Uint8Array): Promise<{ secret: Uint8Array; shouldReseal: boolean }> {
    const { mode, key } = await this.#read();
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12), { authTagLength: 16 });
    decipher.setAuthTag(sealed.subarray(-16));
    const secret = new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]));
    if (mode === 'rubbish') return { secret: new Uint8Array(randomBytes(secret.byteLength)), shouldReseal: false };
    return { secret: mode === 'short' ? secret.subarray(0, 5) : secret, shouldReseal: false };
  }

  async #read(): Promise<{ mode: z.infer<typeof fileSchema>['mode']; key: Buffer }> {
    const { mode, key } = fileSchema.parse(JSON.parse(await readFile(this.#path, 'utf8')));
    if (key !== undefined) return { mode, key: Buffer.from(key, 'base64') };
    const made = randomBytes(32);
    await writeFile(this.#path, JSON.stringify({ mode, key: made.toString('base64') }));
    return { mode, key: made };
  }
}
