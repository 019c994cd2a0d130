import { z } from 'zod';
import { ACTION_IDS } from '../actions/definitions.ts';
import { LANGUAGES, WORDS } from '../intl/choose-language.ts';
import { channel } from './channel.ts';
import { actionIdSchema, keysSchema, recentActionsSchema } from './keys.ts';
import { panesSchema } from './panes.ts';
import { daySchema, emptySchema, idSchema, instantSchema, zoneSchema } from './values.ts';

export const settingsSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  /** Of every word that Daygrove itself says. It must be known before the vault is open. */
  language: z.enum(['system', ...LANGUAGES]),
  /** Nothing moves, also where the system asks for no such thing. */
  lessMotion: z.boolean(),
  /** A small celebration when a habit is done; never where the system asks for less motion. */
  celebrations: z.boolean(),
  /** Minutes without a key or pointer before the vault locks; null: never by itself. */
  idleLockMinutes: z.union([z.literal(1), z.literal(5), z.literal(15), z.literal(30), z.literal(60), z.null()]),
  /** The face, the size and the width of the lines that one writes in. */
  font: z.enum(['serif', 'sans']),
  textSize: z.enum(['small', 'medium', 'large', 'larger']),
  measure: z.enum(['narrow', 'medium', 'wide']),
  /** As the open vault said last (preferences.ts): what day it is must be known before it opens. */
  dayEndsAt: z.int().min(0).max(719),
  /** Another question each day where nothing is written yet. */
  prompt: z.boolean(),
  /** Misspelt words are marked, by a dictionary that is part of the app. Null: the person said nothing, and the language of the app decides (`isSpellingChecked`). */
  spelling: z.boolean().nullable(),
  /** Which English counts as right. */
  english: z.enum(['either', 'american', 'british']),
  /** Habits remind at the times that they were given. */
  reminders: z.boolean(),
  /** Notifications of the system name the habit: whoever sees the screen can read it. */
  reminderNames: z.boolean(),
  /** Also while the vault is locked, and then always without a name. */
  remindersWhileLocked: z.boolean(),
  /** `check`: once a day it asks whether there is a newer version. `off`: it asks nobody. */
  updates: z.enum(['off', 'check']),
  /** Daygrove stands in the tray (macOS: the menu bar) with today's habits, and stays there when its window is closed. */
  tray: z.boolean(),
  /** The tray's menu names the habits: whoever sees the screen can read them. */
  trayNames: z.boolean(),
  /** The number of habits that are still open today stands on the app's icon. */
  badge: z.boolean(),
  /** Electron's accelerator (`CommandOrControl+Alt+J`) that opens quick capture from everywhere; null: none. */
  captureShortcut: z.string().min(1).max(60).nullable(),
  panes: panesSchema,
  keys: keysSchema,
  recentActions: recentActionsSchema,
});
export type Settings = z.infer<typeof settingsSchema>;

/** What a page needs beside the setting to choose its language (choose-language.ts). */
export const hostLanguageSchema = z.strictObject({
  /** By a flag of QA's, in the place of the setting. */
  forced: z.enum(WORDS).nullable(),
  /** BCP 47, of the person's system, the most wanted first. Empty: the host leaves that to the browser, which knows it. */
  ofSystem: z.array(z.string().max(100)).max(100),
});
export type HostLanguage = z.infer<typeof hostLanguageSchema>;

const actionIdsSchema = z.array(actionIdSchema).max(ACTION_IDS.length);

/** Names of actions only: nothing of what the person wrote. */
export const actionsStateSchema = z.strictObject({
  /** Those that can be done now. */
  available: actionIdsSchema,
  /** Those with a state that are on. */
  checked: actionIdsSchema,
});
export type ActionsState = z.infer<typeof actionsStateSchema>;

export const appContract = {
  'app.info': channel(
    emptySchema,
    z.strictObject({
      version: z.string(),
      host: z.enum(['electron', 'browser']),
      platform: z.enum(['linux', 'mac', 'windows']),
      /** Where everything of this vault lies: an absolute path of this computer. */
      profileFolder: z.string(),
      /** False where the person's system, or QA by flag, asked for no movement. */
      animations: z.boolean(),
      language: hostLanguageSchema,
      settings: settingsSchema,
    }),
  ),
  /** What day it is for the person: the clock may be QA's, so nobody else asks the system. */
  'app.today': channel(
    emptySchema,
    z.strictObject({
      day: daySchema,
      now: instantSchema,
      zone: zoneSchema,
      /** The moment the next day begins; ask again then, and whenever the window comes back. */
      nextDayAt: instantSchema,
    }),
  ),
  'app.change-settings': channel(settingsSchema.omit({ dayEndsAt: true }).partial(), settingsSchema),
  /** A key or pointer was used; the idle lock counts from here. The renderer sends it at most every few seconds. */
  'app.activity': channel(emptySchema, emptySchema),
  /** Opens an https address outside, in the person's own browser. Anything else is not opened. */
  'app.open-link': channel(
    z.strictObject({ address: z.string().max(4000) }),
    z.strictObject({ isOpened: z.boolean() }),
  ),
  /**
   * Puts a secret on the clipboard, and takes it away again if it still is there after `staysSeconds`, with the lock, or when the app ends. `isCopied` false: this host has no
   * clipboard of its own; the page copies, and nobody takes it away.
   */
  'app.copy-secret': channel(
    z.strictObject({ text: z.string().min(1).max(1024) }),
    z.strictObject({ isCopied: z.boolean(), staysSeconds: z.int().min(1) }),
  ),
  /**
   * Writes a copy of a file of the vault where the person chooses, in plain. `isSaved` false: nothing was chosen. Only where the host has a dialog of its own (Electron);
   * elsewhere the page hands the file to its browser. Errors: `not-found`, `disk-full`, `file-not-written`.
   */
  'app.save-attachment': channel(z.strictObject({ id: idSchema }), z.strictObject({ isSaved: z.boolean() })),
  /** What the page's actions come to, for a host that shows them in a menu bar; sent when it has changed. */
  'app.actions-state': channel(actionsStateSchema, emptySchema),
  /** The answer to the event `app.flush`: every text that was still being typed has been written. */
  'app.flushed': channel(emptySchema, emptySchema),
} as const;
