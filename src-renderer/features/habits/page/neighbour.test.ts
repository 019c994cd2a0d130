import { expect, it } from 'vitest';
import type { Habit } from '../../../../src-shared/contract/habits.ts';
import { neighbourOf } from './neighbour.ts';

it('steps through the habits in use, or through the archive, and ends at its ends', () => {
  const all = ['a', 'b', 'c', 'd'].map((id) => ({ id, archived: id > 'b' }) as Habit);
  expect(neighbourOf(all, 'a', 1)?.id).toBe('b');
  expect(neighbourOf(all, 'b', 1)).toBeNull();
  expect(neighbourOf(all, 'b', -1)?.id).toBe('a');
  expect(neighbourOf(all, 'a', -1)).toBeNull();
  expect(neighbourOf(all, 'c', 1)?.id).toBe('d');
  expect(neighbourOf(all, 'gone', 1)).toBeNull();
});
