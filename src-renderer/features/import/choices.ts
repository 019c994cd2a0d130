import type { ImportChoices, ImportCounts, ImportPreview } from '../../../src-shared/contract/imports.ts';
import type { Mood } from '../../../src-shared/contract/values.ts';

/** Everything is taken, and nothing that the file says of it is lost. */
export function firstChoices({ journals, moods }: ImportPreview): ImportChoices {
  return {
    withoutJournals: [],
    journalAsTag: journals.length > 1,
    moods: moods.map(({ word, suggested }) => ({ word, mood: suggested })),
  };
}

export function isJournalTaken({ withoutJournals }: ImportChoices, name: string): boolean {
  return !withoutJournals.includes(name);
}

/** Takes journals in or leaves them out. */
export function withJournals(
  preview: ImportPreview,
  choices: ImportChoices,
  names: readonly string[],
  isTaken: boolean,
): ImportChoices {
  const withoutJournals = preview.journals
    .map(({ name }) => name)
    .filter((name) => (names.includes(name) ? !isTaken : !isJournalTaken(choices, name)));
  return { ...choices, withoutJournals };
}

export function withMood(choices: ImportChoices, word: string, mood: Mood | null): ImportChoices {
  return { ...choices, moods: choices.moods.map((known) => (known.word === word ? { word, mood } : known)) };
}

export interface Added {
  readonly counts: ImportCounts;
  /** True where journals stay out that may hold some of the photos and files: their number is not known by journal. */
  readonly isUpTo: boolean;
}

/** What an import with these choices adds. */
export function addedWith({ fresh, journals }: ImportPreview, choices: ImportChoices): Added {
  const left = journals.filter(({ name }) => !isJournalTaken(choices, name));
  const leftEntries = left.reduce((sum, journal) => sum + journal.fresh, 0);
  const entries = Math.max(0, fresh.entries - leftEntries);
  // Photos without an entry are nobody's wish.
  const media = leftEntries > 0 && entries === 0 ? 0 : fresh.media;
  return { counts: { ...fresh, entries, media }, isUpTo: leftEntries > 0 && media > 0 };
}
