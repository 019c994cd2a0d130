import { describe, expect, it } from 'vitest';
import { en } from '../../intl/en.ts';
import { createEnglish } from '../../testing/english.ts';
import { findIcons, namedIcons } from './find-icons.ts';
import { HABIT_ICONS } from './habit-icons.ts';

const icons = namedIcons(createEnglish('en-GB').find);
const found = (typed: string): readonly string[] => findIcons(icons, typed).map(({ id }) => id);

describe('the pictures of habits', () => {
  it('have each a name of their own, and no name is without a picture', () => {
    const names = Object.keys(en).filter((id) => id.startsWith('icon.'));
    expect(names.toSorted()).toEqual(
      Object.keys(HABIT_ICONS)
        .map((id) => `icon.${id}`)
        .toSorted(),
    );
    expect(new Set(icons.map(({ name }) => name)).size).toBe(icons.length);
    expect(icons.find(({ id }) => id === 'book-open')?.name).toBe('Book');
  });

  it('are found by the beginnings of their words', () => {
    expect(found('')).toHaveLength(icons.length);
    expect(found('read')).toEqual(['book-open']);
    expect(found('READ ')).toEqual(['book-open']);
    expect(found('vitam')).toEqual(['pill', 'sun']);
    expect(found('no wine')).toEqual(['wine-off']);
    expect(found('xylophone')).toEqual([]);
  });
});
