import { expect, it } from 'vitest';
import { createEnglish } from '../../testing/english.ts';
import { thingsIn, totalOf } from './things.ts';

const language = createEnglish('en-GB');
const none = { entries: 0, habits: 0, checkIns: 0, media: 0, others: 0 };

it('names what there is, and nothing of what there is not', () => {
  expect(thingsIn(none, language)).toBe('');
  expect(thingsIn({ ...none, entries: 1 }, language)).toBe('1 entry');
  expect(thingsIn({ entries: 1240, habits: 2, checkIns: 1, media: 3, others: 1 }, language)).toBe(
    '1,240 entries, 2 habits, 1 check-in, 3 photos and files and 1 pause, template or the like',
  );
  expect(thingsIn({ ...none, entries: 2, media: 1 }, language, true)).toBe('2 entries and at most 1 photo or file');
  expect(totalOf({ ...none, entries: 2, media: 1 })).toBe(3);
});

it('says how much of it is new', () => {
  const { say } = language;
  expect(say('import.fresh', { fresh: 0, all: 'no' })).toBe('here already');
  expect(say('import.fresh', { fresh: 1200, all: 'no' })).toBe('1,200 new');
  expect(say('import.fresh', { fresh: 1200, all: 'yes' })).toBe('new');
  expect(say('import.journalCount', { count: 1, fresh: 0, all: 'no' })).toBe('1 entry, here already');
  expect(say('import.journalCount', { count: 5000, fresh: 1200, all: 'no' })).toBe('5,000 entries, 1,200 new');
  expect(say('import.journalCount', { count: 5000, fresh: 5000, all: 'yes' })).toBe('5,000 entries');
});
