import { describe, expect, it } from 'vitest';
import { importProblemSchema } from '../../../src-shared/contract/imports.ts';
import type { ImportProblem } from '../../../src-shared/contract/imports.ts';
import { createLanguage } from '../../intl/language.ts';
import { groupProblems, isLeftOut } from './problem-groups.ts';
import { reasonSentence } from './problem-sentences.ts';

const problems: readonly ImportProblem[] = [
  { item: 'entry 4, photo 1', reason: 'media-missing' },
  { item: 'entry 4, photo 2', reason: 'media-missing' },
  { item: 'entry 4, audio 1', reason: 'media-missing' },
  { item: 'entry 9', reason: 'unknown-zone' },
  { item: 'journal 2, entry 4, photo 1', reason: 'media-missing' },
  { item: 'habit 3, 2026-11-22', reason: 'value-out-of-range' },
];

function many(reason: ImportProblem['reason'], count: number): ImportProblem[] {
  return Array.from({ length: count }, (_, at) => ({ item: `entry ${String(at + 1)}`, reason }));
}

describe('what an import says of its file', () => {
  it('counts the media of an entry, and names the entry once', () => {
    const [media] = groupProblems(problems, problems.length);
    expect(media).toEqual({
      reason: 'media-missing',
      count: 4,
      isAtLeast: false,
      things: [
        { item: 'entry 4', parts: ['photo 1', 'photo 2', 'audio 1'] },
        { item: 'journal 2, entry 4', parts: ['photo 1'] },
      ],
    });
  });

  it('keeps the name of anything else whole', () => {
    expect(groupProblems(problems, problems.length).at(-1)?.things).toEqual([
      { item: 'habit 3, 2026-11-22', parts: [] },
    ]);
  });

  it('counts what the app did not list with the one kind that it can be', () => {
    const listed = [...many('duplicate-in-file', 197), ...many('unknown-zone', 3)];
    expect(groupProblems(listed, 5000).map(({ count, isAtLeast }) => [count, isAtLeast])).toEqual([
      [4997, false],
      [3, false],
    ]);
  });

  it('says "at least" where it can be more than one kind', () => {
    const listed = [...many('duplicate-in-file', 99), ...many('unknown-zone', 98), ...many('encrypted', 3)];
    expect(groupProblems(listed, 900).map(({ count, isAtLeast }) => [count, isAtLeast])).toEqual([
      [99, true],
      [98, true],
      [3, false],
    ]);
  });

  it('has a sentence for every reason, for one and for many', () => {
    const { say } = createLanguage('en-GB');
    for (const reason of importProblemSchema.shape.reason.options) {
      for (const count of [1, 5]) expect(say(reasonSentence(reason), { count })).toMatch(/^[A-Z][^{}]+\.$/u);
    }
    expect(say(reasonSentence('duplicate-in-file'), { count: 1 })).toBe('In the file twice. It is taken once.');
  });

  it('tells what stayed out from what was taken another way', () => {
    expect(problems.filter(isLeftOut).map(({ reason }) => reason)).not.toContain('unknown-zone');
    expect(problems.filter(isLeftOut)).toHaveLength(5);
  });
});
