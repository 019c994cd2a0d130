/** What stands in the sample journal, in one language. Days are counted back from the day on which it is looked at. */
export interface SampleEntryText {
  /** Days before today. */
  readonly ago: number;
  /** On the wall, `HH:MM`. */
  readonly time: string;
  /** Markdown; `sample:NAME` is the address of a picture. */
  readonly body: string;
  readonly title?: string;
  readonly place?: string;
  /** 1 to 5. */
  readonly mood?: number;
  readonly tags?: readonly string[];
  readonly starred?: true;
}

export const SAMPLE_HABITS = ['walk', 'read', 'run', 'piano', 'phone', 'coffee', 'call', 'plants'] as const;
export type SampleHabit = (typeof SAMPLE_HABITS)[number];

export const SAMPLE_PICTURES = ['lake', 'hills'] as const;
export type SamplePicture = (typeof SAMPLE_PICTURES)[number];

export interface SampleHabitText {
  readonly name: string;
  readonly question?: string;
  readonly description?: string;
  readonly group?: string;
  /** Of an amount. */
  readonly unit?: string;
}

export interface SampleTexts {
  /** From the newest to the oldest. */
  readonly entries: readonly SampleEntryText[];
  readonly habits: Readonly<Record<SampleHabit, SampleHabitText>>;
  /** Names of the picture files. */
  readonly pictures: Readonly<Record<SamplePicture, string>>;
  /** Why the running was paused. */
  readonly pauseReason: string;
  /** Notes of check-ins, and of days that were skipped. */
  readonly notes: readonly string[];
  readonly excuses: readonly string[];
}
