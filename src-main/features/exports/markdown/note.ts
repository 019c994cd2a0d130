import { obsidianTags } from '../../../../src-shared/domain/obsidian-tag.ts';
import { moodWord } from '../export-texts.ts';
import { localTime } from '../entry-times.ts';
import { legalName } from '../file-names.ts';
import type { ExportedEntry } from '../vault-content.ts';
import { frontMatter, Moment } from './front-matter.ts';

/** Bytes: a title is there to be recognised. */
const TITLE_BYTES = 90;

/** `2026-11-25 The first frost`; without its title where it has none. */
export function noteName({ day, title }: ExportedEntry): string {
  const words = legalName(title, '', TITLE_BYTES);
  return words === '' ? day : `${day} ${words}`;
}

/** A note of Obsidian's. @param body with links that lead to the files beside it */
export function noteText(entry: ExportedEntry, body: string): string {
  const { id, day, title, createdAt, updatedAt, zone, mood, tags, location, starred } = entry;
  const noteTags = obsidianTags(tags);
  const properties = {
    title,
    date: new Moment(day),
    created: new Moment(localTime(createdAt, zone)),
    updated: new Moment(localTime(updatedAt, zone)),
    zone,
    mood,
    mood_word: mood === null ? null : moodWord(mood).toLowerCase(),
    tags: noteTags,
    // Where Obsidian cannot have them as they are: Daygrove reads them back.
    daygrove_tags: noteTags.join('\n') === tags.join('\n') ? [] : tags,
    location,
    starred,
    id,
  };
  return `${frontMatter(properties)}${body === '' ? '' : `\n${body}${body.endsWith('\n') ? '' : '\n'}`}`;
}
