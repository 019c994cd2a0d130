import type { BackupLook, BackupsState, VerifyReport } from '../../src-shared/contract/backups.ts';
import type { DataDomain, WorkProgress } from '../../src-shared/contract/events.ts';
import type { OutputOf, StorageChannel } from '../../src-shared/contract/index.ts';
import type { Result } from '../../src-shared/result.ts';
import type { ClockSettings } from '../clock.ts';
import type { CapturedItem } from '../features/capture/captured-item.ts';
import type { IndexPage, RecordPage } from '../features/exports/export-pages.ts';
import type { WireItem } from '../import-process/protocol.ts';
import type { TakeBackStep } from '../features/imports/take-back.ts';
import type { SampleStep } from '../features/sample/sample-desk.ts';
import type { SampleLanguage } from '../features/sample/sample-plan.ts';
import type { SampleState } from '../../src-shared/contract/sample.ts';
import type {
  ImportChoices,
  ImportFormat,
  ImportPreview,
  ImportProblems,
  ImportReport,
  PastImport,
} from '../../src-shared/contract/imports.ts';
import type { PlannedHabit, ReminderMemory } from '../../src-shared/domain/reminders.ts';
import type { Device, SyncStatus } from '../../src-shared/contract/sync.ts';
import type { LogEvent, LogFields } from '../log.ts';
import type { MailboxFounding, MailboxState } from '../sync/mailbox.ts';
import type { SealedVersion } from '../vault/vault.ts';

/** What main and the storage process say to each other: structured-clone values, one answer for each request. */
export interface StorageStart {
  readonly kind: 'start';
  /** The profile's folder. */
  readonly folder: string;
  readonly clock: ClockSettings;
  readonly passphraseCost: 'calibrated' | 'floor';
  /** BCP 47, of the person's system. */
  readonly locale: string;
}

/** Lies in the vault's own file, which is encrypted, and nowhere else. */
export interface SyncConfig {
  readonly url: string;
  readonly token: string;
  readonly paused: boolean;
}

export type SyncSummary = Pick<SyncStatus, 'waiting' | 'conflicts' | 'syncedAt' | 'bytesThisMonth' | 'notices'> & {
  readonly config: SyncConfig | null;
};

/** Which habits want reminding on the days to come, and what to call them. */
export interface PlannedReminders {
  readonly dayEndsAt: number;
  readonly habits: readonly (PlannedHabit & {
    readonly words: {
      readonly name: string;
      readonly question: string;
      readonly canBeDone: boolean;
      readonly canBeSkipped: boolean;
    };
  })[];
  /** Of this device's earlier runs. */
  readonly memory: ReminderMemory;
}

/** A way in for this computer's keychain. What is in the slot, only the storage process knows; the secret is for the keychain. */
export interface WireDeviceSlot {
  readonly slot: Readonly<Record<string, unknown>>;
  readonly secret: Uint8Array;
}

export interface KeptHere {
  readonly records: number;
  /** Backups in the profile. */
  readonly backups: number;
  /** ISO instant of the newest of them, and the versions that were written since; without one: all. */
  readonly newestBackupAt: string | null;
  readonly sinceBackup: number;
  /** The same of the folder outside of the profile; null: there is none. */
  readonly outside: { readonly path: string; readonly newestAt: string | null; readonly since: number } | null;
}

type Empty = Record<string, never>;
interface Secret {
  method: 'passphrase' | 'recovery-key';
  secret: string;
}

/** Calls beside the contract's own storage channels: parameters and results. */
export interface StorageCalls {
  create: { input: { passphrase: string }; output: { recoveryKey: string } };
  'confirm-recovery-key': { input: { recoveryKey: string }; output: Record<string, never> };
  unlock: { input: { method: 'passphrase' | 'recovery-key'; secret: string }; output: Record<string, never> };
  damage: {
    input: Record<string, never>;
    output: { readableRecords: number | null; backups: { name: string; writtenAt: string; records: number }[] };
  };
  rebuild: {
    input: { backup: string | null };
    output: { restored: number; unreadable: number; keptAs: string };
  };
  /** A look at what a file holds: begin, every batch in its order, end. */
  'import-weigh-begin': { input: { format: ImportFormat }; output: Empty };
  'import-weigh': { input: { items: readonly WireItem[] }; output: Empty };
  'import-weigh-end': { input: Empty; output: Omit<ImportPreview, keyof ImportProblems> };
  /** The import itself. Every batch is one commit. */
  'import-begin': { input: { importId: string; format: ImportFormat; choices: ImportChoices }; output: Empty };
  'import-take': { input: { items: readonly WireItem[] }; output: { wantsMedia: boolean } };
  /** `problems`: of all that was read. */
  'import-finish': { input: { problems: ImportProblems }; output: Omit<ImportReport, 'id'> };
  'import-problems': { input: { importId: string }; output: ImportProblems };
  'import-list': { input: Empty; output: { imports: PastImport[] } };
  /** One part; again until nothing is left. */
  'import-take-back': { input: { importId: string; as: 'cancelled' | 'taken-back' }; output: TakeBackStep };
  'sample-state': { input: Empty; output: SampleState };
  /** The sample journal: begun, then step by step until all of it is there. */
  'sample-begin': { input: { language: SampleLanguage }; output: { total: number } };
  'sample-step': { input: Empty; output: SampleStep };
  /** One part; again until it is done. */
  'sample-remove-step': { input: { keepChanged: boolean }; output: SampleStep };
  /** A look at a server was brought here: opens its envelope and begins a vault beside the (absent) one, to be filled by a cycle. */
  'join-begin': { input: Secret & { envelope: string; config: SyncConfig }; output: Empty };
  /** Everything is there: the new vault becomes this profile's, and is open. */
  'join-finish': { input: Empty; output: Empty };
  'join-abandon': { input: Empty; output: Empty };
  'change-passphrase': { input: { current: string; next: string }; output: Empty };
  'confirm-passphrase': { input: { passphrase: string }; output: Empty };
  'new-recovery-key': { input: { passphrase: string }; output: { recoveryKey: string } };
  'confirm-new-recovery-key': { input: { recoveryKey: string }; output: Empty };
  'make-device-slot': { input: { passphrase: string }; output: WireDeviceSlot };
  /** `slot`: as it lay in the profile. Nothing but `opened` opens the vault. */
  'unlock-with-device': {
    input: { slot: unknown; secret: Uint8Array };
    output: { outcome: 'opened' | 'wrong-answer' | 'other-vault' | 'renewed-key' | 'broken' };
  };
  'renew-key': { input: { passphrase: string }; output: { recoveryKey: string } };
  'confirm-renewal': { input: { recoveryKey: string }; output: WireDeviceSlot };
  'adopt-key': { input: Secret; output: WireDeviceSlot };
  /** Of the two above, while the old key still holds. */
  'cancel-resealing': { input: Empty; output: Empty };
  /** What this computer has of the vault, before it is forgotten. */
  'forget-look': { input: Empty; output: KeptHere };
  'sync-summary': { input: Empty; output: SyncSummary };
  'sync-configure': { input: { config: SyncConfig | null }; output: Empty };
  'sync-note-cycle': { input: { bytes: number; isWhole: boolean }; output: Empty };
  'sync-dismiss-notices': { input: Empty; output: Empty };
  'sync-is-this-vault': {
    input: { vault: Uint8Array; envelope: string };
    output: { isThisVault: boolean; here: number };
  };
  'sync-devices': { input: Empty; output: { devices: Device[] } };
  'sync-rename-device': { input: { name: string }; output: { devices: Device[] } };
  'backup-state': { input: Empty; output: Omit<BackupsState, 'canChooseFolder'> };
  'backup-run': { input: Empty; output: Empty };
  /** Of backups and of looks at them; answered when there is none under way any more. */
  'backup-cancel': { input: Empty; output: Empty };
  /** null: none any more. */
  'backup-folder': { input: { path: string | null }; output: Empty };
  /** `source`: the name of one of the profile's backups; null: the one that was uploaded. */
  'restore-look': { input: { source: string | null; secret: Secret | null }; output: BackupLook };
  /** Of the one that was uploaded: whether its head is one of a backup. */
  'restore-inspect': { input: Empty; output: Empty };
  /** A backup of the present vault, so that `restore-take` has little or nothing left to write. */
  'restore-prepare': { input: Empty; output: Empty };
  'restore-take': { input: Empty; output: Empty };
  'restore-drop': { input: Empty; output: Empty };
  'verify-page': { input: { begins: boolean }; output: { report: VerifyReport | null } };
  /** Says that the open vault is damaged. */
  'declare-damaged': { input: Empty; output: Empty };
  /** A thing written while the vault is open. `id`: the capture's own. */
  'capture-keep': { input: { id: string; item: CapturedItem }; output: Empty };
  /** Makes entries of what lies in the inbox. */
  'inbox-take': { input: Empty; output: Empty };
  'inbox-report': { input: Empty; output: OutputOf<'capture.inbox'> };
  'inbox-dismiss-key-change': { input: Empty; output: Empty };
  'reminder-plan': { input: Empty; output: PlannedReminders };
  'reminder-remember': { input: { memory: ReminderMemory }; output: Empty };
  'exchange-meet': {
    input: MailboxState;
    output:
      | ({ kind: 'found' } & MailboxFounding)
      | { kind: 'go'; after: number; isNew: boolean; putEnvelope: string | null }
      | { kind: 'refuse'; reason: 'other-vault' | 'renewed-key' | 'too-new' };
  };
  'exchange-receive': {
    input: { replica: Uint8Array; seq: number; versions: readonly SealedVersion[] };
    output: { unreadable: number };
  };
  'exchange-hand-out': {
    input: { after: Uint8Array | null; maxVersions: number; maxBytes: number };
    output: { versions: readonly SealedVersion[]; next: Uint8Array | null; waiting: number };
  };
  /** What records there are, a page at a time: see `ExportPages`. */
  'export-index': { input: { after: Uint8Array | null }; output: IndexPage };
  /** `ids`: 16 bytes each. */
  'export-records': { input: { ids: Uint8Array }; output: RecordPage };
  'export-piece': { input: { attachment: string; index: number }; output: { bytes: Uint8Array } };
  /** Behind every request that came before it: closes the files, so that ending the process leaves no WAL behind. */
  close: { input: Record<string, never>; output: Record<string, never> };
}
export type StorageCall = keyof StorageCalls;

export interface StorageRequest {
  readonly kind: 'request';
  readonly id: number;
  readonly method: StorageCall | StorageChannel;
  readonly input: unknown;
}

export type StorageMessage =
  | { readonly kind: 'reply'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'changed'; readonly domains: DataDomain[] }
  /** Versions wait for the server: a change was committed. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number | null }
  | { readonly kind: 'work'; readonly progress: WorkProgress }
  | { readonly kind: 'backups-changed' }
  | { readonly kind: 'log'; readonly event: LogEvent; readonly fields: LogFields };
