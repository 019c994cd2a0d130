import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeText } from './merge-text.ts';

const BASE = 'First frost on the grass.\n\nTea with Anna.\n\nA walk by the river.';

describe('mergeText', () => {
  it.each([
    [
      'different paragraphs',
      BASE,
      BASE.replace('First', 'The first'),
      BASE.replace('walk', 'long walk'),
      'The first frost on the grass.\n\nTea with Anna.\n\nA long walk by the river.',
    ],
    [
      'different words of one paragraph',
      'one two three four five',
      'one 2 three four five',
      'one two three 4 five',
      'one 2 three 4 five',
    ],
    ['words that touch', 'one two three', 'one 2 three', 'one two 3', 'one 2 3'],
    ['an addition at the end by both, the earlier one first', 'a', 'a\n\nb', 'a\n\nc', 'a\n\nb\n\nc'],
    ['more of one line by both', 'Tea', 'Tea at four', 'Tea with milk', 'Tea at four with milk'],
    ['the same addition by both, once', 'a', 'a\nb', 'a\nb', 'a\nb'],
    ['a paragraph taken away, another changed', 'a\nb\nc', 'b\nc', 'a\nb\nC', 'b\nC'],
    ['Windows line ends', 'a\r\nb\r\nc', 'A\r\nb\r\nc', 'a\r\nb\r\nC', 'A\r\nb\r\nC'],
    ['Chinese, sign by sign', '今天天氣很好', '今天天氣很冷', '昨天天氣很好', '昨天天氣很冷'],
  ])('keeps %s', (_name, base, earlier, later, merged) => {
    expect(mergeText(base, earlier, later)).toEqual({ text: merged, conflict: false });
  });

  it('takes the later wording where both changed the same words, and says so', () => {
    const merged = mergeText(BASE, BASE.replace('Anna', 'Ben'), BASE.replace('Anna', 'Clara'));
    expect(merged).toEqual({ text: BASE.replace('Anna', 'Clara'), conflict: true });
  });

  it('keeps what was changed where the other took it away, on either side', () => {
    const changed = BASE.replace('Tea with Anna.', 'Tea with Anna and Ben.');
    const taken = BASE.replace('Tea with Anna.\n\n', '');
    expect(mergeText(BASE, changed, taken)).toEqual({ text: changed, conflict: false });
    expect(mergeText(BASE, taken, changed)).toEqual({ text: changed, conflict: false });
  });

  it('lets the later text stand where nothing is known of before', () => {
    expect(mergeText(null, 'one', 'two')).toEqual({ text: 'two', conflict: true });
    expect(mergeText(null, 'one', '')).toEqual({ text: 'one', conflict: false });
  });

  it('never makes half a character of a whole one', () => {
    const merged = mergeText('a 😀 b', 'a 😁 b', 'a 😀 c').text;
    expect(merged).toBe('a 😁 c');
  });

  it('comes to an end with long texts that have nothing in common', () => {
    const text = (word: string): string => Array.from({ length: 12_000 }, (_, index) => `${word}${index}`).join(' ');
    const merged = mergeText(text('a'), text('b'), text('c'));
    expect(merged).toEqual({ text: text('c'), conflict: true });
  });

  /** Texts that share words, lines and empty lines, as versions of one text do. */
  const word = fc.constantFrom('frost', 'tea', 'walk', 'Anna', '今天', '😀', 'the', '');
  const text = fc
    .array(
      fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
      { maxLength: 6 },
    )
    .map((lines) => lines.join('\n'));

  it('changes nothing where only one has changed something', () => {
    fc.assert(
      fc.property(text, text, (base, changed) => {
        expect(mergeText(base, changed, base)).toEqual({ text: changed, conflict: false });
        expect(mergeText(base, base, changed)).toEqual({ text: changed, conflict: false });
        expect(mergeText(base, changed, changed)).toEqual({ text: changed, conflict: false });
      }),
    );
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (a, b, c) => {
          expect(typeof mergeText(a, b, c).text).toBe('string');
        },
      ),
    );
  });

  /** Inserts words that stand nowhere else into a text. */
  function withMarkers(base: string, places: readonly number[], name: string): { text: string; markers: string[] } {
    const words = base.split(' ');
    const markers = places.map((_, index) => `${name}${index}!`);
    for (const [index, place] of places.entries()) words.splice(place % (words.length + 1), 0, markers[index]!);
    return { text: words.join(' '), markers };
  }

  it('drops no word that was added, unless it says that it does', () => {
    const places = fc.array(fc.nat(60), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(text, places, places, (base, first, second) => {
        const earlier = withMarkers(base, first, 'E');
        const later = withMarkers(base, second, 'L');
        const merged = mergeText(base, earlier.text, later.text);
        for (const marker of later.markers) expect(merged.text).toContain(marker);
        const lost = earlier.markers.filter((marker) => !merged.text.includes(marker));
        expect(merged.conflict ? [] : lost).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
