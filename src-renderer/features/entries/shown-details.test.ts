import { expect, it } from 'vitest';
import { shallow } from 'zustand/shallow';
import type { Entry } from '../../../src-shared/contract/entries.ts';
import type { Draft } from './autosave.ts';
import { shownDetails } from './entries-store.ts';

const entry: Entry = {
  id: '1',
  day: '2026-11-22',
  createdAt: '2026-11-22T08:00:00.000Z',
  updatedAt: '2026-11-22T08:00:00.000Z',
  zone: 'UTC',
  title: 'A title',
  location: '',
  body: 'text',
  mood: null,
  tags: ['sea'],
  ownTags: ['sea'],
  starred: false,
  revision: 'a',
  conflicts: 0,
};
const typed = (body: string): Draft => ({ unsaved: { body }, state: 'typing', error: null });

it('stays the same while a text is typed, so that nothing around it is drawn again', () => {
  expect(shallow(shownDetails(entry, typed('a')), shownDetails(entry, typed('ab')))).toBe(true);
  expect(shallow(shownDetails(undefined, typed('a')), shownDetails(undefined, typed('ab')))).toBe(true);
  const starred = { ...typed('a'), unsaved: { body: 'a', starred: true } };
  expect(shallow(shownDetails(entry, typed('a')), shownDetails(entry, starred))).toBe(false);
});
