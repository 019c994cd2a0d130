import { describe, expect, it } from 'vitest';
import type { ImportPreview } from '../../../src-shared/contract/imports.ts';
import { addedWith, firstChoices, isJournalTaken, withJournals, withMood } from './choices.ts';

const preview: ImportPreview = {
  format: 'day-one',
  found: { entries: 12, habits: 0, checkIns: 0, media: 4, others: 0 },
  fresh: { entries: 10, habits: 0, checkIns: 0, media: 4, others: 0 },
  repeatedNames: 0,
  repeatedNameList: [],
  namesHere: [],
  firstDay: '2019-07-04',
  lastDay: '2024-04-16',
  journals: [
    { name: 'Allotment', entries: 7, fresh: 6 },
    { name: 'Work', entries: 4, fresh: 3 },
  ],
  unlistedJournalEntries: 0,
  moods: [
    { word: 'grumpy', entries: 2, suggested: 2 },
    { word: 'meh', entries: 1, suggested: null },
  ],
  unlistedMoodEntries: 0,
  problems: [],
  problemTallies: [],
};

describe('what a person is asked before an import', () => {
  it('begins with everything: all journals, their names as tags, moods as they are suggested', () => {
    expect(firstChoices(preview)).toEqual({
      withoutJournals: [],
      journalAsTag: true,
      moods: [
        { word: 'grumpy', mood: 2 },
        { word: 'meh', mood: null },
      ],
    });
    expect(firstChoices({ ...preview, journals: [] }).journalAsTag).toBe(false);
  });

  it('leaves journals out, and counts without them', () => {
    const without = withJournals(preview, firstChoices(preview), ['Work'], false);
    expect(without.withoutJournals).toEqual(['Work']);
    expect(isJournalTaken(without, 'Work')).toBe(false);
    // One entry is in no journal, and always taken.
    expect(addedWith(preview, without)).toEqual({ counts: { ...preview.fresh, entries: 7 }, isUpTo: true });
    const none = withJournals(preview, without, ['Allotment', 'Work'], false);
    expect(none.withoutJournals).toEqual(['Allotment', 'Work']);
    expect(addedWith(preview, none).counts.entries).toBe(1);
    const onlyJournals = { ...preview, fresh: { ...preview.fresh, entries: 9 } };
    expect(addedWith(onlyJournals, none)).toEqual({
      counts: { entries: 0, habits: 0, checkIns: 0, media: 0, others: 0 },
      isUpTo: false,
    });
  });

  it('takes all of them as all of them, and never leaves out what the list does not name', () => {
    const none = withJournals(preview, firstChoices(preview), ['Allotment', 'Work'], false);
    const back = withJournals(preview, withJournals(preview, none, ['Work'], true), ['Allotment'], true);
    expect(back.withoutJournals).toEqual([]);
    expect(addedWith(preview, back)).toEqual({ counts: preview.fresh, isUpTo: false });
  });

  it('gives one word another mood, or none', () => {
    const changed = withMood(withMood(firstChoices(preview), 'meh', 3), 'grumpy', null);
    expect(changed.moods).toEqual([
      { word: 'grumpy', mood: null },
      { word: 'meh', mood: 3 },
    ]);
  });
});
