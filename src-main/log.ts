/**
 * The log takes names and numbers from this list and nothing else: there is no parameter that free text could come in by, so nothing that a person wrote
 * can get into a log by mistake.
 */
export type LogEvent =
  | 'app-started'
  | 'app-closed'
  | 'call-failed'
  | 'vault-created'
  | 'vault-unlocked'
  | 'vault-locked'
  | 'vault-damaged'
  | 'vault-rebuilt'
  | 'projections-rebuilt'
  | 'backup-written'
  | 'vault-restored'
  | 'trash-erased'
  | 'backup-failed'
  | 'storage-stopped'
  | 'passphrase-changed'
  | 'key-renewed'
  | 'vault-joined'
  | 'sync-cycle'
  | 'sync-process-stopped'
  | 'import-process-stopped'
  | 'inbox-taken'
  | 'inbox-key-replaced'
  | 'inbox-failed';

export interface LogFields {
  readonly logId?: string;
  readonly channel?: string;
  /** The constructor's name of what was thrown. */
  readonly error?: string;
  /** An error code of Node or SQLite: letters, digits, `_` and `-` only; anything else is left out. */
  readonly code?: string;
  /** Where it was thrown: function names, files and lines, without the message. */
  readonly frames?: readonly string[];
  readonly exitCode?: number | null;
  readonly reason?: string;
  readonly count?: number;
  readonly version?: string;
}

export type Log = (event: LogEvent, fields?: LogFields) => void;

const WORD = /^[\w.:+-]{1,80}$/;
const FRAME = /^\s+at [\w$.<>[\] #]* ?\(?(?:[^()]*[/\\])?([\w.-]+:\d+:\d+)\)?$/;
const MAX_FRAMES = 12;

/** What may be said of something thrown: its kind, its code and the places it went through. Never its message, which may quote a person's text. */
export function describeThrown(thrown: unknown): Pick<LogFields, 'error' | 'code' | 'frames'> {
  if (!(thrown instanceof Error)) return { error: typeof thrown };
  const code = (thrown as { code?: unknown }).code;
  // The stack begins with the message, which may itself look like lines of a stack.
  const stack = thrown.stack ?? '';
  const start = stack.indexOf(thrown.message);
  const frames = (start < 0 ? '' : stack.slice(start + thrown.message.length))
    .split('\n')
    .map((line) => FRAME.exec(line)?.[1])
    .filter((frame) => frame !== undefined)
    .slice(0, MAX_FRAMES);
  return {
    error: WORD.test(thrown.constructor.name) ? thrown.constructor.name : 'Error',
    ...(typeof code === 'string' && WORD.test(code) ? { code } : {}),
    frames,
  };
}

/** One line: `event key=value …`. Values that are not plain words are left out, whatever type they claim. */
export function formatLogLine(event: LogEvent, fields: LogFields = {}): string {
  const parts: string[] = [event];
  for (const key of ['logId', 'channel', 'error', 'code', 'reason', 'version', 'count', 'exitCode'] as const) {
    const value = fields[key];
    if (value === undefined) continue;
    if (typeof value === 'string' ? WORD.test(value) : value === null || Number.isFinite(value))
      parts.push(`${key}=${String(value)}`);
  }
  const frames = (fields.frames ?? []).filter((frame) => WORD.test(frame));
  if (frames.length > 0) parts.push(`frames=${frames.join('<')}`);
  return parts.join(' ');
}
