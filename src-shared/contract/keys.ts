import { z } from 'zod';
import { ACTION_IDS } from '../actions/definitions.ts';
import { MOST_RECENT_ACTIONS } from '../actions/recent-actions.ts';

export const actionIdSchema = z.enum(ACTION_IDS);

const shortcutSchema = z.strictObject({
  key: z.string().min(1).max(20),
  code: z.string().min(1).max(20).optional(),
  mod: z.boolean().optional(),
  shift: z.boolean().optional(),
  alt: z.boolean().optional(),
});

export const chosenKeySchema = z.strictObject({ action: actionIdSchema, shortcut: shortcutSchema.nullable() });

const chosenKeysSchema = z.array(chosenKeySchema).max(ACTION_IDS.length);

/** Keys that the person has put in the place of ours: src-shared/actions/chosen-keys.ts. */
export const keysSchema = z.strictObject({ mac: chosenKeysSchema, pc: chosenKeysSchema });

/** Commands that were chosen in the list of all commands, newest first. Their names only: nothing of what was looked for. */
export const recentActionsSchema = z.array(actionIdSchema).max(MOST_RECENT_ACTIONS);
