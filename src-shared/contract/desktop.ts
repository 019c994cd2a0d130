import { z } from 'zod';
import { channel } from './channel.ts';
import { emptySchema } from './values.ts';

/** Whether something of the desktop's can be had: not every host has it (the browser host), and not every system. */
export const abilitySchema = z.enum(['available', 'host-has-none', 'system-has-none']);
export type Ability = z.infer<typeof abilitySchema>;

export const DESKTOP_FEATURES = [
  'tray',
  'badge',
  'captureShortcut',
  'captureWindow',
  'startAtLogin',
  'deepLinks',
  'dragOut',
  'menuBar',
  'notifications',
  'keychain',
  'updates',
] as const;
export type DesktopFeature = (typeof DESKTOP_FEATURES)[number];
export const abilitiesSchema = z.strictObject(
  Object.fromEntries(DESKTOP_FEATURES.map((name) => [name, abilitySchema])) as Record<
    DesktopFeature,
    typeof abilitySchema
  >,
);
export type DesktopAbilities = z.infer<typeof abilitiesSchema>;

export const desktopContract = {
  /** What this host and this system can do beyond the page; the settings say so plainly where something cannot be had. */
  'desktop.abilities': channel(emptySchema, abilitiesSchema),
} as const;
