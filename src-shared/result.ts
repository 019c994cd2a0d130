/**
 * Errors are values at every boundary: between renderer and main, and between main and its child processes.
 * The set of codes is closed; the renderer's catalogue must hold a sentence for each (its type demands it).
 */
export const ERROR_CODES = [
  /** The caller is not the main frame of our own window. */
  'forbidden',
  'unknown-channel',
  /** The payload does not fit the channel's schema: a wrong type, an extra key, a value out of range. */
  'invalid-input',
  /** More than MAX_PAYLOAD_BYTES in one call. */
  'too-large',
  /** There is no vault in this profile yet. */
  'vault-absent',
  'vault-exists',
  'vault-locked',
  /** Passphrase or recovery key does not open the vault. `retryAfterMs` says when the next try is taken. */
  'wrong-secret',
  /** Too many wrong tries; nothing was checked. `retryAfterMs` says when the next try is taken. */
  'try-later',
  /** The recovery key typed back is not the one that was shown. */
  'recovery-key-mismatch',
  /** The key opens, the file behind it does not. Nothing was changed. */
  'vault-damaged',
  /** The vault was written by a newer Daygrove. Nothing was changed. */
  'vault-too-new',
  'not-found',
  /** The storage process ended under the call. What had been answered is on disk; this call may not be. */
  'storage-stopped',
  'disk-full',
  'profile-read-only',
  /** A file that the person wanted outside of the vault could not be written there. */
  'file-not-written',
  /** The system did not take the change of what it starts at a login. */
  'start-at-login-refused',
  /** The file is of no kind that Daygrove can import. */
  'import-unrecognised',
  /** The file is of a known kind but broken, or larger than the importer takes. */
  'import-damaged',
  /** An archive of a newer Daygrove, or a database of a newer version of its program. */
  'import-too-new',
  /** The file is locked with a password, or was exported encrypted. */
  'import-encrypted',
  /** What Daygrove wrote for other programs: it has no way back. */
  'import-own-export',
  /** More than fits into one file of that kind. */
  'export-too-large',
  /** This host has nothing that makes a PDF. */
  'pdf-unavailable',
  /** The file is no backup of Daygrove's. */
  'backup-unrecognised',
  /** The file ends before the first record of the backup. */
  'backup-cut',
  /** Nothing in the backup opens under its own key. */
  'backup-unreadable',
  'backup-too-new',
  /** It is a backup of another vault than the one that is open. */
  'backup-other-vault',
  /** It was written under a key that this device has not taken over yet. */
  'backup-newer-key',
  /** A backup that was read again after it was written is not what was to be written. */
  'backup-not-verified',
  /** The chosen folder is not there, or may not be written to. */
  'backup-folder-away',
  'backup-folder-read-only',
  /** The address is no `libsql://` or `https://` address. */
  'sync-address',
  /** The server could not be reached. */
  'sync-unreachable',
  /** The server refuses the token. */
  'sync-refused',
  /** What answers at the address is no libSQL server with sync. */
  'sync-not-a-server',
  /** Another vault, or something that is not Daygrove's, lives at the address. Nothing was changed. */
  'sync-other-vault',
  /** There is no vault at the address. */
  'sync-no-vault',
  /** This computer has no keychain that could keep a secret, or it does not answer. */
  'keychain-unavailable',
  /** A vault was forgotten, and some of its files could not be removed yet. Its keys are gone. */
  'not-removed',
  /** Sync is not connected. */
  'sync-off',
  /** Written while locked, and this computer does not have the vault's inbox key yet: unlocking once brings it. */
  'capture-needs-unlock',
  /** More than one quick capture takes (MAX_CAPTURE_BYTES). */
  'capture-too-long',
  /** As many things as the inbox takes wait for an unlock (MAX_INBOX_ITEMS). */
  'capture-full',
  'cancelled',
  /** Everything else. `logId` is the line of the log that tells more. */
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export interface AppError {
  readonly code: ErrorCode;
  /** Milliseconds until another try is taken; with `wrong-secret` and `try-later`. */
  readonly retryAfterMs?: number;
  /** Names the line of the log that belongs to an `internal` error. */
  readonly logId?: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function err(code: ErrorCode, more: Omit<AppError, 'code'> = {}): Result<never> {
  return { ok: false, error: { code, ...more } };
}

/** Thrown inside a process to leave a handler early; the boundary turns it into a `Result`, never lets it cross. */
export class AppFailure extends Error {
  readonly error: AppError;
  constructor(code: ErrorCode, more: Omit<AppError, 'code'> = {}) {
    super(code);
    this.name = 'AppFailure';
    this.error = { code, ...more };
  }
}

/** Makes a switch over a closed set complete: the build fails when a member is missing. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled member: ${typeof value}`);
}
