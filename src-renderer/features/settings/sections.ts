import type { MessageId } from '../../intl/en.ts';

/**
 * The sections of the settings, in their order: the page, its list of contents and the palette all have them from here. `words`: what somebody may
 * look for who does not know the name of the section.
 */
export const SETTINGS_SECTIONS = [
  { id: 'settings-language', title: 'settings.language', words: 'settings.language.words' },
  { id: 'settings-look', title: 'settings.look', words: 'settings.look.words' },
  { id: 'settings-writing', title: 'settings.writing', words: 'settings.writing.words' },
  { id: 'settings-days', title: 'settings.days', words: 'settings.days.words' },
  { id: 'settings-reminders', title: 'settings.reminders', words: 'settings.reminders.words' },
  { id: 'settings-security', title: 'settings.lock', words: 'settings.lock.words' },
  { id: 'settings-backups', title: 'settings.backups', words: 'settings.backups.words' },
  { id: 'settings-sync', title: 'settings.sync', words: 'settings.sync.words' },
  { id: 'settings-import', title: 'settings.exchange', words: 'settings.exchange.words' },
  { id: 'settings-desktop', title: 'settings.desktop', words: 'settings.desktop.words' },
  { id: 'settings-keyboard', title: 'settings.keys', words: 'settings.keys.words' },
  { id: 'settings-about', title: 'settings.about', words: 'settings.about.words' },
] as const satisfies readonly { readonly id: string; readonly title: MessageId; readonly words: MessageId }[];

export type SettingsSection = (typeof SETTINGS_SECTIONS)[number]['id'];
