import { cleanText, cutText } from '../clean-text.ts';

export const MAX_NAME = 200;
export const MAX_QUESTION = 500;
export const MAX_DESCRIPTION = 5000;
export const MAX_GROUP = 60;
export const MAX_UNIT = 60;
export const MAX_NOTE = 2000;
/** Targets and amounts beyond it are no numbers that a person counts. */
export const MAX_AMOUNT = Number.MAX_SAFE_INTEGER;

/** As much of a name or an id as tells habits apart: a stranger's may be of any length. */
export function keyPart(text: string): string {
  return cutText(text, 500);
}

/** A text of one line. */
export function line(text: string): string {
  // No pattern that looks for spaces around a line's end: a stranger's megabyte of spaces would take it minutes.
  return cleanText(text)
    .split('\n')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
}

export interface HabitWords {
  readonly name: string;
  readonly question: string;
  readonly description: string;
}

/**
 * Brings a habit's words to the length of their fields. A name or question that is too long goes on in the description, whole.
 * @param fallback what a habit without a name is called
 * @param outOfRange told of what is too long and of a missing name
 */
export function habitWords(written: HabitWords, fallback: string, outOfRange: () => void): HabitWords {
  const question = cleanText(written.question).trim();
  const parts = [cleanText(written.description).trim()];
  let name = line(written.name);
  if (name === '') {
    outOfRange();
    name = fallback;
  }
  if (name.length > MAX_NAME) {
    outOfRange();
    parts.push(name);
  }
  if (question.length > MAX_QUESTION) {
    outOfRange();
    parts.push(question);
  }
  const description = parts.filter((part) => part !== '').join('\n\n');
  if (description.length > MAX_DESCRIPTION) outOfRange();
  return {
    // A cut may end in a space, which the contract does not let a text end in.
    name: cutText(name, MAX_NAME).trim(),
    question: cutText(question, MAX_QUESTION).trim(),
    description: cutText(description, MAX_DESCRIPTION).trim(),
  };
}

/** A note of a check-in; null where nothing is written. */
export function noteOf(text: string, outOfRange: () => void): string | null {
  const note = cleanText(text).trim();
  if (note === '') return null;
  if (note.length > MAX_NOTE) outOfRange();
  return cutText(note, MAX_NOTE).trim();
}
