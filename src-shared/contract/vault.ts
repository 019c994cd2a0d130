import { z } from 'zod';
import { channel } from './channel.ts';
import { keychainStateSchema } from './keychain.ts';
import { emptySchema, instantSchema } from './values.ts';

export const MIN_PASSPHRASE_LENGTH = 8;
const secretSchema = z.string().min(1).max(1024);

export const vaultStateSchema = z.strictObject({
  /** `absent`: no vault in this profile. `damaged`: the key opened, the file did not; see `vault.damage`. */
  state: z.enum(['absent', 'locked', 'unlocked', 'damaged']),
  /**
   * Why it is locked now, or absent where one was there before, so that the screen can say it. `forgetting`: it is being removed. `not-removed`: its keys are gone, and the rest
   * goes before a vault comes here again.
   */
  reason: z
    .enum([
      'start',
      'person',
      'idle',
      'suspend',
      'screen-lock',
      'storage-stopped',
      'restored',
      'forgetting',
      'forgotten',
      'not-removed',
    ])
    .nullable(),
  /** With `forgotten`: the folder that its backups are kept in. Left out: they went with it. */
  keptBackups: z.string().optional(),
  /** Milliseconds until the next try to unlock is taken; 0: now. */
  retryAfterMs: z.number().min(0),
});
export type VaultState = z.infer<typeof vaultStateSchema>;

/** Done and total in records, with `forget` in steps; `total` null: not known yet. */
export const vaultProgressSchema = z.strictObject({
  work: z.enum(['join', 'renew-key', 'forget']),
  done: z.int().min(0),
  total: z.int().min(0).nullable(),
});
export type VaultProgress = z.infer<typeof vaultProgressSchema>;

const newPassphraseSchema = z.string().min(MIN_PASSPHRASE_LENGTH).max(1024);

export const backupSchema = z.strictObject({ name: z.string().max(200), writtenAt: instantSchema, records: z.int() });

/** What this computer has of the vault, and whether it is anywhere else. Counts are of versions: every state that a record was saved in. */
export const forgetLookSchema = z.strictObject({
  /** The profile's folder. */
  folder: z.string(),
  records: z.int().min(0),
  /** `waiting`: changes that the server has not got. `syncedAt`: null: never. null: sync is not connected. */
  sync: z.strictObject({ waiting: z.int().min(0), syncedAt: instantSchema.nullable() }).nullable(),
  /** Backups in the profile, the newest of them, and what was written since it. */
  backups: z.int().min(0),
  newestBackupAt: instantSchema.nullable(),
  sinceBackup: z.int().min(0),
  /** The same of the folder that the person chose outside of the profile. It is never touched. null: there is none. */
  outside: z.strictObject({ path: z.string(), newestAt: instantSchema.nullable(), since: z.int().min(0) }).nullable(),
});
export type ForgetLook = z.infer<typeof forgetLookSchema>;

export const vaultContract = {
  'vault.state': channel(emptySchema, vaultStateSchema),
  /**
   * Makes a new vault in memory and answers with its recovery key. Nothing is on disk until `vault.confirm-recovery-key`:
   * somebody who quits half way starts again, and never owns a vault whose recovery key was not written down.
   * Errors: `vault-exists`; `not-removed` where one that was forgotten is still to go.
   */
  'vault.create': channel(
    z.strictObject({ passphrase: newPassphraseSchema }),
    z.strictObject({ recoveryKey: z.string() }),
  ),
  'vault.confirm-recovery-key': channel(z.strictObject({ recoveryKey: secretSchema }), vaultStateSchema),
  'vault.unlock': channel(
    z.strictObject({ method: z.enum(['passphrase', 'recovery-key']), secret: secretSchema }),
    vaultStateSchema,
  ),
  'vault.lock': channel(emptySchema, vaultStateSchema),
  /** What a damaged vault can be rebuilt from. Only after `vault.unlock` answered `vault-damaged`. */
  'vault.damage': channel(
    emptySchema,
    z.strictObject({
      /** Sealed versions in the damaged file that still open; null where the file cannot be read at all. */
      readableRecords: z.int().nullable(),
      backups: z.array(backupSchema),
    }),
  ),
  /**
   * Builds a new vault file from every sealed version that opens: of the damaged file, and of the backup if one is named.
   * The damaged file is moved aside and kept.
   */
  'vault.rebuild': channel(
    z.strictObject({ backup: z.string().max(200).nullable() }),
    z.strictObject({ restored: z.int(), unreadable: z.int(), keptAs: z.string() }),
  ),
  /**
   * Brings a vault that lives on a server to this profile, which has none: fetches everything, then opens it. Answered when everything is there.
   * `vault.progress` tells how far it is. Cut off or cancelled at any point, nothing of it stays. Errors: as `sync.check`, `sync-no-vault`,
   * `wrong-secret`, `vault-exists`, `not-removed`, `vault-too-new`, `disk-full`.
   */
  'vault.join': channel(
    z.strictObject({
      url: z.string().min(1).max(2000),
      token: z.string().max(16_384),
      method: z.enum(['passphrase', 'recovery-key']),
      secret: secretSchema,
    }),
    vaultStateSchema,
  ),
  'vault.cancel-join': channel(emptySchema, emptySchema),
  /** Wraps the vault's key anew; no record is touched. Other devices take it over at their next sync. Errors: `wrong-secret`, `try-later`. */
  'vault.change-passphrase': channel(z.strictObject({ current: secretSchema, next: newPassphraseSchema }), emptySchema),
  /** Makes a new recovery key; nothing is changed until `vault.confirm-new-recovery-key`. Errors: `wrong-secret`, `try-later`. */
  'vault.new-recovery-key': channel(
    z.strictObject({ passphrase: secretSchema }),
    z.strictObject({ recoveryKey: z.string() }),
  ),
  /**
   * From here on the new one opens the vault and the one before does not; no record is touched. Other devices take it over at their next sync.
   * Errors: `recovery-key-mismatch`; `not-found` where the keys were changed on another device meanwhile: nothing was changed, begin again.
   */
  'vault.confirm-new-recovery-key': channel(z.strictObject({ recoveryKey: secretSchema }), emptySchema),
  /** Prepares a new vault key and recovery key; nothing is changed until `vault.confirm-renewal`. Errors: `wrong-secret`, `try-later`. */
  'vault.renew-key': channel(z.strictObject({ passphrase: secretSchema }), z.strictObject({ recoveryKey: z.string() })),
  /** Seals every record anew under the new key; `vault.progress` tells how far it is. Cut off half way, the old key still holds. */
  'vault.confirm-renewal': channel(z.strictObject({ recoveryKey: secretSchema }), emptySchema),
  /** Lets go of a renewal that was prepared. Ends one that is at work, which then answers `cancelled` and can be confirmed again: the old key holds. Too late where the new one holds already: then it answers that it has ended well. */
  'vault.cancel-renewal': channel(emptySchema, emptySchema),
  /** The answer to sync's `renewed-key`: opens the renewed envelope and seals this device's records anew. Errors: `wrong-secret`, `try-later`. */
  'vault.adopt-key': channel(
    z.strictObject({ method: z.enum(['passphrase', 'recovery-key']), secret: secretSchema }),
    emptySchema,
  ),
  'vault.keychain': channel(emptySchema, keychainStateSchema),
  /** Lets this computer's keychain open the vault, too. Errors: `wrong-secret`, `try-later`, `keychain-unavailable`, `disk-full`, `profile-read-only`. */
  'vault.keychain-on': channel(z.strictObject({ passphrase: secretSchema }), keychainStateSchema),
  'vault.keychain-off': channel(emptySchema, keychainStateSchema),
  /**
   * Asks the keychain, which is no try of the person's: it neither counts nor waits. Open or not says `vault`; why not, `keychain`. Errors: as `vault.unlock`, but for
   * `wrong-secret` and `try-later`.
   */
  'vault.unlock-with-keychain': channel(
    emptySchema,
    z.strictObject({ vault: vaultStateSchema, keychain: keychainStateSchema }),
  ),
  /** What would be lost: see `vault.forget`. Only with the vault open. */
  'vault.forget-look': channel(emptySchema, forgetLookSchema),
  /**
   * Removes the open vault from this computer, keys first; it is `absent` from the first moment on. `vault.progress` tells how far it is. Cut off at any moment, the next start ends it. Behind it there is no vault here.
   * Backups in the profile go as well where that is asked for; else they are moved aside, and `keptBackups` says where to. Nothing outside of the profile is touched.
   * Errors: `wrong-secret`, `try-later`; `disk-full`, `profile-read-only`: nothing was removed; `not-removed`: the keys are gone, and the rest goes at
   * the next start, or before a vault is made or brought here.
   */
  'vault.forget': channel(
    z.strictObject({ passphrase: secretSchema, removeBackups: z.boolean() }),
    z.strictObject({ keptBackups: z.string().nullable() }),
  ),
} as const;
