import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanText, cutText } from './clean-text.ts';

it('keeps one kind of line ending and drops what has no place in a text', () => {
  expect(cleanText('\uFEFFa\r\nb\rc\nd\0')).toBe('a\nb\nc\nd\uFFFD');
  expect(cleanText('half \uD83D')).toBe('half \uFFFD');
  expect(cleanText('whole \u{1F642}')).toBe('whole \u{1F642}');
});

it('cuts at the length, never through a character', () => {
  expect(cutText('abc', 3)).toBe('abc');
  expect(cutText('ab\u{1F642}', 3)).toBe('ab');
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (text, length) => {
      const cut = cutText(text, length);
      expect(text.startsWith(cut)).toBe(true);
      expect(cut.length).toBeLessThanOrEqual(length);
      expect(cut.isWellFormed()).toBe(true);
    }),
  );
});
