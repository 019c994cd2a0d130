import { expect, it } from 'vitest';
import { NUMBERED_KINDS, PLAIN_KINDS, readProblemItem } from './problem-item.ts';

it('what a problem is about is read step by step', () => {
  expect(readProblemItem('journal 2, entry 4, photo 1')).toEqual([
    { type: 'numbered', kind: 'journal', number: 2 },
    { type: 'numbered', kind: 'entry', number: 4 },
    { type: 'numbered', kind: 'photo', number: 1 },
  ]);
  expect(readProblemItem('habit 3, 2026-11-22')).toEqual([
    { type: 'numbered', kind: 'habit', number: 3 },
    { type: 'day', day: '2026-11-22' },
  ]);
  expect(readProblemItem('saved-searches, behind line 0')).toEqual([
    { type: 'archive-file', name: 'saved-searches.jsonl' },
    { type: 'numbered', kind: 'behind line', number: 0 },
  ]);
});

it('every kind is read as itself', () => {
  for (const kind of NUMBERED_KINDS) {
    expect(readProblemItem(`${kind} 7`)).toEqual([{ type: 'numbered', kind, number: 7 }]);
  }
  for (const kind of PLAIN_KINDS) expect(readProblemItem(kind)).toEqual([{ type: 'plain', kind }]);
});

it.each(['moon 3', 'entry', '7', '', 'entry 4 ', 'entry four'])(
  'what this version does not know is kept as it is: %j',
  (said) => {
    expect(readProblemItem(said)).toEqual([{ type: 'unknown', said }]);
  },
);
