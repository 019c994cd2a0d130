import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { describe, expect, it, vi } from 'vitest';
import { excerptOf } from './excerpt.ts';

vi.mock(import('mdast-util-from-markdown'), async (original) => {
  const real = await original();
  return { ...real, fromMarkdown: vi.fn<typeof real.fromMarkdown>(real.fromMarkdown) as typeof real.fromMarkdown };
});

/** The same without any short cut. */
function slowly(markdown: string): string {
  return fromMarkdown(markdown.slice(0, 1200))
    .children.map((block) => toString(block, { includeImageAlt: false, includeHtml: false }).trim())
    .filter((block) => block !== '')
    .join(' ')
    .replace(/\s+/g, ' ');
}

const PIECES = [
  'we walked',
  ' along the river',
  '.',
  ', ',
  ' ',
  '\n',
  '\n\n',
  '    ',
  '\t',
  '# ',
  '#garden',
  ' #garden',
  '- ',
  '1. ',
  '12) ',
  '>',
  '> ',
  '*',
  '_',
  '**',
  '`',
  '~~~\n',
  '===',
  '---',
  '[a](b)',
  '<b>',
  '&amp;',
  '\\',
  '!',
  '|',
  ':',
  '日記',
  '\r\n',
  '\0',
  '\u00a0',
];

describe('an excerpt', () => {
  it('is what Markdown reads, whether it had to be read or not', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
        const markdown = pieces.join('');
        const whole = slowly(markdown);
        const excerpt = excerptOf(markdown);
        expect(excerpt.endsWith('…')).toBe(whole.length > 280);
        expect(whole.slice(0, excerpt.length - 1)).toBe(excerpt.slice(0, -1));
        expect(whole.length > 280 || whole === excerpt).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('is cut at a word', () => {
    const excerpt = excerptOf('word '.repeat(100));
    expect(excerpt).toMatch(/word…$/u);
    expect(excerpt.length).toBeLessThanOrEqual(280);
  });

  it('of a plain text costs no reading of Markdown', () => {
    const reads = vi.mocked(fromMarkdown);
    reads.mockClear();
    expect(excerptOf('We walked home. #walk\n\nAnd then it rained.')).toBe('We walked home. #walk And then it rained.');
    expect(reads).not.toHaveBeenCalled();
    expect(excerptOf('We *walked*.')).toBe('We walked.');
    expect(reads).toHaveBeenCalledTimes(1);
  });
});
