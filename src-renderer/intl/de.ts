import { actionsDe } from '../../src-shared/intl/actions-de.ts';
import { app } from './de/app.ts';
import { backups } from './de/backups.ts';
import { beginning } from './de/beginning.ts';
import { capture } from './de/capture.ts';
import { checkIns } from './de/check-ins.ts';
import { entries } from './de/entries.ts';
import { errors } from './de/errors.ts';
import { exports } from './de/exports.ts';
import { files } from './de/files.ts';
import { habitPage } from './de/habit-page.ts';
import { habits } from './de/habits.ts';
import { help } from './de/help.ts';
import { icons } from './de/icons.ts';
import { imports } from './de/imports.ts';
import { insights } from './de/insights.ts';
import { journal } from './de/journal.ts';
import { keyboard } from './de/keyboard.ts';
import { keys } from './de/keys.ts';
import { sample } from './de/sample.ts';
import { search } from './de/search.ts';
import { settings } from './de/settings.ts';
import { sync } from './de/sync.ts';
import { templates } from './de/templates.ts';
import { updates } from './de/updates.ts';
import type { MessageId } from './en.ts';

/** The German catalogue, in ICU message syntax, by feature. One thing has one name, and says du: docs/german.md. */
export const de: Readonly<Record<MessageId, string>> = {
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
  ...actionsDe,
};
