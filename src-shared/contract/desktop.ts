import { z } from 'zod';
import { channel } from './channel.ts';
import { daySchema, emptySchema, idSchema } from './values.ts';

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

/** A place in the app that something outside of the window leads to. It is shown, or an empty entry is begun; nothing is written. */
export const placeSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('today') }),
  z.strictObject({ type: z.literal('new-entry') }),
  z.strictObject({ type: z.literal('habit'), id: idSchema }),
  z.strictObject({ type: z.literal('day'), day: daySchema }),
]);
export type Place = z.infer<typeof placeSchema>;

/** What the page tells on behalf of what stands outside of it: a link that leads nowhere, a tick in the tray that was not written down. */
export const desktopNewsSchema = z.strictObject({ news: z.enum(['link-not-understood', 'tick-failed']) });
export type DesktopNews = z.infer<typeof desktopNewsSchema>['news'];

const startAtLoginSchema = z.strictObject({ isOn: z.boolean() });

/** Milliseconds for which the place that a link leads to still waits behind the lock; null: none waits. */
export const placeWaitSchema = z.strictObject({ msLeft: z.number().min(0).nullable() });
export type PlaceWait = z.infer<typeof placeWaitSchema>;

export const desktopContract = {
  /** What this host and this system can do beyond the page; the settings say so plainly where something cannot be had. */
  'desktop.abilities': channel(emptySchema, abilitiesSchema),
  /** Whether a place waits for the unlock; told anew by `desktop.place-wait-changed`. Not which. */
  'desktop.place-wait': channel(emptySchema, placeWaitSchema),
  /** As the system has it now: it can be changed there too. Errors: `not-found` where this host or system has none. */
  'desktop.start-at-login': channel(emptySchema, startAtLoginSchema),
  /** Answers as the system has it behind the change. Errors: `not-found`; `start-at-login-refused` where the system did not take it. */
  'desktop.set-start-at-login': channel(startAtLoginSchema, startAtLoginSchema),
} as const;
