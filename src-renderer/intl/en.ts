import { actionsEn } from '../../src-shared/intl/actions-en.ts';
import { app } from './en/app.ts';
import { backups } from './en/backups.ts';
import { beginning } from './en/beginning.ts';
import { capture } from './en/capture.ts';
import { checkIns } from './en/check-ins.ts';
import { entries } from './en/entries.ts';
import { errors } from './en/errors.ts';
import { exports } from './en/exports.ts';
import { files } from './en/files.ts';
import { habitPage } from './en/habit-page.ts';
import { habits } from './en/habits.ts';
import { help } from './en/help.ts';
import { icons } from './en/icons.ts';
import { imports } from './en/imports.ts';
import { insights } from './en/insights.ts';
import { journal } from './en/journal.ts';
import { keyboard } from './en/keyboard.ts';
import { keys } from './en/keys.ts';
import { sample } from './en/sample.ts';
import { search } from './en/search.ts';
import { settings } from './en/settings.ts';
import { sync } from './en/sync.ts';
import { templates } from './en/templates.ts';
import { updates } from './en/updates.ts';

/** The English catalogue, in ICU message syntax, by feature. Its spelling is British, and one thing has one name: docs/ARCHITECTURE.md, Words. */
export const en = {
  ...app,
  ...backups,
  ...beginning,
  ...capture,
  ...checkIns,
  ...entries,
  ...errors,
  ...exports,
  ...files,
  ...habitPage,
  ...habits,
  ...help,
  ...icons,
  ...imports,
  ...insights,
  ...journal,
  ...keyboard,
  ...keys,
  ...sample,
  ...search,
  ...settings,
  ...sync,
  ...templates,
  ...updates,
  ...actionsEn,
} as const;

export type MessageId = keyof typeof en;
/** Every message in one language. */
export type Catalogue = Readonly<Record<MessageId, string>>;
