import { describe, expect, it } from 'vitest';
import { importProblemSchema } from '../../../src-shared/contract/imports.ts';
import type { ImportProblem } from '../../../src-shared/contract/imports.ts';
import { de } from '../../intl/de.ts';
import { createLanguage } from '../../intl/language.ts';
import { createEnglish } from '../../testing/english.ts';
import { groupProblems, isLeftOut } from './problem-groups.ts';
import type { ProblemThing } from './problem-groups.ts';
import { placeInWords } from './problem-place.ts';
import { reasonSentence } from './problem-sentences.ts';

const problems: readonly ImportProblem[] = [
  { item: 'entry 4, photo 1', reason: 'media-missing' },
  { item: 'entry 4, photo 2', reason: 'media-missing' },
  { item: 'entry 4, audio 1', reason: 'media-missing' },
  { item: 'entry 9', reason: 'unknown-zone' },
  { item: 'journal 2, entry 4, photo 1', reason: 'media-missing', journal: 'Travel', day: '2016-01-18' },
  { item: 'habit 3, 2026-11-22', reason: 'value-out-of-range' },
  { item: 'weather', reason: 'kind-left-out', count: 812 },
];
const problemTallies = [
  { reason: 'media-missing', journal: null, count: 5000 },
  { reason: 'unknown-zone', journal: null, count: 1 },
  { reason: 'media-missing', journal: 'Travel', count: 1 },
  { reason: 'value-out-of-range', journal: null, count: 1 },
  { reason: 'kind-left-out', journal: null, count: 812 },
] as const;
const groups = groupProblems({ problems: [...problems], problemTallies: [...problemTallies] });

describe('what an import says of its file', () => {
  it('counts all, and names an entry once for all of its media', () => {
    expect(groups.map(({ reason, count }) => [reason, count])).toEqual([
      ['media-missing', 5001],
      ['unknown-zone', 1],
      ['value-out-of-range', 1],
      ['kind-left-out', 812],
    ]);
    expect(groups[0]?.things).toEqual([
      { item: 'entry 4', parts: ['photo 1', 'photo 2', 'audio 1'], count: 3 },
      { item: 'journal 2, entry 4', journal: 'Travel', day: '2016-01-18', parts: ['photo 1'], count: 1 },
    ]);
  });

  it('keeps the name of anything else whole', () => {
    expect(groups[2]?.things).toEqual([{ item: 'habit 3, 2026-11-22', parts: [], count: 1 }]);
  });

  it('says where a thing is found, in words that a person can look for', () => {
    const language = createEnglish('en-US');
    const words = (thing: Partial<ProblemThing>): string =>
      placeInWords({ item: 'entry 4', parts: [], count: 1, ...thing }, language);
    const day = '2016-01-18';
    expect(words({ day, journal: 'Travel', parts: ['photo 1'] })).toBe('Travel, January 18, 2016, photo 1');
    expect(words({ day })).toBe('January 18, 2016');
    expect(words({ day, journal: 'Work', path: 'Work/walk.md', parts: ['file 2'] })).toBe('Work/walk.md, file 2');
    expect(words({ item: 'journal 2, entry 9', journal: 'Travel' })).toBe('Travel, entry 9');
    expect(words({ item: 'journal 2', journal: 'Travel' })).toBe('Travel');
    expect(words({ item: 'weather', journal: 'Travel', count: 812 })).toBe('Travel, weather, 812 times');
    expect(words({ item: 'habit 3, 2026-11-22' })).toBe('habit 3, November 22, 2026');
    expect(words({ item: 'entries, behind line 4' })).toBe('entries.jsonl, behind line 4');
    expect(words({ item: 'moon 3' })).toBe('moon 3');
    expect(words({})).toBe('entry 4');
  });

  it('says so in German too', () => {
    const german = createLanguage({ locale: 'de-AT', direction: 'ltr' }, de);
    const words = (thing: Partial<ProblemThing>): string =>
      placeInWords({ item: 'entry 4', parts: [], count: 1, ...thing }, german);
    expect(words({ item: 'journal 2, entry 9', journal: 'Reisen', parts: ['photo 1'] })).toBe(
      'Reisen, Eintrag 9, Foto 1',
    );
    expect(words({ item: 'weather', journal: 'Reisen', count: 812 })).toBe('Reisen, Wetter, 812-mal');
    expect(words({ item: 'habit 3, 2026-11-22' })).toBe('Gewohnheit 3, 22. November 2026');
  });

  it('has a sentence for every reason, for one and for many, before and behind', () => {
    const { say } = createEnglish('en-GB');
    for (const reason of importProblemSchema.shape.reason.options) {
      for (const count of [1, 5]) {
        const [before, behind] = ['no', 'yes'].map((over) => say(reasonSentence(reason), { count, over }));
        expect(before).toMatch(/^[A-Z][^{}]+\.$/u);
        expect(behind).toMatch(/^[A-Z][^{}]+\.$/u);
        expect(behind).not.toBe(before);
        expect(behind).not.toMatch(/\bstays?\b/u);
      }
    }
    const twice = (count: number, over: string) => say(reasonSentence('duplicate-in-file'), { count, over });
    expect(twice(1, 'no')).toBe('In the file twice. It is taken once.');
    expect(twice(5, 'yes')).toBe('In the file twice. They were taken once.');
  });

  it('tells what stayed out from what was taken another way', () => {
    expect(problems.filter(isLeftOut).map(({ reason }) => reason)).not.toContain('unknown-zone');
    expect(problems.filter(isLeftOut)).toHaveLength(6);
  });
});
