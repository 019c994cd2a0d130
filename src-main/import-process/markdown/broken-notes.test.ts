import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zip } from '../testing/day-one-samples.ts';
import { PICTURE } from '../testing/note-samples.ts';
import { itemsInRange } from '../testing/parsed-items.ts';
import { sourceOf } from '../testing/sources.ts';
import { outsideCode } from './links.ts';
import { markdownReaderIn } from './read-markdown.ts';

const reader = markdownReaderIn(() => 'Europe/Vienna');

const note = `---
title: "A: title"
date: 2024-05-01 14:30
tags: [a, "b c", 3]
mood: 7
location: {name: Vienna, lat: 48.2}
other: &x [1, *x]
---

# A heading

> [!note] Look
> ![[view.png|300]] [[Other#part|words]] ^abc

![a](files/view.png) <img src="files/view.png" alt='b'> \`code [[x]]\`

\`\`\`
[[y]]
\`\`\`
`;

describe('with broken notes', () => {
  it('answers cuts and changed bytes', async () => {
    const bytes = new TextEncoder().encode(note);
    const signs = fc.constantFrom(...[...'\n-:[]{}"\'&*!|>#`~^()<%,\t\0'].map((sign) => sign.charCodeAt(0)));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.oneof(signs, fc.nat(255))), { maxLength: 15 }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        async (changes, part) => {
          const broken = bytes.slice();
          for (const [at, byte] of changes) broken[at] = byte;
          const text = broken.subarray(0, Math.ceil(bytes.length * Math.min(1, part)));
          const source = sourceOf({ 'V/A.md': text, 'V/2024-05-01.md': text, 'V/files/view.png': PICTURE }, 1.7e12);
          expect(await itemsInRange(reader, source)).toEqual(expect.any(Number));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('answers properties of any shape', async () => {
    const name = fc.constantFrom(
      'title',
      'date',
      'created',
      'updated',
      'tags',
      'mood',
      'location',
      'starred',
      'id',
      'zone',
      'kind',
      'other',
    );
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }).map((json) => JSON.stringify(json)),
      fc.constantFrom(
        '2024-05-01',
        '9999-12-31T23:59:59-14:00',
        '0001-01-01T00:00:00+14:00',
        '-1',
        '1e400',
        '!!binary abc',
        '*a',
        '&a b',
        '| \n  text',
        '1714559400000',
        '9999999999999',
      ),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(name, value), { maxLength: 6 }), async (lines) => {
        const text = `---\n${lines.map(([key, words]) => `${key}: ${words}`).join('\n')}\n---\nWords`;
        expect(await itemsInRange(reader, sourceOf({ 'V/A.md': text }, 1.7e12))).toEqual(expect.any(Number));
      }),
      { numRuns: 200 },
    );
  });

  it('answers file names of any kind', async () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('2024', '05', '01', '2024-05-01', '.trash', '..', 'x'.repeat(600)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { minLength: 1, maxLength: 4 }),
        fc.constantFrom(-8e15, 0, 1.7e12, 9e15, null),
        async (parts, modifiedAt) => {
          const path = `V/${parts.join('/')}.md`;
          expect(await itemsInRange(reader, sourceOf({ [path]: note, 'V/b.png': PICTURE }, modifiedAt))).toEqual(
            expect.any(Number),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('answers broken zips', async () => {
    const bytes = zip({ 'V/A.md': note, 'V/2024-05-01.md': note.repeat(20), 'V/files/view.png': PICTURE });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 10 }),
        async (changes) => {
          const broken = bytes.slice();
          for (const [at, byte] of changes) broken[at] = byte;
          expect(await itemsInRange(reader, sourceOf({ 'V.zip': broken }))).toEqual(expect.anything());
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each([
    ['brackets', '['.repeat(300_000)],
    ['open links', '[[a'.repeat(100_000)],
    ['embeds', '![a]('.repeat(60_000)],
    ['parentheses', `![a](${'(a'.repeat(100_000)}`],
    ['closed parentheses', `![a](${'(a)'.repeat(100_000)}`],
    ['titles', '![a](b "c'.repeat(30_000)],
    ['backticks', '`'.repeat(300_000)],
    ['single backticks', '` '.repeat(150_000)],
    ['escapes', `[${'\\a'.repeat(150_000)}`],
    ['images', '<img src="'.repeat(30_000)],
    ['quotes', `${'> '.repeat(1000)}[!a]\n`.repeat(100)],
    ['quotes without spaces', `${'>'.repeat(3000)}\n`.repeat(100)],
    ['spaces', `a${' '.repeat(300_000)}b`],
    ['carets', ' ^a'.repeat(100_000)],
    ['line breaks', '\n'.repeat(300_000)],
    ['a heading', `# ${'#'.repeat(300_000)} x`],
    ['a heading of spaces', `#${' '.repeat(300_000)}x`],
    ['properties', `---\n${'a: b\n'.repeat(13_000)}---\n`],
    ['properties in properties', `---\n${'- '.repeat(30_000)}\n---\n`],
    ['braces', `---\na: ${'{a: '.repeat(10_000)}\n---\n`],
    ['properties of one line', `---\na: ${'b '.repeat(30_000)}\n---\n`],
    ['open properties', `---\n${'a: b\n'.repeat(60_000)}`],
    ['properties of Logseq', 'a:: b\n'.repeat(50_000)],
    ['percent signs', `![](${'%'.repeat(900)}) `.repeat(300)],
    ['dots', `![](${'../'.repeat(300)}a.png) `.repeat(300)],
  ])('takes no time over %s', async (_what, text) => {
    const start = performance.now();
    expect(await itemsInRange(reader, sourceOf({ 'V/2024-05-01.md': text, 'V/a.png': PICTURE }))).toEqual(
      expect.any(Number),
    );
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('outsideCode', () => {
  it('gives everything back where nothing is changed', () => {
    const part = fc.constantFrom('`', '``', '```', '~~~', '\n', ' ', 'a', '[[b]]', '    ', '```js');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        expect(outsideCode(text, (words) => words)).toBe(text);
      }),
    );
  });
});
