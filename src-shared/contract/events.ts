import { z } from 'zod';
import { settingsSchema } from './app.ts';
import { actionIdSchema } from './keys.ts';
import { openedFileStateSchema } from './opened-file.ts';
import { desktopNewsSchema, placeWaitSchema, placeSchema } from './desktop.ts';
import { remindersStateSchema } from './reminders.ts';
import { syncStatusSchema } from './sync.ts';
import { updatesStateSchema } from './updates.ts';
import { idSchema } from './values.ts';
import { vaultProgressSchema, vaultStateSchema } from './vault.ts';

export const workProgressSchema = z.strictObject({
  work: z.enum([
    'import-preview',
    'import-run',
    'import-take-back',
    'sample-load',
    'sample-remove',
    'export',
    'backup',
    'restore',
    'verify',
  ]),
  done: z.int().min(0),
  total: z.int().min(0).nullable(),
});
export type WorkProgress = z.infer<typeof workProgressSchema>;

/** What main says to the renderer without being asked. Events say that something changed; the renderer asks for what it shows. */
/** What the page may have to ask for again. */
export const dataDomainSchema = z.enum([
  'entries',
  'habits',
  'attachments',
  'spelling',
  'templates',
  'searches',
  'preferences',
]);
export type DataDomain = z.infer<typeof dataDomainSchema>;

export const eventsContract = {
  'vault.state': vaultStateSchema,
  'data.changed': z.strictObject({ domains: z.array(dataDomainSchema) }),
  'settings.changed': settingsSchema,
  'sync.status': syncStatusSchema,
  'reminders.state': remindersStateSchema,
  'updates.changed': updatesStateSchema,
  'opened-file.changed': openedFileStateSchema,
  /** Of work on the whole vault that takes long: joining, renewing the key. */
  'vault.progress': vaultProgressSchema,
  /** Of other work that takes long and can be cancelled: see the channel that began it. Units are that work's own; `total` null: not known yet. */
  'work.progress': workProgressSchema,
  /** A part of a chosen file is needed: answer with `imports.piece`. `file`: its place among those of `imports.open`. At most IMPORT_PIECE_BYTES. */
  'imports.wanted': z.strictObject({
    importId: idSchema,
    readId: z.int().min(0),
    file: z.int().min(0),
    offset: z.int().min(0),
    length: z.int().min(1),
  }),
  /** Ask for `backups.state` again. */
  'backups.changed': z.strictObject({}),
  /** The vault is about to be locked or the app to end: write what is still being typed, then call `app.flushed`. */
  'app.flush': z.strictObject({}),
  /** A link, a tray or a second start leads here. Said only while the vault is open. */
  'app.open-place': placeSchema,
  'desktop.news': desktopNewsSchema,
  'desktop.place-wait-changed': placeWaitSchema,
  /** An action chosen outside the page: the menu bar, a second start. The page does it where it can be done now. */
  'app.command': z.strictObject({ command: actionIdSchema }),
} as const;
