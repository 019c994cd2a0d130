import type { Channel } from '../src-shared/contract/index.ts';
import type { StorageCall } from './storage/protocol.ts';

/**
 * The log takes names and numbers from this list and nothing else: there is no parameter that free text could come in by, so nothing that a person wrote
 * can get into a log by mistake.
 */
export const LOG_EVENTS = [
  'app-started',
  'app-closed',
  'call-failed',
  'vault-created',
  'vault-unlocked',
  'vault-locked',
  'vault-damaged',
  'vault-rebuilt',
  'projections-rebuilt',
  'backup-written',
  'vault-restored',
  'trash-erased',
  'backup-failed',
  'storage-stopped',
  'passphrase-changed',
  'recovery-key-changed',
  'keychain-failed',
  'vault-forgotten',
  'key-renewed',
  'vault-joined',
  'sync-cycle',
  'sync-process-stopped',
  'import-process-stopped',
  'update-failed',
  'update-ready',
  'update-installing',
  'inbox-taken',
  'inbox-key-replaced',
  'inbox-failed',
] as const;
export type LogEvent = (typeof LOG_EVENTS)[number];

/** Every word that may stand for why: of a lock, of a sync cycle, of a backup that was not written. */
export const LOG_REASONS = [
  'person',
  'idle',
  'suspend',
  'screen-lock',
  'start',
  'restored',
  'storage-stopped',
  'done',
  'unreachable',
  'no-answer',
  'refused',
  'not-a-server',
  'server',
  'wedged',
  'spoilt',
  'other-vault',
  'renewed-key',
  'too-new',
  'storage',
  'internal',
  'disk-full',
  'profile-read-only',
  'backup-not-verified',
  'backup-folder-away',
  'backup-folder-read-only',
  'no-keychain',
  'wrong-answer',
  'broken',
  'sealing',
  'offline',
  'unsigned',
  'wrong-signature',
  'damaged',
  'older',
  'disk',
] as const;
export type LogReason = (typeof LOG_REASONS)[number];

declare const described: unique symbol;
/** Text about something thrown that `describeThrown` has let through, and nobody else has made. */
export type Described = string & { readonly [described]: true };

export interface LogFields {
  readonly logId?: string;
  readonly channel?: Channel | StorageCall | 'erase-old-trash';
  /** The constructor's name of what was thrown. */
  readonly error?: Described;
  /** An error code of Node or SQLite: capitals, digits and `_` only; anything else is left out. */
  readonly code?: Described;
  /** Where it was thrown: function names, files and lines, without the message. */
  readonly frames?: readonly Described[];
  readonly exitCode?: number | null;
  readonly reason?: LogReason;
  readonly count?: number;
  readonly version?: string;
}

export type Log = (event: LogEvent, fields?: LogFields) => void;

const FRAME = /^\s+at [\w$.<>[\] #]* ?\(?(?:[^()]*[/\\])?([\w.-]+:\d+:\d+)\)?$/;
const MAX_FRAMES = 12;

const isOneOf =
  (words: readonly string[]) =>
  (value: unknown): boolean =>
    typeof value === 'string' && words.includes(value);
const isLike =
  (pattern: RegExp) =>
  (value: unknown): boolean =>
    typeof value === 'string' && value.length <= 80 && pattern.test(value);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value);

/** What each field may look like, whatever type it claims: a word that somebody typed looks like none of them. In the order of a line. */
const ALLOWED: Readonly<Record<Exclude<keyof LogFields, 'frames'>, (value: unknown) => boolean>> = {
  logId: isLike(/^[0-9a-f]{4,16}$/),
  // A channel of the contract, or a call of the storage process.
  channel: isLike(/^(?=.*[.-])[a-z]+(?:[.-][a-z]+)*$|^(?:close|create|damage|rebuild|unlock)$/),
  error: isLike(
    /^(?:[A-Z]\w*)?(?:Error|Failure|Mismatch|Stopped|Killed|Broken)$|^(?:string|number|bigint|boolean|symbol|undefined|object|function)$/,
  ),
  code: isLike(/^(?:E[A-Z0-9]{2,}|ERR_[A-Z0-9_]+|SQLITE_[A-Z0-9_]+|[A-Z]+_[A-Z0-9_]+)$/),
  reason: isOneOf(LOG_REASONS),
  version: isLike(/^\d+\.\d+\.\d+(?:-[a-z]+[\d.]*)?$/),
  count: isCount,
  exitCode: (value) => value === null || isCount(value),
};
const isFrame = isLike(/^[\w.-]+:\d+:\d+$/);

/** What may be said of something thrown: its kind, its code and the places it went through. Never its message, which may quote a person's text. */
export function describeThrown(thrown: unknown): Pick<LogFields, 'error' | 'code' | 'frames'> {
  if (!(thrown instanceof Error)) return { error: typeof thrown as Described };
  const code = (thrown as { code?: unknown }).code;
  // The stack begins with the message, which may itself look like lines of a stack.
  const stack = thrown.stack ?? '';
  const start = stack.indexOf(thrown.message);
  const frames = (start < 0 ? '' : stack.slice(start + thrown.message.length))
    .split('\n')
    .map((line) => FRAME.exec(line)?.[1])
    .filter((frame) => frame !== undefined)
    .slice(0, MAX_FRAMES);
  const { name } = thrown.constructor;
  return {
    error: (ALLOWED.error(name) ? name : 'Error') as Described,
    ...(ALLOWED.code(code) ? { code: code as Described } : {}),
    frames: frames as Described[],
  };
}

/** One line: `event key=value …`. What is not of the list, or does not look as its field must, is left out, whatever type it claims. */
export function formatLogLine(event: LogEvent, fields: LogFields = {}): string {
  const parts: string[] = [LOG_EVENTS.includes(event) ? event : 'event-not-allowed'];
  for (const key of Object.keys(ALLOWED) as (keyof typeof ALLOWED)[]) {
    const value = fields[key];
    if (value !== undefined && ALLOWED[key](value)) parts.push(`${key}=${String(value)}`);
  }
  const frames = (Array.isArray(fields.frames) ? fields.frames : []).filter(isFrame).slice(0, MAX_FRAMES);
  if (frames.length > 0) parts.push(`frames=${frames.join('<')}`);
  return parts.join(' ');
}
