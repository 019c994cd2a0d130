import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { obsidianTag, obsidianTags, tagsFromObsidian } from './obsidian-tag.ts';

describe('a tag of Obsidian', () => {
  it.each([
    ['garden', 'garden'],
    ['Sommer haus', 'Sommer-haus'],
    ['Sommer  haus!', 'Sommer-haus'],
    ['a/b_c-d', 'a/b_c-d'],
    ['2024', '_2024'],
    ['2024-05', '2024-05'],
    ['räksmörgås', 'räksmörgås'],
    ['🌱 new', '🌱-new'],
    ['#x', 'x'],
    ['?!', ''],
  ])('%j is %j', (tag, own) => expect(obsidianTag(tag)).toBe(own));

  it('has no sign in it that would end it, and stays what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (tag) => {
        const own = obsidianTag(tag);
        expect(own).not.toMatch(/[\s,#.:;!?'"()[\]{}]/u);
        expect(obsidianTag(own)).toBe(own);
      }),
    );
  });
});

it('comes back as it was called', () => {
  const word = fc.constantFrom('a b', 'A-b', 'c', '2024', '!', 'd e f');
  fc.assert(
    fc.property(fc.uniqueArray(word), (tags) => {
      expect(tagsFromObsidian(obsidianTags(tags), tags).toSorted()).toEqual(tags.toSorted());
    }),
  );
});

it('does not come back where somebody took it away, and takes what was added', () => {
  expect(tagsFromObsidian(['new', 'sommer-haus'], ['Sommer haus', 'Garden shed'])).toEqual(['Sommer haus', 'new']);
  expect(tagsFromObsidian(['one', 'two'], [])).toEqual(['one', 'two']);
});
