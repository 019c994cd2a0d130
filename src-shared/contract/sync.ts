import { z } from 'zod';
import { channel } from './channel.ts';
import { emptySchema, instantSchema } from './values.ts';

export const MAX_DEVICE_NAME_LENGTH = 60;

/** `libsql://…` or `https://…`; `http://` only for this machine. The app says what is wrong with any other. */
const urlSchema = z.string().min(1).max(2000);
const tokenSchema = z.string().max(16_384);

export const syncStatusSchema = z.strictObject({
  /**
   * `off`: not connected. `paused`: by the person. `syncing`: a cycle is running. `synced`: at `syncedAt` every change of this device was seen on
   * the server, and there is none since. `waiting`: changes wait for their turn. `offline`: the server could not be reached; tried again by
   * itself. `trouble`: the server answered, but not as it should, or this machine refused; tried again by itself, `problem` says what.
   * `needs-you`: stands still until the person has done something, `problem` says what.
   */
  state: z.enum(['off', 'paused', 'syncing', 'synced', 'waiting', 'offline', 'trouble', 'needs-you']),
  problem: z
    .enum([
      /** needs-you: the server refuses the token. */
      'token',
      /** needs-you: another vault lives at this address. */
      'other-vault',
      /** needs-you: the vault's key was renewed on another device; `vault.adopt-key` takes the passphrase. */
      'renewed-key',
      /** needs-you: the vault was written by a newer Daygrove. */
      'too-new',
      /** trouble: what answers is no sync server: a hotel's sign-in page, a wrong address. */
      'not-a-server',
      /** trouble: the server failed or contradicted itself. */
      'server',
      /** trouble: the server takes connections and does not answer. */
      'no-answer',
      'disk-full',
      'profile-read-only',
      'internal',
    ])
    .nullable(),
  /** Where it syncs to; null while off. */
  url: z.string().nullable(),
  /** Changes of this device that no server was seen to hold. */
  waiting: z.int().min(0),
  /** When this device and the server were last seen to hold the same. */
  syncedAt: instantSchema.nullable(),
  /** When it is tried again by itself. */
  nextAt: instantSchema.nullable(),
  /** Of a long cycle, in records; `total` null: not known yet. */
  progress: z
    .strictObject({
      phase: z.enum(['connecting', 'receiving', 'sending']),
      done: z.int().min(0),
      total: z.int().min(0).nullable(),
    })
    .nullable(),
  /** What was sent and received in this calendar month (UTC), in bytes, about. */
  bytesThisMonth: z.int().min(0),
  /** Entries whose concurrent wordings were not looked at yet; see `entries.with-conflicts`. */
  conflicts: z.int().min(0),
  notices: z.strictObject({
    /** Records on the server that do not open: kept, not shown. */
    unreadable: z.int().min(0),
    /** Names of devices that have written something that this device has not got and the server does not offer. */
    missingFrom: z.array(z.string()),
    /** Names of devices whose clock runs more than a day ahead. */
    clockAhead: z.array(z.string()),
    /** The passphrase was changed on another device and holds here from the next unlock on. */
    passphraseChanged: z.boolean(),
  }),
});
export type SyncStatus = z.infer<typeof syncStatusSchema>;

export const syncFoundSchema = z.strictObject({
  /** The server's name, without path and token. */
  host: z.string(),
  /** `empty`: nothing there. `this-vault`: the vault of this profile. `another-vault`: another one; also where this profile has none yet. `foreign`: a database that is not Daygrove's. */
  found: z.enum(['empty', 'this-vault', 'another-vault', 'foreign']),
  /** How many versions of records lie there, and here. */
  there: z.int().min(0),
  here: z.int().min(0),
});
export type SyncFound = z.infer<typeof syncFoundSchema>;

export const deviceSchema = z.strictObject({
  /** 16 hex digits. */
  id: z.string(),
  name: z.string(),
  /** To within half a day: a device says that it is there with a record, and a record a cycle would be waste. */
  lastSeenAt: instantSchema,
  isThis: z.boolean(),
});
export type Device = z.infer<typeof deviceSchema>;

export const syncContract = {
  'sync.status': channel(emptySchema, syncStatusSchema),
  /**
   * Looks at an address without changing anything, here or there.
   * Errors: `sync-address`, `sync-unreachable`, `sync-refused`, `sync-not-a-server`, `cancelled`.
   */
  'sync.check': channel(z.strictObject({ url: urlSchema, token: tokenSchema }), syncFoundSchema),
  'sync.cancel-check': channel(emptySchema, emptySchema),
  /** Connects this vault to an address that is empty or holds this vault; the first cycle begins at once. Errors: as `sync.check`, and `sync-other-vault`. */
  'sync.connect': channel(z.strictObject({ url: urlSchema, token: tokenSchema }), syncStatusSchema),
  'sync.change-token': channel(z.strictObject({ token: tokenSchema }), syncStatusSchema),
  'sync.now': channel(emptySchema, syncStatusSchema),
  'sync.pause': channel(z.strictObject({ paused: z.boolean() }), syncStatusSchema),
  /** Forgets address and token, keeps every record here, and leaves what lies on the server. */
  'sync.disconnect': channel(emptySchema, syncStatusSchema),
  /** Reads everything on the server again and sends what is missing there. */
  'sync.compare-all': channel(emptySchema, syncStatusSchema),
  'sync.devices': channel(emptySchema, z.strictObject({ devices: z.array(deviceSchema) })),
  'sync.rename-device': channel(
    z.strictObject({ name: z.string().trim().min(1).max(MAX_DEVICE_NAME_LENGTH) }),
    z.strictObject({ devices: z.array(deviceSchema) }),
  ),
  /** The person has read the notices: counts begin anew. */
  'sync.dismiss-notices': channel(emptySchema, syncStatusSchema),
} as const;
