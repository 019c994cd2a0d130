import { z } from 'zod';
import { channel } from './channel.ts';
import { emptySchema, instantSchema } from './values.ts';

export const MIN_PASSPHRASE_LENGTH = 8;
const secretSchema = z.string().min(1).max(1024);

export const vaultStateSchema = z.strictObject({
  /** `absent`: no vault in this profile. `damaged`: the key opened, the file did not; see `vault.damage`. */
  state: z.enum(['absent', 'locked', 'unlocked', 'damaged']),
  /** Why it is locked now, so that the lock screen can say it. */
  reason: z.enum(['start', 'person', 'idle', 'suspend', 'screen-lock', 'storage-stopped', 'restored']).nullable(),
  /** Milliseconds until the next try to unlock is taken; 0: now. */
  retryAfterMs: z.number().min(0),
});
export type VaultState = z.infer<typeof vaultStateSchema>;

/** Done and total in records; `total` null: not known yet. */
export const vaultProgressSchema = z.strictObject({
  work: z.enum(['join', 'renew-key']),
  done: z.int().min(0),
  total: z.int().min(0).nullable(),
});
export type VaultProgress = z.infer<typeof vaultProgressSchema>;

const newPassphraseSchema = z.string().min(MIN_PASSPHRASE_LENGTH).max(1024);

export const backupSchema = z.strictObject({ name: z.string().max(200), writtenAt: instantSchema, records: z.int() });

export const vaultContract = {
  'vault.state': channel(emptySchema, vaultStateSchema),
  /**
   * Makes a new vault in memory and answers with its recovery key. Nothing is on disk until `vault.confirm-recovery-key`:
   * somebody who quits half way starts again, and never owns a vault whose recovery key was not written down.
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
   * `wrong-secret`, `vault-exists`, `vault-too-new`, `disk-full`.
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
  /** Prepares a new vault key and recovery key; nothing is changed until `vault.confirm-renewal`. Errors: `wrong-secret`, `try-later`. */
  'vault.renew-key': channel(z.strictObject({ passphrase: secretSchema }), z.strictObject({ recoveryKey: z.string() })),
  /** Seals every record anew under the new key; `vault.progress` tells how far it is. Cut off half way, the old key still holds. */
  'vault.confirm-renewal': channel(z.strictObject({ recoveryKey: secretSchema }), emptySchema),
  /** The answer to sync's `renewed-key`: opens the renewed envelope and seals this device's records anew. Errors: `wrong-secret`, `try-later`. */
  'vault.adopt-key': channel(
    z.strictObject({ method: z.enum(['passphrase', 'recovery-key']), secret: secretSchema }),
    emptySchema,
  ),
} as const;
