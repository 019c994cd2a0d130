import { describe, expect, it } from 'vitest';
import type { MoodHabit } from '../../../src-shared/contract/insights.ts';
import { createEnglish } from '../../testing/english.ts';
import { moodNumbers, moodSentence } from './mood-sentence.ts';

const { say } = createEnglish('en-GB');

type Comparison = NonNullable<MoodHabit['comparison']>;

function habit(comparison: Partial<Comparison> | null, done = 120, other = 60): MoodHabit {
  return {
    id: '00000000-0000-4000-8000-000000000000',
    name: 'Run',
    archived: false,
    done,
    other,
    comparison:
      comparison === null
        ? null
        : {
            doneMood: 4,
            otherMood: 3.6,
            difference: 0.4,
            low: 0.1,
            high: 0.7,
            p: 0.001,
            adjusted: 0.01,
            isClear: true,
            ...comparison,
          },
  };
}

const sentence = (given: MoodHabit, lag: 'same' | 'after' = 'same'): string =>
  moodSentence(say, 'en-GB', given, lag, 12);

describe('numbers of a difference', () => {
  it('have one digit, and more only where one would make a nought of what is none', () => {
    expect(moodNumbers('en-GB', [0.4, 0.1, 0.71])).toEqual(['0.4', '0.1', '0.7']);
    expect(moodNumbers('en-GB', [0.31, 0.02, 0.6])).toEqual(['0.3', '0.02', '0.6']);
    // It does not end at nought: it goes beyond.
    expect(moodNumbers('en-GB', [-0.94, 0.004])).toEqual(['−0.9', '0.004']);
    expect(moodNumbers('de-AT', [0.4])).toEqual(['0,4']);
  });

  it('have a true minus, and none where nothing is left to be less', () => {
    expect(moodNumbers('en-GB', [-0.36, 0, -0.0001, -0.03])).toEqual(['−0.4', '0.0', '0.0', '−0.03']);
  });
});

describe('what is said of a habit', () => {
  it('names the direction and gives its size without a sign', () => {
    expect(sentence(habit({}))).toBe('Better mood on done days: 0.4 (0.1 to 0.7), 120 days done and 60 other days');
    expect(sentence(habit({ difference: -0.4, low: -0.7, high: -0.1 }), 'after')).toBe(
      'Lower mood the day after it was done: 0.4 (0.1 to 0.7), 120 days done and 60 other days',
    );
  });

  it('claims nothing that may be chance', () => {
    expect(sentence(habit({ low: -0.1, p: 0.2, adjusted: 0.4, isClear: false }, 40, 50))).toBe(
      'No clear difference, it may be chance (−0.1 to 0.7), 40 days done and 50 other days',
    );
  });

  it('says when only the number of habits makes it no claim', () => {
    expect(sentence(habit({ p: 0.03, adjusted: 0.3, isClear: false }))).toBe(
      'No clear difference: among 12 habits, one like this may well be chance (0.1 to 0.7), 120 days done and 60 other days',
    );
  });

  it('says what is missing', () => {
    expect(sentence(habit(null, 1, 30))).toBe(
      'Needs 20 days with a mood of each kind. So far: 1 day done and 30 other days',
    );
  });
});
