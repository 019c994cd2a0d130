import { z } from 'zod';
import { channel } from './channel.ts';
import { daySchema, emptySchema, idSchema, instantSchema } from './values.ts';

/** Largest piece of a backup's file in one call; well under MAX_PAYLOAD_BYTES. */
export const BACKUP_PIECE_BYTES = 4 * 1024 * 1024;
/** Bytes of the largest backup that is taken in: no disk of a person's is larger. */
const MAX_BACKUP_BYTES = 2 ** 42;

const nameSchema = z.string().min(1).max(200);
const countSchema = z.int().min(0);

/** Why something about backups did not come about, by itself or by hand. Each has a sentence of the error of the same name. */
export const backupProblemSchema = z.enum([
  'disk-full',
  'profile-read-only',
  'backup-not-verified',
  'backup-folder-away',
  'backup-folder-read-only',
  'internal',
]);
export type BackupProblem = z.infer<typeof backupProblemSchema>;

/** What a person counts; what lies in the trash does not. */
const heldSchema = z.strictObject({
  entries: countSchema,
  habits: countSchema,
  checkIns: countSchema,
  photos: countSchema,
});
export type HeldThings = z.infer<typeof heldSchema>;

export const keptBackupSchema = z.strictObject({
  name: nameSchema,
  writtenAt: instantSchema,
  bytes: countSchema,
  /** Versions of records; null: written before backups said how many. */
  records: countSchema.nullable(),
  /** Of them: what did not open any more when it was written. */
  unreadable: countSchema.nullable(),
  /** What it is kept as. Empty: by the next rotation it goes. */
  kept: z.array(z.enum(['daily', 'weekly', 'monthly', 'before-restore'])),
  /** What the vault held when it was written; null: nothing here remembers. */
  holds: heldSchema.nullable(),
  /** It holds the vault that another backup took the place of right after. */
  isBeforeRestore: z.boolean(),
  /** Every record was read from the file again after it was written, and opened. */
  isVerified: z.boolean(),
});
export type KeptBackup = z.infer<typeof keptBackupSchema>;

export const backupsStateSchema = z.strictObject({
  /** In the profile, newest first. */
  backups: z.array(keptBackupSchema),
  /** Of the last try; null: it came to its end. */
  problem: backupProblemSchema.nullable(),
  /** A second place, on this device only; null: none. */
  folder: z
    .strictObject({
      path: z.string(),
      /** The newest backup that was seen there; null: none yet. */
      newest: instantSchema.nullable(),
      problem: backupProblemSchema.nullable(),
    })
    .nullable(),
  /** Whether this host can ask for a folder. */
  canChooseFolder: z.boolean(),
  isRunning: z.boolean(),
  /** Vaults that a restored one has taken the place of, each a profile of its own. `path`: whole, as the host's file system has it. `replacedAt`: null where its folder has another name by now. */
  replaced: z.array(
    z.strictObject({ name: nameSchema, path: z.string(), replacedAt: instantSchema.nullable(), bytes: countSchema }),
  ),
});
export type BackupsState = z.infer<typeof backupsStateSchema>;

const vaultFiguresSchema = z.strictObject({
  entries: countSchema,
  habits: countSchema,
  checkIns: countSchema,
  photos: countSchema,
  /** Of its entries and check-ins. */
  firstDay: daySchema.nullable(),
  lastDay: daySchema.nullable(),
  /** When the newest of its versions was written, by the clock of the device that wrote it. */
  newestChangeAt: instantSchema.nullable(),
});
export type VaultFigures = z.infer<typeof vaultFiguresSchema>;

const differenceSchema = z.strictObject({
  onlyInVault: countSchema,
  onlyInBackup: countSchema,
  differ: countSchema,
  same: countSchema,
});
export type Difference = z.infer<typeof differenceSchema>;

export const backupLookSchema = z.strictObject({
  /** From the name of the file, where it has one of ours. */
  writtenAt: instantSchema.nullable(),
  /** Versions of records that open. */
  records: countSchema,
  /** Versions that do not open, and parts of the file that are damaged. */
  unreadable: countSchema,
  /** The file ends early: what stood behind is not in it. */
  isCut: z.boolean(),
  backup: vaultFiguresSchema,
  /** Beside the vault that is open; null: there is none. */
  comparison: z
    .strictObject({
      vault: vaultFiguresSchema,
      entries: differenceSchema,
      habits: differenceSchema,
      checkIns: differenceSchema,
      photos: differenceSchema,
      /** Entries that were erased for good since, and would be there again. */
      erasedSince: countSchema,
      /** What is on the server comes back with the next sync; it is paused until the person resumes it. */
      isSynced: z.boolean(),
      /** The whole path of the folder in which the present vault will be kept. */
      keptAs: z.string(),
    })
    .nullable(),
});
export type BackupLook = z.infer<typeof backupLookSchema>;

const kindSchema = z.enum([
  'entry',
  'habit',
  'check-in',
  'pause',
  'attachment',
  'attachment-piece',
  'template',
  'saved-search',
  'spelling-word',
  'preferences',
  'device',
  'other',
]);
export type RecordKind = z.infer<typeof kindSchema>;

export const verifyReportSchema = z.strictObject({
  /** Versions that were opened, or tried. */
  versions: countSchema,
  records: countSchema,
  /** What the lists show. */
  holds: heldSchema,
  /** Versions that do not open, by the kind of their record as far as anything tells. `current`: the record cannot be shown as it stands. */
  unreadable: z.array(z.strictObject({ kind: kindSchema, current: countSchema, earlier: countSchema })),
  /** Records whose tables, lists or search say something else than the sealed record. */
  disagreeing: z.array(z.strictObject({ kind: kindSchema, count: countSchema })),
  attachments: countSchema,
  /** Files with pieces that are missing or do not open. */
  incomplete: countSchema,
  /** Complaints of the database about its own pages; null: not asked, because the file is too large to be asked without holding everything up. */
  pages: countSchema.nullable(),
  /** The newest backup that holds most of what does not open. */
  remedy: z.strictObject({ backup: nameSchema, writtenAt: instantSchema, holds: countSchema }).nullable(),
});
export type VerifyReport = z.infer<typeof verifyReportSchema>;

/** A backup to look at: one of the profile's, one in the chosen folder, or the file that was uploaded. */
export const backupSourceSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('kept'), name: nameSchema }),
  z.strictObject({ type: z.literal('uploaded'), uploadId: idSchema }),
]);
export type BackupSource = z.infer<typeof backupSourceSchema>;

export const backupsContract = {
  'backups.state': channel(emptySchema, backupsStateSchema),
  /**
   * Writes a backup now and reads it again; `work.progress` ('backup') tells how far it is, in records written and read. Answered when it is there, and in
   * the chosen folder if that could be reached. Errors: `cancelled`, `disk-full`, `profile-read-only`, `backup-not-verified`.
   */
  'backups.run': channel(emptySchema, backupsStateSchema),
  /** Ends whatever long work of this file's is under way; its call answers `cancelled`. */
  'backups.cancel': channel(emptySchema, emptySchema),
  /** Asks the person, through the host, for a folder; the page cannot name one. `isChosen` false: they chose none, or this host cannot ask. */
  'backups.choose-folder': channel(emptySchema, z.strictObject({ isChosen: z.boolean(), state: backupsStateSchema })),
  /** What lies there stays. */
  'backups.forget-folder': channel(emptySchema, backupsStateSchema),
  /** A backup's file, in pieces; one at a time. It is sealed, so it may lie in the profile until it was looked at. With a vault open, or where there is none. */
  'backups.upload': channel(
    z.strictObject({ uploadId: idSchema, name: z.string().max(400), size: z.int().min(0).max(MAX_BACKUP_BYTES) }),
    emptySchema,
  ),
  'backups.append': channel(
    z.strictObject({
      uploadId: idSchema,
      offset: z.int().min(0),
      bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= BACKUP_PIECE_BYTES),
    }),
    emptySchema,
  ),
  /**
   * Whether what was uploaded is a backup that this version reads, as far as can be told without its passphrase.
   * Errors: `backup-unrecognised`, `backup-too-new`, `backup-cut`.
   */
  'backups.inspect': channel(z.strictObject({ uploadId: idSchema }), emptySchema),
  /**
   * Builds a vault from a backup, beside the present one, and says what it holds. `secret`: where no vault is open. Wrong ones count as at the lock.
   * `work.progress` ('restore') tells how far it is, in bytes of the file.
   * Errors: `backup-unrecognised`, `backup-too-new`, `backup-cut`, `backup-unreadable`, `backup-other-vault`, `backup-newer-key`, `wrong-secret`, `try-later`,
   * `cancelled`, `disk-full`.
   */
  'backups.look': channel(
    z.strictObject({
      source: backupSourceSchema,
      secret: z
        .strictObject({ method: z.enum(['passphrase', 'recovery-key']), secret: z.string().min(1).max(1024) })
        .nullable(),
    }),
    backupLookSchema,
  ),
  /**
   * Puts the vault that was looked at in the present one's place, which is kept, and locks; where there was none, it is this profile's from now on, and open.
   * A verified backup of the present one is written first (`work.progress` 'backup'); without it nothing is replaced. Errors: `cancelled` and those of
   * `backups.run`; `not-found` where nothing was looked at, or a lock has closed it since; `not-removed`: see `vault.forget`.
   */
  'backups.take': channel(emptySchema, emptySchema),
  /** Forgets what was uploaded and what was built from it. */
  'backups.drop': channel(emptySchema, emptySchema),
  /** Looks at every record of the vault. Saving goes on meanwhile. `work.progress` ('verify') tells how far it is. Errors: `cancelled`. */
  'backups.verify': channel(emptySchema, verifyReportSchema),
  /** Closes the vault as damaged, so that it can be rebuilt from what opens in it and from a backup. */
  'backups.repair': channel(emptySchema, emptySchema),
} as const;
