import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_AT_ONCE, MOST_IN_A_PARAGRAPH, slicesOf } from './body-slices.ts';
import { renderMarkdown, renderTyped } from './render-body.ts';

const OPTIONS = { prefix: 'n-1-', file: () => [] };
const render = (markdown: string): string => renderMarkdown(markdown, OPTIONS);
const renderSliced = (slices: readonly string[]): string =>
  slices
    .map(render)
    .filter((html) => html !== '')
    .join('\n');

const WORDS = 'Some *words* of a day, with a [link](https://example.org) and `code` in it. ';

describe('a long text', () => {
  it('is read in parts of a few pages, however long it is', () => {
    const day = `${WORDS.repeat(8)}\n\n- one\n- two\n\n> said\n\n## Evening\n\n\`\`\`\n# code\n\nmore\n\`\`\`\n\n`;
    const text = day.repeat(1400);
    expect(text.length).toBeGreaterThan(900_000);
    const slices = slicesOf(text)!;
    expect(slices.join('')).toBe(text);
    expect(Math.max(...slices.map(({ length }) => length))).toBeLessThan(10_000);
  });

  it('says the same in parts as in one', () => {
    const block = fc.constantFrom(
      WORDS,
      '# Heading',
      'Title\n===',
      '- item\n- *item*',
      '- item\n\n  more of it',
      '1. first\n2. second',
      '> said\nand more',
      '> - in it\n> - both',
      '```js\nlet a;\n\n# none\n```',
      '~~~~\n```\n~~~\n\ntext\n~~~~',
      '```',
      '~~~',
      '- a\n  ```\n  b\n  ```',
      '    indented\n\n    code',
      '  two spaces',
      '---',
      '| a | b |\n| - | - |\n| c | d |',
      '<div>\nblock\n</div>',
      '<!-- a\n\nb -->',
      '<pre>\n\nb</pre>',
      '[a]: https://example.org/a',
      'see [a]',
      'Text[^1].',
      '[^1]: A note.',
      '*open',
      'close*',
      '`tick',
      '\\',
      '+',
      '2.',
      '* * *',
    );
    let cut = 0;
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), fc.constantFrom('\n\n', '\n \n'), (blocks, gap) => {
        const text = blocks.join(gap);
        // Wherever it can be.
        const slices = slicesOf(text, 1)!;
        if (slices.length > 1) cut += 1;
        expect(renderSliced(slices)).toBe(render(text));
      }),
      { numRuns: 600 },
    );
    expect(cut).toBeGreaterThan(100);
  });

  it.each([
    ['a paragraph without an end', '*a**b'.repeat(MOST_IN_A_PARAGRAPH / 4)],
    ['a list of a thousand pages', '- item\n\n'.repeat(MOST_AT_ONCE / 4)],
    ['pages that hold together by their notes', `${`${WORDS}\n\n`.repeat(MOST_AT_ONCE / 60)}[^1]: A note.`],
    ['a fence that is never closed', `\`\`\`\n${`${WORDS}\n\n`.repeat(MOST_AT_ONCE / 60)}`],
  ])('is not read where nothing bounds the work: %s', (_name, text) => {
    expect(slicesOf(text)).toBeNull();
  });

  it('stands there as typed then', () => {
    expect(renderTyped('# A <b>\nline &\n\n\n  *b*')).toBe('<p># A &lt;b&gt;<br>\nline &amp;</p>\n<p>*b*</p>');
  });
});
