import { z } from 'zod';

export const keychainStateSchema = z.strictObject({
  /**
   * What this host has. `plain-text`: the system would keep it under a password that everybody knows (Linux without a keyring). `no-answer`: the keychain did not answer in time.
   * `unasked`: nobody needed to know yet; asking may make the system show a window.
   */
  host: z.enum(['available', 'plain-text', 'none', 'no-answer', 'host-has-none', 'unasked']),
  /** This computer's keychain has a way into this vault, whether it works just now or not. */
  isOn: z.boolean(),
  /** The vault was locked by hand: the passphrase first, then the keychain again. */
  isResting: z.boolean(),
  /**
   * Why it did not open the vault when it was last asked; it stays until it does, or is turned on or off. With the last three it has turned itself off, because it can never work
   * again. `no-keychain`: there is none (any more). `refused`: it would not give the secret out. `wrong-answer`: what it gave out does not open the vault. `other-vault`: it was
   * for another vault. `renewed-key`: the vault has another key since. `broken`: what lay here of it is no longer readable.
   */
  problem: z
    .enum(['no-keychain', 'no-answer', 'refused', 'wrong-answer', 'other-vault', 'renewed-key', 'broken'])
    .nullable(),
});
export type KeychainState = z.infer<typeof keychainStateSchema>;
