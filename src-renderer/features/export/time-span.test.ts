import { describe, expect, it } from 'vitest';
import { createEnglish } from '../../testing/english.ts';
import { exportFormatSchema } from '../../../src-shared/contract/exports.ts';
import { countWords } from './count-words.ts';
import { FORMATS } from './formats.ts';
import { rangeOf } from './time-span.ts';

const none = { from: '', to: '' };

describe('the time of an export', () => {
  it.each([
    [
      { span: 'everything', ...none },
      { from: null, to: null },
    ],
    [
      { span: 'this-year', ...none },
      { from: '2024-01-01', to: '2024-12-31' },
    ],
    [
      { span: 'last-year', ...none },
      { from: '2023-01-01', to: '2023-12-31' },
    ],
    [
      { span: 'this-month', ...none },
      { from: '2024-02-01', to: '2024-02-29' },
    ],
    [
      { span: 'days', ...none },
      { from: null, to: null },
    ],
    [
      { span: 'days', from: '2024-01-05', to: '' },
      { from: '2024-01-05', to: null },
    ],
    [
      { span: 'days', from: '2024-01-05', to: '2024-01-05' },
      { from: '2024-01-05', to: '2024-01-05' },
    ],
    [{ span: 'days', from: '2024-01-05', to: '2024-01-04' }, null],
  ] as const)('%j', (time, range) => expect(rangeOf(time, '2024-02-10')).toEqual(range));
});

describe('what an export holds, in words', () => {
  const language = createEnglish('en-GB');
  const counts = { entries: 1234, habits: 1, checkIns: 0, media: 2, pictures: 1, inTrash: 2, bytes: 3_200_000 };
  it.each([
    [['entries', 'habits', 'checkIns', 'media'], '1,234 entries, 1 habit and 2 files (3.2 MB)'],
    [['entries', 'pictures'], '1,234 entries and 1 picture (3.2 MB)'],
    [['entries', 'inTrash'], '1,234 entries and 2 entries and habits in the trash'],
    [['checkIns'], ''],
  ] as const)('%j', (holds, words) => expect(countWords(counts, holds, language)).toBe(words));

  it('has no size where none is said', () =>
    expect(countWords({ ...counts, bytes: null }, ['media'], language)).toBe('2 files'));
});

it('offers every format, each once', () => {
  expect(FORMATS.map(({ format }) => format).toSorted()).toEqual(exportFormatSchema.options.toSorted());
});
