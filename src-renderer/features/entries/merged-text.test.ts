import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryOver, mapPosition } from './merged-text.ts';

describe('carryOver', () => {
  it('puts what was typed meanwhile into the text that another device has changed', () => {
    expect(carryOver('one two', 'one 2', 'one three')).toBe(null);
    expect(carryOver('one\n\ntwo', 'one!\n\ntwo', 'one\n\ntwo\n\nthree')).toBe('one!\n\ntwo\n\nthree');
    expect(carryOver('one\n\ntwo', 'one\n\ntwo and', 'zero\n\none\n\ntwo')).toBe('zero\n\none\n\ntwo and');
  });

  it('gives the answer where nothing was typed, and what was typed where nothing came', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (sent, other) => {
        expect(carryOver(sent, sent, other)).toBe(other);
        expect(carryOver(sent, other, sent)).toBe(other);
      }),
    );
  });

  it('never loses what was typed: it is placed, or the next write brings it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        fc.nat(),
        (sent, answered, place) => {
          const at = place % (sent.length + 1);
          // Signs that no other text has: with a common one at its edge it could stand in two places.
          const words = '\u{E000}typed\u{E001}';
          const typed = `${sent.slice(0, at)}${words}${sent.slice(at)}`;
          const carried = carryOver(sent, typed, answered);
          expect(carried ?? typed).toContain(words);
        },
      ),
    );
  });
});

describe('mapPosition', () => {
  it('keeps the caret before what changed where it is, and behind it as far from the end', () => {
    expect(mapPosition('one two', 'one big two', 2)).toBe(2);
    expect(mapPosition('one two', 'one big two', 7)).toBe(11);
    expect(mapPosition('one old two', 'one two', 6)).toBe(4);
  });

  it('is a place in the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.nat(), (before, after, place) => {
        const position = mapPosition(before, after, place % (before.length + 1));
        expect(position).toBeGreaterThanOrEqual(0);
        expect(position).toBeLessThanOrEqual(after.length);
      }),
    );
  });
});
