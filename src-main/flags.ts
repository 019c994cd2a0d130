import { parseArgs } from 'node:util';
import { WORDS, type Words } from '../src-shared/intl/choose-language.ts';

/** What may be said on the command line. The same for both hosts; the last ones are for the browser host. */
export interface Flags {
  /** Folder of the profile; null: the platform's place for application data. */
  readonly profile: string | null;
  /** Milliseconds since the epoch at which the app's clock starts (it runs on from there); null: the system's clock. */
  readonly clock: number | null;
  readonly timeZone: string | null;
  readonly animations: boolean;
  /** Replaces the person's language; `pseudo` and `pseudo-rtl` are QA's own. */
  readonly language: Words | null;
  /** Replaces the person's idle setting: QA cannot wait five minutes. */
  readonly idleLockSeconds: number | null;
  /** A link to a place, as `daygrove://today`: what the system hands to a package. */
  readonly open: string | null;
  /** Started by the system at a login: no window comes up before somebody asks for it. */
  readonly hidden: boolean;
  readonly quickCapture: boolean;
  /** Do not try Electron. */
  readonly browser: boolean;
  readonly headless: boolean;
  /** Take a picture of the first screen into this file and end. */
  readonly screenshot: string | null;
  /** Do not open a browser; print the address only. */
  readonly noOpen: boolean;
  /** Folder for what is exported; null: the person's Downloads. A host with a dialog of its own asks instead. */
  readonly downloads: string | null;
  /** What this host answers when the person is asked for a folder: it has no dialog of its own. For QA; null: it cannot ask. */
  readonly chosenFolder: string | null;
  /** A file that stands in for the system's keychain in the browser host, which has none: see `stand-in-keychain.ts`. For QA; null: none. */
  readonly keychain: string | null;
  /** An archive or a backup to begin with, as a desktop gives it to the Electron host without a flag. */
  readonly openFile: string | null;
}

export class FlagError extends Error {}

/** By their names; docs/qa.md tells of each. */
export const FLAG_OPTIONS = {
  profile: { type: 'string' },
  clock: { type: 'string' },
  'time-zone': { type: 'string' },
  'no-animations': { type: 'boolean' },
  language: { type: 'string' },
  'idle-lock-seconds': { type: 'string' },
  open: { type: 'string' },
  hidden: { type: 'boolean' },
  'quick-capture': { type: 'boolean' },
  browser: { type: 'boolean' },
  headless: { type: 'boolean' },
  screenshot: { type: 'string' },
  'no-open': { type: 'boolean' },
  downloads: { type: 'string' },
  'chosen-folder': { type: 'string' },
  keychain: { type: 'string' },
  'open-file': { type: 'string' },
} as const;

/** Reads the arguments behind the program's name. Throws a FlagError with a sentence for the person who typed them. */
export function parseFlags(argv: readonly string[]): Flags {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      strict: true,
      options: FLAG_OPTIONS,
    }));
  } catch (error) {
    throw new FlagError(error instanceof Error ? error.message : 'Unreadable arguments.');
  }
  let clock: number | null = null;
  if (values.clock !== undefined) {
    clock = Date.parse(values.clock);
    if (Number.isNaN(clock))
      throw new FlagError('--clock wants an ISO date and time, for example 2026-11-22T08:14:00Z.');
  }
  const timeZone = values['time-zone'] ?? null;
  if (timeZone !== null) {
    try {
      new Intl.DateTimeFormat('en', { timeZone });
    } catch {
      throw new FlagError('--time-zone wants an IANA name, for example Europe/Vienna.');
    }
  }
  let idleLockSeconds: number | null = null;
  if (values['idle-lock-seconds'] !== undefined) {
    idleLockSeconds = Number(values['idle-lock-seconds']);
    if (!(idleLockSeconds > 0)) throw new FlagError('--idle-lock-seconds wants a number above zero.');
  }
  const language = WORDS.find((words) => words === values.language) ?? null;
  if (values.language !== undefined && language === null) {
    throw new FlagError(`--language wants one of ${WORDS.join(', ')}.`);
  }
  return {
    profile: values.profile ?? null,
    clock,
    timeZone,
    animations: values['no-animations'] !== true,
    language,
    idleLockSeconds,
    open: values.open ?? null,
    hidden: values.hidden === true,
    quickCapture: values['quick-capture'] === true,
    browser: values.browser === true,
    headless: values.headless === true || values.screenshot !== undefined,
    screenshot: values.screenshot ?? null,
    noOpen: values['no-open'] === true,
    downloads: values.downloads ?? null,
    chosenFolder: values['chosen-folder'] ?? null,
    keychain: values.keychain ?? null,
    openFile: values['open-file'] ?? null,
  };
}
