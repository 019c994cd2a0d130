/** For tests: a keychain that does what it is told, in memory. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyStorage } from '../host.ts';

export type KeychainMode = 'well' | 'gone' | 'plain-text' | 'hanging' | 'refusing' | 'rubbish' | 'short' | 'empty';

export class ScriptedKeychain implements KeyStorage {
  mode: KeychainMode = 'well';
  /** It has a newer key than the one that it encrypted with. */
  hasNewerKey = false;
  /** Everything that it was given, and gave out: the buffers themselves, to be looked at when they have been used. */
  readonly secrets: Uint8Array[] = [];
  calls = 0;
  #key: Buffer;

  /** @param key another keychain has another one */
  constructor(key: Buffer = randomBytes(32)) {
    this.#key = key;
  }

  /** From here on it is another keychain. */
  reset(): void {
    this.#key = randomBytes(32);
  }

  async state(): Promise<'available' | 'plain-text' | 'none'> {
    this.calls += 1;
    if (this.mode === 'hanging') return new Promise(() => {});
    if (this.mode === 'gone') return 'none';
    return this.mode === 'plain-text' ? 'plain-text' : 'available';
  }

  async seal(secret: Uint8Array): Promise<Uint8Array> {
    this.calls += 1;
    this.secrets.push(secret);
    if (this.mode === 'refusing') throw new Error('The person said no.');
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    return new Uint8Array(Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]));
  }

  async open(sealed: Uint8Array): Promise<{ secret: Uint8Array; shouldReseal: boolean }> {
    this.calls += 1;
    if (this.mode === 'refusing') throw new Error('The person said no.');
    const decipher = createDecipheriv('aes-256-gcm', this.#key, sealed.subarray(0, 12), { authTagLength: 16 });
    decipher.setAuthTag(sealed.subarray(-16));
    const secret = new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]));
    const given = this.#given(secret);
    this.secrets.push(given);
    return { secret: given, shouldReseal: this.hasNewerKey };
  }

  #given(secret: Uint8Array): Uint8Array {
    if (this.mode === 'rubbish') return new Uint8Array(randomBytes(secret.byteLength));
    if (this.mode === 'short') return secret.slice(0, 5);
    return this.mode === 'empty' ? new Uint8Array(0) : secret;
  }
}
