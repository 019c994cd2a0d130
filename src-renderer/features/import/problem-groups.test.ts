import { describe, expect, it } from 'vitest';
import type { ImportProblem } from '../../../src-shared/contract/imports.ts';
import { createLanguage } from '../../intl/language.ts';
import { groupProblems, isLeftOut } from './problem-groups.ts';

const problems: readonly ImportProblem[] = [
  { item: 'entry 4, photo 1', reason: 'media-left-out' },
  { item: 'entry 4, photo 2', reason: 'media-left-out' },
  { item: 'entry 4, audio 1', reason: 'media-left-out' },
  { item: 'entry 9', reason: 'unknown-zone' },
  { item: 'journal 2, entry 4, photo 1', reason: 'media-left-out' },
  { item: 'habit 3, 2026-11-22', reason: 'value-out-of-range' },
];

describe('what an import says of its file', () => {
  it('counts the media of an entry, and the entry once', () => {
    const [media] = groupProblems(problems);
    expect(media).toEqual({
      reason: 'media-left-out',
      count: 4,
      things: [
        { item: 'entry 4', parts: ['photo 1', 'photo 2', 'audio 1'] },
        { item: 'journal 2, entry 4', parts: ['photo 1'] },
      ],
    });
    const { say } = createLanguage('en-GB');
    expect(say('import.problem.mediaLeftOut', { count: 4, entries: 2 })).toBe(
      '4 photos and recordings in 2 entries stay out for now. The text is taken.',
    );
  });

  it('keeps the name of anything else whole', () => {
    expect(groupProblems(problems).at(-1)?.things).toEqual([{ item: 'habit 3, 2026-11-22', parts: [] }]);
  });

  it('tells what stayed out from what was taken another way', () => {
    expect(problems.filter(isLeftOut).map(({ reason }) => reason)).not.toContain('unknown-zone');
    expect(problems.filter(isLeftOut)).toHaveLength(5);
  });
});
