import { readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { NO_CHOSEN_KEYS, soundKeys, type ChosenKey, type ChosenKeys } from '../../src-shared/actions/chosen-keys.ts';
import { MOST_RECENT_ACTIONS } from '../../src-shared/actions/recent-actions.ts';
import { USUAL_PANES } from '../../src-shared/domain/panes.ts';
import { settingsSchema, type Settings } from '../../src-shared/contract/app.ts';
import { actionIdSchema, chosenKeySchema } from '../../src-shared/contract/keys.ts';

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  language: 'system',
  lessMotion: false,
  celebrations: true,
  idleLockMinutes: 5,
  font: 'serif',
  textSize: 'medium',
  measure: 'medium',
  dayEndsAt: 0,
  prompt: true,
  spelling: null,
  english: 'either',
  reminders: true,
  reminderNames: false,
  remindersWhileLocked: true,
  // The app reaches no network that its person has not asked for.
  updates: 'off',
  tray: false,
  trayNames: false,
  badge: false,
  captureShortcut: null,
  panes: USUAL_PANES,
  keys: NO_CHOSEN_KEYS,
  recentActions: [],
};

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Key by key: one that cannot be read, of an action that there is not, or that may not be, is left out, and harms no other. */
function readKeys(value: unknown): ChosenKeys {
  const { mac, pc } = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  const read = (list: unknown): ChosenKey[] =>
    listOf(list).flatMap((each) => {
      const { success, data } = chosenKeySchema.safeParse(each);
      return success ? [data] : [];
    });
  return soundKeys({ mac: read(mac), pc: read(pc) });
}

function readRecentActions(value: unknown): Settings['recentActions'] {
  const known = listOf(value).flatMap((each) => actionIdSchema.safeParse(each).data ?? []);
  return [...new Set(known)].slice(0, MOST_RECENT_ACTIONS);
}

/** One field as a person chose it; the default where the file has none that can be read. */
function readLanguage(fields: Fields): Settings['language'] {
  return settingsSchema.shape.language.catch(DEFAULT_SETTINGS.language).parse(fields.language);
}

type Fields = Partial<Record<keyof Settings, unknown>>;

function fieldsOf(text: string): Fields {
  const value: unknown = JSON.parse(text);
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

/** The language alone, and at once: Chromium has to be told of it before Electron is ready, and Electron waits for nobody. */
export function readLanguageAtOnce(path: string): Settings['language'] {
  try {
    return readLanguage(fieldsOf(readFileSync(path, 'utf8')));
  } catch {
    return DEFAULT_SETTINGS.language;
  }
}

/** Settings that must be known before the vault is open, and give nothing away. A file that cannot be read means the defaults, field by field. */
export async function readSettings(path: string): Promise<Settings> {
  let fields: Fields;
  try {
    fields = fieldsOf(await readFile(path, 'utf8'));
  } catch {
    return DEFAULT_SETTINGS;
  }
  const { shape } = settingsSchema;
  return {
    theme: shape.theme.catch(DEFAULT_SETTINGS.theme).parse(fields.theme),
    language: readLanguage(fields),
    lessMotion: shape.lessMotion.catch(DEFAULT_SETTINGS.lessMotion).parse(fields.lessMotion),
    celebrations: shape.celebrations.catch(DEFAULT_SETTINGS.celebrations).parse(fields.celebrations),
    idleLockMinutes: shape.idleLockMinutes.catch(DEFAULT_SETTINGS.idleLockMinutes).parse(fields.idleLockMinutes),
    font: shape.font.catch(DEFAULT_SETTINGS.font).parse(fields.font),
    textSize: shape.textSize.catch(DEFAULT_SETTINGS.textSize).parse(fields.textSize),
    measure: shape.measure.catch(DEFAULT_SETTINGS.measure).parse(fields.measure),
    dayEndsAt: shape.dayEndsAt.catch(DEFAULT_SETTINGS.dayEndsAt).parse(fields.dayEndsAt),
    prompt: shape.prompt.catch(DEFAULT_SETTINGS.prompt).parse(fields.prompt),
    spelling: shape.spelling.catch(DEFAULT_SETTINGS.spelling).parse(fields.spelling),
    english: shape.english.catch(DEFAULT_SETTINGS.english).parse(fields.english),
    reminders: shape.reminders.catch(DEFAULT_SETTINGS.reminders).parse(fields.reminders),
    reminderNames: shape.reminderNames.catch(DEFAULT_SETTINGS.reminderNames).parse(fields.reminderNames),
    remindersWhileLocked: shape.remindersWhileLocked
      .catch(DEFAULT_SETTINGS.remindersWhileLocked)
      .parse(fields.remindersWhileLocked),
    updates: shape.updates.catch(DEFAULT_SETTINGS.updates).parse(fields.updates),
    tray: shape.tray.catch(DEFAULT_SETTINGS.tray).parse(fields.tray),
    trayNames: shape.trayNames.catch(DEFAULT_SETTINGS.trayNames).parse(fields.trayNames),
    badge: shape.badge.catch(DEFAULT_SETTINGS.badge).parse(fields.badge),
    captureShortcut: shape.captureShortcut.catch(DEFAULT_SETTINGS.captureShortcut).parse(fields.captureShortcut),
    panes: shape.panes.catch(DEFAULT_SETTINGS.panes).parse(fields.panes),
    keys: readKeys(fields.keys),
    recentActions: readRecentActions(fields.recentActions),
  };
}

export async function writeSettings(path: string, settings: Settings): Promise<void> {
  await replaceFile(path, JSON.stringify(settings, null, 2));
}

/** Replaces a small file as a whole; a crash leaves the old one. */
export async function replaceFile(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(`${path}.new`, text, { mode: 0o600 });
  await rename(`${path}.new`, path);
}
