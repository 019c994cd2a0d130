/**
 * What a profile keeps of its vault, in the order in which it is removed when the vault is forgotten (`forget.ts`). A feature that keeps something new of a vault in the profile
 * adds its name here. What is not named stays: the log, the record of half-written exports, the host's own folder (`chromium`), the profile's lock.
 */
export interface VaultFile {
  /** Within the profile. */
  readonly name: string;
  /** `database`: with its -wal and -shm. `file`: with the `.new` that a crash may have left. */
  readonly kind: 'file' | 'database' | 'folder';
}

const file = (name: string): VaultFile => ({ name, kind: 'file' });
const database = (name: string): VaultFile => ({ name, kind: 'database' });
const folder = (name: string): VaultFile => ({ name, kind: 'folder' });

/** Without these nothing of the rest opens any more: they go first. */
export const KEY_FILES: readonly VaultFile[] = [
  file('keychain.json'),
  file('vault.json'),
  file('vault.copy.json'),
  file('vault.renewed.json'),
  // Whole vaults, each with an envelope of its own.
  folder('restored'),
  folder('replaced'),
];

export const CONTENT_FILES: readonly VaultFile[] = [
  database('vault.db'),
  database('vault.new.db'),
  database('vault.resealed.db'),
  database('vault.resealing.db'),
  database('vault.rebuilt.db'),
  database('vault.rebuilding.db'),
  database('vault.joining.db'),
  file('restore.json'),
  folder('damaged'),
  folder('mailbox'),
  // Captured while the vault was locked, and not yet taken in.
  folder('inbox'),
];

/** They go where the person says so, and are moved to `KEPT_BACKUPS` where not: a vault that is made here later must not sweep them. */
export const BACKUPS = 'backups';
export const KEPT_BACKUPS = 'kept-backups';

/** What was chosen and counted for this vault. Last: a start that finishes the removal goes on with the defaults. */
export const SETTINGS_FILES: readonly VaultFile[] = [file('unlock-attempts.json'), file('settings.json')];
