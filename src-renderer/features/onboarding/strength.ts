import type { MessageId } from '../../intl/en.ts';

/** zxcvbn's scale: 0 falls to the first guesses, 4 holds against a stolen file. */
export type Score = 0 | 1 | 2 | 3 | 4;

export const MIN_PASSPHRASE_LENGTH = 8;
/** Below this a passphrase is not taken: it would fall in minutes. */
export const LOWEST_SCORE: Score = 2;

/** Guessing gets no harder behind this many characters, and the estimate gets slow. */
const MEASURED_LENGTH = 72;

export interface StrengthWords {
  readonly name: MessageId;
  /** What would make it better; null where it is as good as it gets. */
  readonly advice: MessageId | null;
}

const WORDS: Readonly<Record<Score, StrengthWords>> = {
  0: { name: 'strength.0', advice: 'strength.0.advice' },
  1: { name: 'strength.1', advice: 'strength.1.advice' },
  2: { name: 'strength.2', advice: 'strength.2.advice' },
  3: { name: 'strength.3', advice: 'strength.3.advice' },
  4: { name: 'strength.4', advice: null },
};

export function strengthWords(score: Score): StrengthWords {
  return WORDS[score];
}

/** Whether a passphrase may lock a vault; a score of null is not measured yet. */
export function isAcceptable(passphrase: string, score: Score | null): boolean {
  return passphrase.length >= MIN_PASSPHRASE_LENGTH && score !== null && score >= LOWEST_SCORE;
}

/** Loads the dictionaries, which are a megabyte, and answers with the function that measures. */
export async function loadMeter(): Promise<(passphrase: string) => Score> {
  const { createMeter } = await import('./zxcvbn.ts');
  const measure = createMeter();
  return (passphrase) => measure(passphrase.slice(0, MEASURED_LENGTH));
}
