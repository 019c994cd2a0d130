import { z } from 'zod';
import { MAX_CAPTURE_BYTES } from '../domain/capture.ts';
import { hostLanguageSchema, settingsSchema } from './app.ts';
import { channel } from './channel.ts';
import { emptySchema, idSchema, moodSchema } from './values.ts';

/**
 * Where what is written now would go. `journal`: the vault is open. `inbox`: it is locked, and the text is sealed to its public key. `needs-unlock`: it is locked, and this
 * computer does not have that key yet. `absent`: there is no vault.
 */
export const captureWaySchema = z.enum(['journal', 'inbox', 'needs-unlock', 'absent']);
export type CaptureWay = z.infer<typeof captureWaySchema>;

/**
 * How the person's global shortcut is. `taken`: another program has it, or the system keeps it for itself. `unreadable`: it is no shortcut. `desktop-decides`: the desktop
 * (Wayland) takes the wish and does not tell what became of it.
 */
export const captureShortcutStateSchema = z.enum([
  'off',
  'active',
  'taken',
  'unreadable',
  'desktop-decides',
  'host-has-none',
]);
export type CaptureShortcutState = z.infer<typeof captureShortcutStateSchema>;

/** What a window of quick capture may call. Nothing here says anything of what was written before. */
export const captureContract = {
  'capture.state': channel(
    emptySchema,
    z.strictObject({
      way: captureWaySchema,
      theme: settingsSchema.shape.theme,
      languageSetting: settingsSchema.shape.language,
      language: hostLanguageSchema,
      platform: z.enum(['linux', 'mac', 'windows']),
      animations: z.boolean(),
    }),
  ),
  /**
   * Keeps a text, or a mood without one. Answered when it is on the disk: as an entry of the open vault, or sealed in the inbox of a locked one. `id` is the capture's own:
   * sent again with the same text, it is the same capture. Day, instant and zone are the app's own at the call.
   * Errors: `capture-needs-unlock`, `vault-absent`, `capture-too-long` (MAX_CAPTURE_BYTES), `capture-full` (MAX_INBOX_ITEMS), `disk-full`, `profile-read-only`,
   * `invalid-input` where there is neither text nor mood. Behind each of them nothing was kept, and the text is still the page's.
   */
  'capture.write': channel(
    z
      // A character is a byte at least.
      .strictObject({ id: idSchema, text: z.string().max(MAX_CAPTURE_BYTES), mood: moodSchema.nullable() })
      .refine(({ text, mood }) => text.trim() !== '' || mood !== null),
    z.strictObject({ keptIn: z.enum(['journal', 'inbox']) }),
  ),
} as const;

/** What the main page asks of quick capture; its window may not. */
export const captureInboxContract = {
  /**
   * What the last unlock found in the inbox. `taken`: became entries, told once, when all were looked at; until then `isTaking`:
   * ask again when entries have changed. `waiting`: could not become any now (a full disk); the next unlock takes them in.
   * `unreadable`: do not open, and lie where they were. `otherVaults`: sealed to another vault, named by the first characters of its id. `keyChangedAt`: since when this computer has known that somebody put another key in the place of the vault's own;
   * null: nobody did, or `capture.dismiss-key-change` was called. Error: `vault-locked`.
   */
  'capture.inbox': channel(
    emptySchema,
    z.strictObject({
      taken: z.int().min(0),
      isTaking: z.boolean(),
      waiting: z.int().min(0),
      unreadable: z.int().min(0),
      otherVaults: z.array(z.strictObject({ vault: z.string(), items: z.int().min(1) })),
      folder: z.string(),
      keyChangedAt: z.iso.datetime().nullable(),
    }),
  ),
  'capture.dismiss-key-change': channel(emptySchema, emptySchema),
  'capture.shortcut': channel(emptySchema, z.strictObject({ state: captureShortcutStateSchema })),
} as const;
