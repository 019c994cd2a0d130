import type { Mood } from '../../../src-shared/contract/values.ts';

/** What is in the fields of a capture. */
export interface Draft {
  readonly text: string;
  readonly mood: Mood | null;
}

export const EMPTY: Draft = { text: '', mood: null };

export function isEmpty({ text, mood }: Draft): boolean {
  return text.trim() === '' && mood === null;
}

/** What was added to a draft while `sent` was on its way, and is kept by nothing yet. Where the text was changed and not only gone on with, that is all of it. */
export function restOf(sent: Draft, now: Draft): Draft {
  return {
    text: now.text.startsWith(sent.text) ? now.text.slice(sent.text.length).trimStart() : now.text,
    mood: now.mood === sent.mood ? null : now.mood,
  };
}
